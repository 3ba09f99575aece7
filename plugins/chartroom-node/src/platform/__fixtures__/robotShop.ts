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

import fs from 'node:fs';
import path from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  plan,
  readPlatform,
  type FileTree,
  type Plan,
} from '@chartroom/backstage-plugin-chartroom-common';

const root = path.resolve(
  resolvePackagePath('@chartroom/backstage-plugin-chartroom-node'),
  '../..',
);

/**
 * The files of the example's platform repository, with the common chart where a platform keeps it.
 *
 * @internal
 */
export function robotShopFiles(): Map<string, string> {
  return new Map([
    ...filesIn('examples/robot-shop', ''),
    ...filesIn('charts/platform-common', 'charts/platform-common/'),
  ]);
}

/**
 * A plan to create service `orders`, which depends on the service cart and on redis.
 *
 * @internal
 */
export function planOrders(options: { files: FileTree }): Plan {
  const planned = plan({
    platform: readPlatform(options),
    operation: {
      kind: 'create-service',
      id: 'op-12345678',
      platform: 'robot-shop',
      service: {
        name: 'orders',
        description: 'What people bought',
        owner: 'group:default/shop',
        language: 'node',
        port: 8080,
        exposed: false,
        dependencies: [{ name: 'cart' }, { name: 'redis' }],
      },
    },
    facts: {
      now: '2026-01-01T00:00:00Z',
      platform: {
        webUrl: 'http://localhost:7080/shop/robot-shop',
        defaultBranch: 'main',
        catalogNamespace: 'default',
      },
      serviceRepository: {
        webUrl: 'http://localhost:7080/shop/orders',
        cloneUrl: 'http://localhost:7080/shop/orders.git',
        defaultBranch: 'main',
      },
      chartVersion: '0.1.0',
      namesTaken: [],
      knownOwners: ['group:default/shop'],
    },
  });
  const errors = planned.findings.filter(it => it.severity === 'error');
  if (errors.length > 0) {
    throw new Error(JSON.stringify(errors));
  }
  return planned;
}

/**
 * The chart among a plan's files, relative to its folder.
 *
 * @internal
 */
export function chartOf(planned: Plan): Map<string, string> {
  return new Map(
    [...planned.serviceFiles].flatMap(([file, content]) =>
      file.startsWith('chart/') ? [[file.slice('chart/'.length), content]] : [],
    ),
  );
}

function filesIn(folder: string, prefix: string): Array<[string, string]> {
  return fs
    .readdirSync(path.join(root, folder), {
      recursive: true,
      withFileTypes: true,
    })
    .filter(entry => entry.isFile())
    .map(entry => {
      const file = path.join(entry.parentPath, entry.name);
      const name = path.relative(path.join(root, folder), file);
      return [`${prefix}${name}`, fs.readFileSync(file, 'utf8')];
    });
}
