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
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { readSchema } from '../../tools/generate/readSchema.mjs';
import { helms } from '../support/helm.mjs';
import { commonChart } from './support/repository.mjs';
import { onCommonChart, writeChart } from './support/writeChart.mjs';

const run = promisify(execFile);
const { service } = await readSchema(join(commonChart, 'values.schema.yaml'));

/** Values of which each at this depth is of another kind than its schema says, and what may be switched on is; with their paths. */
function wrongKinds({ schema, depth, path = '' }) {
  const { properties, additionalProperties } = schema;
  const paths = [];
  const value = {};
  const entries = Object.entries(properties ?? { any: additionalProperties });
  for (const [key, entry] of entries) {
    const at = path ? `${path}.${key}` : key;
    const isMap =
      entry.type === 'object' &&
      (entry.properties || entry.additionalProperties);
    if (isMap && depth > 0) {
      const below = wrongKinds({ schema: entry, depth: depth - 1, path: at });
      value[key] = below.value;
      paths.push(...below.paths);
    } else if (key === 'enabled' && path) {
      value[key] = true;
    } else {
      value[key] = [entry.type].flat().includes('string') ? ['a'] : 'a';
      paths.push(at);
    }
  }
  return { value, paths };
}

/** What `helm lint` says of a service chart of these values; its messages are on both streams. */
async function lint(binary, values) {
  const directory = await mkdtemp(join(tmpdir(), 'chartroom-lint-'));
  try {
    await writeChart({
      directory: join(directory, 'catalogue'),
      chart: {
        name: 'catalogue',
        appVersion: '2.1.0',
        dependencies: [onCommonChart],
      },
      values: { image: { repository: 'shop/catalogue' }, ...values },
      template: '{{ include "platform-common.v1.service" . }}\n',
      library: true,
    });
    const { stdout, stderr } = await run(
      binary,
      ['lint', '--strict', join(directory, 'catalogue')],
      { env: { PATH: process.env.PATH, HOME: directory } },
    );
    return `${stdout}${stderr}`;
  } finally {
    await rm(directory, { recursive: true });
  }
}

