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
import { it } from 'node:test';
import { eachHelm } from './support/eachHelm.mjs';
import { refusal } from './support/refusal.mjs';
import { renderService } from './support/renderService.mjs';

const image = { repository: 'shop/catalogue' };
const path = 'env/secrets.yaml';
const externalSecret = {
  enabled: true,
  store: { name: 'vault' },
  data: { DB_PASSWORD: { key: 'shop/catalogue', property: 'password' } },
};

eachHelm('secrets', helm => {
  const render = (values, files) =>
    renderService({ helm, values: { image, ...values }, files });
  const refused = (values, files) => refusal(render(values, files));

  it('makes a Secret of secrets and files, of which secrets win', async () => {
    const rendered = await render(
      {
        secrets: { TOKEN: 'from a pipeline', KEY: 'a\n"b"\n', GONE: '' },
        secretsFiles: ['env/a.yaml', path],
      },
      {
        'env/a.yaml': 'TOKEN: a\nPIN: 1234567\nGONE: a\n',
        [path]: 'TOKEN: b\nPIN: 7654321\n',
      },
    );
    const { type, stringData, data } = rendered.find('Secret');
    assert.equal(type, 'Opaque');
    // A key that goes from stringData stays in the cluster.
    assert.equal(stringData, undefined);
    assert.deepEqual(
      Object.entries(data).map(([name, text]) => [
        name,
        Buffer.from(text, 'base64').toString(),
      ]),
      [
        ['KEY', 'a\n"b"\n'],
        ['PIN', '7654321'],
        ['TOKEN', 'from a pipeline'],
      ],
    );
    assert.deepEqual(rendered.container().envFrom, [
      { secretRef: { name: 'catalogue' } },
    ]);
  });

  it('restarts pods when a secret changes, and not when only the chart does', async () => {
    const annotations = async (values, version) =>
      (
        await renderService({
          helm,
          values: { image, ...values },
          chart: { version },
        })
      ).pod().metadata.annotations;
    const before = await annotations({ secrets: { A: '1' } }, '1.0.0');
    assert.match(before['checksum/secret'], /^[0-9a-f]{64}$/);
    assert.deepEqual(
      await annotations({ secrets: { A: '1' } }, '1.0.1'),
      before,
    );
    assert.notDeepEqual(
      await annotations({ secrets: { A: '2' } }, '1.0.0'),
      before,
    );
    assert.equal(await annotations({ secrets: { A: '' } }, '1.0.0'), undefined);
  });

  it('renders no Secret of nothing', async () => {
    const rendered = await render({ secrets: { GONE: '' } });
    assert.equal(rendered.find('Secret'), undefined);
    assert.equal(rendered.container().envFrom, undefined);
  });

  /** Every way at once: the first of those that are left counts. */
  const everyWay = {
    existingSecret: 'from-elsewhere',
    externalSecret,
    secrets: { TOKEN: 'text' },
    secretsFiles: [path],
  };
  const files = { [path]: 'TOKEN: file\nPIN: "1"\n' };
  const order = [
    [[], 'from-elsewhere', []],
    [['existingSecret'], 'catalogue', ['ExternalSecret']],
    [['existingSecret', 'externalSecret'], 'catalogue', ['Secret']],
    [['existingSecret', 'externalSecret', 'secrets'], 'catalogue', ['Secret']],
  ];
  for (const [without, name, kinds] of order) {
    it(`takes ${name} (${kinds.join() || 'no object'}) without ${
      without.join(', ') || 'none'
    }`, async () => {
      const values = Object.fromEntries(
        Object.entries(everyWay).filter(([key]) => !without.includes(key)),
      );
      const rendered = await render(values, files);
      assert.deepEqual(rendered.container().envFrom, [{ secretRef: { name } }]);
      assert.deepEqual(
        rendered.objects
          .map(({ kind }) => kind)
          .filter(kind => kind.endsWith('Secret')),
        kinds,
      );
      const hashed = kinds.includes('Secret');
      assert.equal(
        'checksum/secret' in (rendered.pod().metadata.annotations ?? {}),
        hashed,
      );
    });
  }

  it('does not look for files where another way goes before', async () => {
    const rendered = await render({
      existingSecret: 'from-elsewhere',
      secretsFiles: [path],
    });
    assert.equal(rendered.find('Secret'), undefined);
  });

  it('refuses a secrets file that is missing, and never renders an empty Secret', async () => {
    const message = `catalogue: values: secretsFiles names ${path}, which is missing or empty in the chart; it is kept out of git, so it must be put where Helm runs, with a line NAME: text for each secret`;
    assert.equal(await refused({ secretsFiles: [path] }), message);
    assert.equal(
      await refused({ secretsFiles: [path], secrets: { A: 'b' } }),
      message,
    );
    assert.equal(
      await refused({ secretsFiles: [path] }, { [path]: '' }),
      message,
    );
    assert.equal(
      await refused({ secretsFiles: [path] }, { [path]: '# none yet\n' }),
      `catalogue: values: secretsFiles names ${path}, which holds no secret; write a line NAME: text for each, or remove the name`,
    );
  });

  it('says what a secrets file is without repeating what is in it', async () => {
    for (const text of ['"hunter2', 'hunter2', '- hunter2', 'A: hunter2: b']) {
      const said = await refused({ secretsFiles: [path] }, { [path]: text });
      assert.match(
        said,
        new RegExp(`^catalogue: values: secretsFiles names ${path}, which `),
      );
      assert.doesNotMatch(said, /hunter2/);
    }
  });

  const claims = [
    ['secrets and by env', { secrets: { A: '1' }, env: { A: '2' } }],
    ['config and by secrets', { config: { A: '1' }, secrets: { A: '2' } }],
    [
      `secretsFiles (${path}) and by env`,
      { secretsFiles: [path], env: { PIN: '2' } },
      files,
    ],
    [
      'externalSecret.data and by env',
      { externalSecret, env: { DB_PASSWORD: 'x' } },
    ],
  ];
  for (const [by, values, given] of claims) {
    it(`refuses one name that is claimed by ${by}`, async () => {
      assert.match(
        await refused(values, given),
        /^catalogue: values: environment name "(A|PIN|DB_PASSWORD)" is claimed by (.*); keep one, or set one to ""$/,
      );
      assert.ok((await refused(values, given)).includes(`claimed by ${by};`));
    });
  }

  it('lets an operator fetch the Secret', async () => {
    const rendered = await render({
      externalSecret: {
        ...externalSecret,
        store: { name: 'team', kind: 'SecretStore' },
        refreshInterval: '15m',
        data: {
          ...externalSecret.data,
          TOKEN: { key: 'shop/token', version: '3' },
        },
        extract: ['shop/common', 'shop/more'],
      },
    });
    const { apiVersion, metadata, spec } = rendered.find('ExternalSecret');
    assert.equal(apiVersion, 'external-secrets.io/v1');
    assert.equal(metadata.name, 'catalogue');
    assert.deepEqual(spec, {
      refreshInterval: '15m',
      secretStoreRef: { name: 'team', kind: 'SecretStore' },
      target: { name: 'catalogue', creationPolicy: 'Owner' },
      data: [
        {
          secretKey: 'DB_PASSWORD',
          remoteRef: { key: 'shop/catalogue', property: 'password' },
        },
        {
          secretKey: 'TOKEN',
          remoteRef: { key: 'shop/token', version: '3' },
        },
      ],
      dataFrom: [
        { extract: { key: 'shop/common' } },
        { extract: { key: 'shop/more' } },
      ],
    });
    assert.equal(rendered.pod().metadata.annotations, undefined);
  });

  const incomplete = [
    [
      { store: { name: '' } },
      'externalSecret.store.name is empty; write the name of the ClusterSecretStore that knows the secrets',
    ],
    [
      { data: {} },
      'externalSecret fetches nothing; write externalSecret.data, such as DB_PASSWORD: { key: shop/catalogue, property: password }, or externalSecret.extract',
    ],
    [
      { data: { DB_PASSWORD: { property: 'password' } } },
      'externalSecret.data.DB_PASSWORD.key is empty; write under which key the store has it',
    ],
  ];
  for (const [change, message] of incomplete) {
    it(`refuses an external secret: ${message}`, async () => {
      assert.equal(
        await refused({ externalSecret: { ...externalSecret, ...change } }),
        `catalogue: values: ${message}`,
      );
    });
  }
});
