/*
 * Copyright 2026 The Chartroom Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { it } from 'node:test';
import { eachHelm } from './support/eachHelm.mjs';
import { assertRestricted } from './support/podSecurity.mjs';
import { refusal } from './support/refusal.mjs';
import { renderService } from './support/renderService.mjs';

const image = { repository: 'shop/catalogue' };
const [one, two] = await Promise.all(
  ['one', 'two'].map(name =>
    readFile(
      new URL(`__fixtures__/certificates/${name}.pem`, import.meta.url),
      'utf8',
    ),
  ),
);
const folder = '/etc/chartroom/ca-certificates';
const trust = '/etc/chartroom/trust';
const store = `-Djavax.net.ssl.trustStore=${trust}/cacerts.p12 -Djavax.net.ssl.trustStoreType=PKCS12 -Djavax.net.ssl.trustStorePassword=changeit`;

eachHelm('certificates of authorities', helm => {
  const render = (values, files) =>
    renderService({ helm, values: { image, ...values }, files });
  const trusting = (values, change) => ({
    caCertificates: {
      enabled: true,
      certificates: { 'own.pem': one },
      ...change,
    },
    ...values,
  });
  const refused = (change, files) =>
    refusal(render(trusting({}, change), files));
  const environment = async (values, change) =>
    (await render(trusting(values, change))).container().env;
  const initContainer = async (values, change) =>
    (await render(trusting(values, change))).pod().spec.initContainers?.[0];

  it('changes nothing where it is off', async () => {
    const off = await render({
      caCertificates: { certificates: { 'own.pem': one }, files: ['gone'] },
    });
    assert.equal(off.text, (await render({})).text);
  });

  it('keeps certificates by name, and all of them under one key', async () => {
    const rendered = await render(
      trusting({}, { files: ['certs/two.pem'], key: 'all.crt' }),
      { 'certs/two.pem': two },
    );
    assert.deepEqual(
      rendered.find('ConfigMap', 'catalogue-ca-certificates').data,
      { 'all.crt': one + two, 'own.pem': one, 'two.pem': two },
    );
    const { spec } = rendered.pod();
    assertRestricted(spec);
    assert.deepEqual(
      spec.volumes.find(({ name }) => name === 'ca-certificates'),
      {
        name: 'ca-certificates',
        configMap: { name: 'catalogue-ca-certificates' },
      },
    );
    assert.deepEqual(
      rendered
        .container()
        .volumeMounts.filter(({ name }) => name === 'ca-certificates'),
      [{ name: 'ca-certificates', mountPath: folder, readOnly: true }],
    );
  });

  it('takes a ConfigMap that exists', async () => {
    const rendered = await render({
      language: 'node',
      caCertificates: {
        enabled: true,
        existingConfigMap: 'public-bundle',
        key: 'bundle.pem',
      },
    });
    assert.equal(rendered.find('ConfigMap'), undefined);
    assert.equal(rendered.pod().metadata.annotations, undefined);
    assert.deepEqual(rendered.pod().spec.volumes[1].configMap, {
      name: 'public-bundle',
    });
    assert.deepEqual(rendered.container().env, [
      { name: 'NODE_EXTRA_CA_CERTS', value: `${folder}/bundle.pem` },
    ]);
  });

  const languages = [
    ['node', { NODE_EXTRA_CA_CERTS: `${folder}/ca.crt` }, false],
    ['go', { SSL_CERT_FILE: `${folder}/ca.crt` }, false],
    ['java', { JAVA_TOOL_OPTIONS: store }, true],
    [
      'python',
      {
        REQUESTS_CA_BUNDLE: `${trust}/ca-bundle.crt`,
        SSL_CERT_FILE: `${trust}/ca-bundle.crt`,
      },
      true,
    ],
    ['php', { SSL_CERT_FILE: `${trust}/ca-bundle.crt` }, true],
    ['', { SSL_CERT_FILE: `${trust}/ca-bundle.crt` }, true],
  ];
  for (const [language, expected, prepares] of languages) {
    it(`tells ${
      language || 'an unknown language'
    } where they are`, async () => {
      const rendered = await render(trusting({ language }));
      assert.deepEqual(
        Object.fromEntries(
          rendered.container().env.map(({ name, value }) => [name, value]),
        ),
        expected,
      );
      const { spec } = rendered.pod();
      assert.deepEqual(
        (spec.initContainers ?? []).map(({ name }) => name),
        prepares ? ['ca-certificates'] : [],
      );
      assert.equal(
        spec.volumes.some(({ name }) => name === 'trust'),
        prepares,
      );
      assertRestricted(spec);
    });
  }

  it('puts nothing together of a bundle that is complete', async () => {
    const complete = { complete: true };
    assert.equal(
      await initContainer({ language: 'python' }, complete),
      undefined,
    );
    assert.deepEqual(await environment({ language: 'python' }, complete), [
      { name: 'REQUESTS_CA_BUNDLE', value: `${folder}/ca.crt` },
      { name: 'SSL_CERT_FILE', value: `${folder}/ca.crt` },
    ]);
    assert.ok(await initContainer({ language: 'java' }, complete));
  });

  it('is restricted under baseline too, and runs before the migration', async () => {
    const rendered = await render(
      trusting({
        podSecurity: 'baseline',
        migration: { enabled: true, command: ['migrate'] },
      }),
    );
    const { initContainers, ...spec } = rendered.pod().spec;
    assert.deepEqual(
      initContainers.map(({ name }) => name),
      ['ca-certificates', 'migration'],
    );
    assertRestricted({ ...spec, containers: [initContainers[0]] });
    assert.deepEqual(initContainers[1].env, rendered.container().env);
    assert.deepEqual(
      initContainers[1].volumeMounts,
      rendered.container().volumeMounts,
    );
  });

  it('restarts pods when a certificate changes', async () => {
    const checksum = async certificates =>
      (await render(trusting({}, { certificates }))).pod().metadata.annotations[
        'checksum/ca-certificates'
      ];
    assert.notEqual(
      await checksum({ 'own.pem': one }),
      await checksum({ 'own.pem': two }),
    );
  });

  it('adds the trust store to the options that the service gives the JVM', async () => {
    const java = { language: 'java' };
    const options = '-XX:MaxRAMPercentage=75 -Dname=$(NAME)';
    const expected = {
      name: 'JAVA_TOOL_OPTIONS',
      value: `${options} ${store}`,
    };
    const env = { JAVA_TOOL_OPTIONS: options, NAME: 'x' };
    assert.deepEqual(await environment({ ...java, env }), [
      { name: 'NAME', value: 'x' },
      expected,
    ]);
    assert.deepEqual(
      await environment({ ...java, config: { JAVA_TOOL_OPTIONS: options } }),
      [expected],
    );
  });

  const claims = [
    ['node', 'NODE_EXTRA_CA_CERTS', 'env'],
    ['go', 'SSL_CERT_FILE', 'env'],
    ['python', 'REQUESTS_CA_BUNDLE', 'config'],
    ['java', 'JAVA_TOOL_OPTIONS', 'secrets'],
  ];
  for (const [language, name, by] of claims) {
    it(`refuses ${name} that ${by} sets too`, async () => {
      assert.equal(
        await refusal(render(trusting({ language, [by]: { [name]: 'own' } }))),
        `catalogue: values: environment name "${name}" is claimed by ${by} and by caCertificates; keep one, or set one to ""`,
      );
    });
  }

  it('refuses options of the JVM that it cannot add to, or that name another store', async () => {
    const java = env => refusal(render(trusting({ language: 'java', env })));
    assert.equal(
      await java({ JAVA_TOOL_OPTIONS: { secret: 'jvm', key: 'options' } }),
      'catalogue: values: environment name "JAVA_TOOL_OPTIONS" is claimed by env and by caCertificates; keep one, or set one to ""',
    );
    assert.equal(
      await java({ JAVA_TOOL_OPTIONS: '-Djavax.net.ssl.trustStore=/own' }),
      'catalogue: values: JAVA_TOOL_OPTIONS sets a trust store, and so does caCertificates; keep one',
    );
  });

  const mistakes = [
    [
      { certificates: {} },
      'caCertificates is enabled without a certificate; write caCertificates.certificates, files or existingConfigMap',
    ],
    [
      { existingConfigMap: 'bundle' },
      'caCertificates.existingConfigMap stands beside caCertificates.certificates or files; keep one of the two ways',
    ],
    [
      { files: ['certs/two.pem'] },
      'caCertificates.files names certs/two.pem, which is missing or empty in the chart; write it, or remove the name',
    ],
    [
      { certificates: { 'own.pem': 'MIIB' } },
      'caCertificates.certificates has own.pem, which is no certificate in PEM; it begins with -----BEGIN CERTIFICATE-----',
    ],
    [
      {
        certificates: {
          'own.pem': `${one}-----BEGIN PRIVATE KEY-----\nMIG\n-----END PRIVATE KEY-----\n`,
        },
      },
      'caCertificates.certificates has own.pem, which holds a private key; write certificates alone, since a ConfigMap is no secret',
    ],
    ...['certs/ca.crt', '..', '', 'a b'].map(key => [
      { key },
      `caCertificates.key is "${key}", which cannot be a key of a ConfigMap; write a name such as ca.crt, of letters, digits, '-', '_' and '.'`,
    ]),
    [
      { certificates: { 'our own.pem': one } },
      "caCertificates.certificates has our own.pem, whose name cannot be a key of a ConfigMap; it holds only letters, digits, '-', '_' and '.'",
    ],
    [
      { files: ['certs/own.pem'] },
      'caCertificates.files names certs/own.pem, whose name own.pem is taken; write another file name (caCertificates.key is that of all together)',
      { 'certs/own.pem': two },
    ],
    [
      { certificates: { 'ca.crt': one, 'own.pem': two } },
      'caCertificates.certificates has ca.crt, whose name ca.crt is taken; write another file name (caCertificates.key is that of all together)',
    ],
  ];
  for (const [change, message, files] of mistakes) {
    it(`refuses: ${message}`, async () => {
      assert.equal(
        await refused(change, files),
        `catalogue: values: ${message}`,
      );
    });
  }

  it('takes one certificate under the key of all', async () => {
    const { data } = (
      await render({
        caCertificates: { enabled: true, certificates: { 'ca.crt': one } },
      })
    ).find('ConfigMap');
    assert.deepEqual(data, { 'ca.crt': one });
  });
});