for (const { name, binary } of helms) {
  describe(`lint on ${name}`, { skip: !binary && 'it is absent' }, () => {
    it('says once, in whole sentences, what has no wiring', async () => {
      const output = await lint(binary, {
        waits: { redis: true, mysql: true },
        bindings: {
          redis: {
            REDIS_URL: 'redis://{host}:{port}',
            REDIS_PASSWORD: '{password}',
            REDIS_DATABASE: '{database}',
          },
          cart: { CART_URL: '{uri}' },
        },
      });
      assert.doesNotMatch(output, /%!/);
      assert.deepEqual(output.match(/\w+\.\w+ has no wiring/g).sort(), [
        'bindings.cart has no wiring',
        'bindings.redis has no wiring',
        'waits.mysql has no wiring',
        'waits.redis has no wiring',
      ]);
      assert.equal(output.match(/catalogue: values:/g).length, 4);
    });

    it('goes on after what is refused, and says it all', async () => {
      const output = await lint(binary, {
        type: 'cronjob',
        ports: { http: 8080 },
        persistence: { enabled: true },
        autoscaling: { enabled: true, maxReplicas: 1 },
        extraObjects: [{ metadata: 'text' }],
        sidecars: [{}],
        volumes: [{ name: 'tmp' }],
        volumeMounts: [{}],
        serviceAccount: { create: false },
        rbac: { rules: [{}] },
      });
      assert.doesNotMatch(output, /%!|nil pointer/);
      for (const said of [
        'rbac.rules needs an account',
        'persistence.enabled is for type statefulset or deployment',
        'autoscaling.enabled is for type deployment or statefulset',
        'autoscaling.minReplicas is 2 and maxReplicas 1',
        'extraObjects[0].apiVersion is missing',
        'extraObjects[0].metadata.name is missing',
        'cronJob.schedule is ',
        'volumeMounts[0] has no mountPath',
        'sidecars[0] has no name',
        'volumes[0].name is ',
      ]) {
        assert.ok(output.includes(`catalogue: values: ${said}`), said);
      }
    });

    it('goes on after what is refused of its environment, its hooks and its test', async () => {
      const output = await lint(binary, {
        language: 'java',
        configFiles: ['env/config.yaml'],
        secretsFiles: ['env/secrets.yaml'],
        env: { LEVEL: 'a', JAVA_TOOL_OPTIONS: { secret: 'a' } },
        config: { LEVEL: 'b' },
        caCertificates: {
          enabled: true,
          certificates: { 'a b': 'none' },
          files: ['own.pem'],
        },
        migration: { enabled: true, hook: true },
        hooks: { admin: { image: { repository: 'tools' } }, test: {} },
        test: { enabled: true, image: { repository: 'curl' } },
      });
      assert.doesNotMatch(output, /%!|nil pointer/);
      for (const said of [
        'configFiles names env/config.yaml, which is missing',
        'secretsFiles names env/secrets.yaml, which is missing',
        'environment name "LEVEL" is claimed by config and by env',
        'environment name "JAVA_TOOL_OPTIONS" is claimed by env and by',
        'env.JAVA_TOOL_OPTIONS must be text, or name a Secret and its key',
        'caCertificates.certificates has a b, which is no certificate',
        'caCertificates.files names own.pem, which is missing',
        'migration.command is empty',
        'hooks.admin.events is empty',
        'hooks.admin.image.tag is empty',
        'hooks.test has a name that this chart gives itself',
        'hooks.test has no command',
        'test.enabled needs a port of the service',
        'test.image.tag is empty',
      ]) {
        assert.equal(
          // Helm 4 writes them as JSON
          output.replaceAll('\\"', '"').split(`catalogue: values: ${said}`)
            .length,
          2,
          `${said}\n${output}`,
        );
      }
    });

    for (const depth of [0, 1, 2, 3, 4]) {
      it(`says each value that is of another kind, ${depth} levels below the first, and goes on`, async () => {
        const wrong = wrongKinds({ schema: service, depth });
        const output = await lint(binary, wrong.value);
        assert.doesNotMatch(output, /%!|nil pointer|error calling|executing "/);
        assert.ok(wrong.paths.length > 20);
        for (const path of wrong.paths) {
          assert.equal(
            output.split(`catalogue: values: ${path} must be `).length,
            2,
            `${path}\n${output}`,
          );
        }
      });
    }

    it('goes on after defaults of the system that are none', async () => {
      for (const [global, said] of [
        [
          { chartroom: { defaults: ['a'] } },
          '.chartroom.defaults must be a map',
        ],
        [{ chartroom: 'a' }, '.chartroom must be a map'],
        [
          { chartroom: { defaults: { image: 'a' } } },
          '.chartroom.defaults.image must be a map',
        ],
      ]) {
        const output = await lint(binary, { global });
        assert.doesNotMatch(output, /%!|nil pointer|error calling|executing "/);
        assert.ok(output.includes(`catalogue: values: global${said}`), output);
      }
    });

    it('says what an external secret lacks', async () => {
      const output = await lint(binary, {
        externalSecret: { enabled: true, data: { A: {} } },
        migration: { enabled: true, hook: true, command: ['migrate'] },
      });
      assert.doesNotMatch(output, /%!|nil pointer/);
      assert.match(output, /externalSecret\.store\.name is empty/);
      assert.equal(output.match(/externalSecret\.data\.A\.key/g).length, 1);
    });

    it('names what a wiring lacks', async () => {
      const output = await lint(binary, {
        waits: { redis: true },
        bindings: { redis: { REDIS_URL: '{port}/{password}' } },
        wiring: { dependencies: { redis: {} } },
      });
      assert.doesNotMatch(output, /%!/);
      assert.match(
        output,
        /bindings\.redis\.REDIS_URL uses \{password\}, but wiring\.dependencies\.redis gives neither/,
      );
      assert.match(output, /the wait for redis needs one port of redis/);
    });
  });
}
