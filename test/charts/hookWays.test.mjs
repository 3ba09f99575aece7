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
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { run } from '../support/run.mjs';
import { eachHelm } from './support/eachHelm.mjs';
import { renderUmbrella } from './support/renderUmbrella.mjs';

const netpolicy = process.env.CHARTROOM_NETPOLICY;
const skip = !netpolicy && 'the evaluator of network policies is absent';
const image = { repository: 'shop/service' };

/** web calls cart, cart calls redis and a database that is not ours; cart has hooks and a test. */
const services = {
  web: { image, ports: { http: 8080 }, test: { enabled: true } },
  cart: {
    image,
    ports: { http: { port: 80, targetPort: 8080 } },
    migration: { enabled: true, hook: true, command: ['migrate'] },
    hooks: { admin: { events: ['post-install'], command: ['make-admin'] } },
    test: { enabled: true },
  },
  redis: { image, type: 'statefulset', ports: { redis: 6379 } },
};
const values = {
  web: {
    wiring: {
      callers: {},
      dependencies: {
        cart: { ports: { http: { port: 80, targetPort: 8080 } } },
      },
    },
  },
  cart: {
    wiring: {
      callers: { web: true },
      dependencies: {
        redis: { ports: { redis: 6379 } },
        mysql: { ports: { mysql: 3306 } },
      },
    },
  },
  redis: { wiring: { callers: { cart: true }, dependencies: {} } },
  backingServices: {
    mysql: { callers: { cart: true }, ports: { mysql: 3306 } },
  },
};
const mysql = `
apiVersion: v1
kind: Pod
metadata: { name: mysql, namespace: default, labels: { app.kubernetes.io/name: mysql } }
spec: { containers: [{ name: mysql, image: mysql }] }
`;

eachHelm('the ways of hooks and tests', helm => {
  it(
    'are those of their service, and the service itself, and no other',
    {
      skip,
    },
    async () => {
      const directory = await mkdtemp(join(tmpdir(), 'chartroom-ways-'));
      const { text } = await renderUmbrella({
        helm,
        services,
        foreign: ['mysql'],
        values,
      });
      await writeFile(join(directory, 'system.yaml'), text);
      await writeFile(join(directory, 'mysql.yaml'), mysql);
      const list = JSON.parse(
        await run(netpolicy, [
          ...['list', '--quiet', '--output', 'json', '--dirpath', directory],
        ]),
      );
      await rm(directory, { recursive: true });
      const nameOf = peer => peer.replace(/^default\/(.*)\[(.*)\]$/, '$1 ($2)');
      assert.deepEqual(
        list
          .map(
            ({ src, dst, conn }) => `${nameOf(src)} => ${nameOf(dst)} ${conn}`,
          )
          .filter(edge => !/0\.0\.0\.0|kube-system|entire-cluster/.test(edge))
          .sort(),
        [
          'cart (Deployment) => mysql (Pod) TCP 3306',
          'cart (Deployment) => redis (StatefulSet) TCP 6379',
          'cart-admin (Job) => cart (Deployment) TCP 8080',
          'cart-admin (Job) => mysql (Pod) TCP 3306',
          'cart-admin (Job) => redis (StatefulSet) TCP 6379',
          'cart-migration (Job) => cart (Deployment) TCP 8080',
          'cart-migration (Job) => mysql (Pod) TCP 3306',
          'cart-migration (Job) => redis (StatefulSet) TCP 6379',
          'cart-test (Pod) => cart (Deployment) TCP 8080',
          'web (Deployment) => cart (Deployment) TCP 8080',
          'web-test (Pod) => web (Deployment) TCP 8080',
        ],
      );
    },
  );
});
