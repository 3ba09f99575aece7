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
import { renderService } from './support/renderService.mjs';

const image = { repository: 'shop/catalogue' };
const certificate =
  '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
const wiring = {
  dependencies: { mysql: { wait: true, ports: { mysql: 3306 } } },
};
const admin = { events: ['post-install'], command: ['make-admin'] };

const hookOf = ({ metadata }) => ({
  events: metadata.annotations?.['helm.sh/hook']?.split(',') ?? [],
  weight: Number(metadata.annotations?.['helm.sh/hook-weight']),
});

/** The names that a pod cannot do without, as `Kind name`. */
function needs(spec) {
  const containers = [...(spec.initContainers ?? []), ...spec.containers];
  return [
    ...containers.flatMap(({ envFrom = [] }) =>
      envFrom.map(({ configMapRef, secretRef }) =>
        configMapRef
          ? `ConfigMap ${configMapRef.name}`
          : `Secret ${secretRef.name}`,
      ),
    ),
    ...(spec.volumes ?? [])
      .filter(({ configMap }) => configMap)
      .map(({ configMap }) => `ConfigMap ${configMap.name}`),
    ...(spec.serviceAccountName
      ? [`ServiceAccount ${spec.serviceAccountName}`]
      : []),
  ];
}

eachHelm('what hooks need', helm => {
  const render = (values, options) =>
    renderService({ helm, values: { image, ...values }, ...options });
  const job = async (name, values) =>
    (await render(values)).find('Job', `catalogue-${name}`);

  const everything = {
    secrets: { secrets: { A: 'b' } },
    secretsFiles: { secretsFiles: ['env/secrets.yaml'] },
    externalSecret: {
      externalSecret: {
        enabled: true,
        store: { name: 'vault' },
        extract: ['shop'],
      },
    },
    existingSecret: { existingSecret: 'from-elsewhere' },
  };
  const runs = [
    ...Object.keys(everything).map(way => [way, ['pre-install']]),
    ['secrets', ['pre-upgrade', 'post-upgrade']],
    ['secrets', ['pre-rollback']],
    ['secrets', ['post-delete']],
  ];
  for (const [way, events] of runs) {
    it(`needs nothing of the release at ${events} with ${way}`, async () => {
      const rendered = await render(
        {
          wiring,
          ...everything[way],
          config: { MODE: 'fast' },
          configFiles: ['env/config.yaml'],
          language: 'java',
          caCertificates: {
            enabled: true,
            certificates: { 'own.pem': certificate },
          },
          hooks: {
            early: { events, command: ['early'], weight: -3 },
            admin,
          },
        },
        { files: { 'env/secrets.yaml': 'A: b', 'env/config.yaml': 'C: d' } },
      );
      const early = rendered.find('Job', 'catalogue-early');
      const provided = rendered.objects.filter(object => {
        const { events: at, weight } = hookOf(object);
        return events.every(event => at.includes(event)) && weight < -3;
      });
      const names = provided.map(
        ({ kind, metadata }) =>
          `${kind.replace('External', '')} ${metadata.name}`,
      );
      const needed = needs(early.spec.template.spec);
      assert.ok(needed.length >= 2);
      for (const name of needed) {
        assert.ok(
          names.includes(name) || name === 'Secret from-elsewhere',
          `${name} is not there yet`,
        );
      }
      assert.deepEqual(
        provided.map(({ kind }) => kind).sort(),
        [
          'ConfigMap',
          'ConfigMap',
          ...(way === 'existingSecret'
            ? []
            : [way === 'externalSecret' ? 'ExternalSecret' : 'Secret']),
          'NetworkPolicy',
        ].sort(),
      );
      for (const { kind, metadata, data, spec } of provided) {
        const twin = rendered.find(kind, metadata.name.replace('-hooks', ''));
        if (kind === 'ConfigMap') assert.deepEqual(data, twin.data);
        if (kind === 'Secret') assert.deepEqual(data, twin.data);
        if (kind === 'ExternalSecret') {
          assert.deepEqual(spec, {
            ...twin.spec,
            target: { ...twin.spec.target, name: 'catalogue-hooks' },
          });
        }
      }
    });
  }

  it('waits before the release only for what is outside of it', async () => {
    const waitsOf = async (name, values) => {
      const { spec } = await job(name, values);
      return (spec.template.spec.initContainers ?? []).map(
        container => container.name,
      );
    };
    const values = {
      wiring: {
        dependencies: {
          mysql: { wait: true, external: true, ports: { mysql: 3306 } },
          redis: { wait: true, ports: { redis: 6379 } },
        },
      },
      migration: { enabled: true, hook: true, command: ['migrate'] },
      hooks: { admin },
    };
    assert.deepEqual(await waitsOf('migration', values), ['wait-for-mysql']);
    assert.deepEqual(await waitsOf('admin', values), [
      'wait-for-mysql',
      'wait-for-redis',
    ]);
  });

  it('runs under an account that exists, early too', async () => {
    const { spec } = await job('migration', {
      migration: { enabled: true, hook: true, command: ['migrate'] },
      serviceAccount: { create: false, name: 'cloud-identity' },
    });
    assert.equal(spec.template.spec.serviceAccountName, 'cloud-identity');
  });

  it('runs as the service does once the release is there', async () => {
    const { spec } = await job('admin', {
      hooks: { admin },
      secrets: { A: 'b' },
      rbac: {
        rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['list'] }],
      },
    });
    const pod = spec.template.spec;
    assert.equal(pod.serviceAccountName, 'catalogue');
    assert.equal(pod.automountServiceAccountToken, true);
    assert.deepEqual(needs(pod), [
      'Secret catalogue',
      'ServiceAccount catalogue',
    ]);
  });
});
