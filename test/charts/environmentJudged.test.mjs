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
import { kubeconform } from '../support/judges/kubeconform.mjs';
import { podSecurity } from '../support/judges/podSecurity.mjs';
import { serverSideApply } from '../support/judges/serverSideApply.mjs';
import { eachHelm } from './support/eachHelm.mjs';
import { renderService } from './support/renderService.mjs';

const certificate =
  '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';

/** A service that uses all of its environment, hooks and tests at once, in each way to a Secret and each language. */
const service = {
  image: { repository: 'shop/catalogue' },
  ports: { http: 8080 },
  config: { MODE: 'fast' },
  configFiles: ['env/config.yaml'],
  env: { LEVEL: 'info', TOKEN: { secret: 's', key: 'k' } },
  bindings: { mysql: { DB_URL: 'mysql://:{password}@{host}' } },
  wiring: {
    callers: { web: true },
    dependencies: {
      mysql: {
        wait: true,
        ports: { mysql: 3306 },
        secret: { name: 'mysql', keys: { password: 'password' } },
      },
    },
  },
  caCertificates: { enabled: true, certificates: { 'own.pem': certificate } },
  migration: { enabled: true, hook: true, command: ['migrate'] },
  hooks: {
    admin: {
      events: ['post-install'],
      command: ['make-admin'],
      env: { MODE: 'slow' },
    },
  },
  test: { enabled: true },
};
const variants = {
  'secrets in Java': { language: 'java', secrets: { A: 'b\nc' } },
  'an external secret in Python': {
    language: 'python',
    externalSecret: {
      enabled: true,
      store: { name: 'vault' },
      data: { A: { key: 'shop', property: 'a' } },
      extract: ['shop'],
    },
  },
  'a Secret that exists in Node.js': {
    language: 'node',
    existingSecret: 'there',
    migration: { enabled: true, command: ['migrate'] },
  },
};

const absent = variable => !process.env[variable] && `${variable} is absent`;

eachHelm('all of an environment', helm => {
  for (const [title, variant] of Object.entries(variants)) {
    const render = async () =>
      (
        await renderService({
          helm,
          values: { ...service, ...variant },
          files: { 'env/config.yaml': 'LIMIT: 1000000\n' },
        })
      ).text;

    it(
      `conforms to the schemas with ${title}`,
      {
        skip:
          absent('CHARTROOM_KUBECONFORM') || absent('CHARTROOM_CRD_SCHEMAS'),
      },
      async () => {
        assert.deepEqual(await kubeconform({ manifests: await render() }), []);
      },
    );

    it(
      `is restricted with ${title}`,
      {
        skip: absent('CHARTROOM_POD_SECURITY'),
      },
      async () => {
        assert.deepEqual(await podSecurity({ manifests: await render() }), []);
      },
    );

    it(
      `can be applied with ${title}`,
      {
        skip: absent('CHARTROOM_SERVER_SIDE_APPLY'),
      },
      async () => {
        const { refusals } = await serverSideApply({
          manifests: await render(),
        });
        assert.deepEqual(refusals, []);
      },
    );
  }
});
