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

import { mockServices } from '@backstage/backend-test-utils';
import {
  readPlatform,
  syncPlatform,
  type Operation,
} from '@chartroom/backstage-plugin-chartroom-common';
import type { OperationServices } from './OperationServices';
import { planOperation } from './planOperation';

const operation: Operation = {
  kind: 'create-service',
  id: 'operation-1',
  platform: 'large',
  service: {
    name: 'orders',
    description: '',
    owner: 'group:default/shop',
    language: 'node',
    port: 8080,
    exposed: false,
    dependencies: [{ name: 'service-1' }],
  },
};

/** Of so many services, each with a repository of its own. */
function platformOf(services: number) {
  const items = Array.from(
    { length: services },
    (_, index) =>
      `  - { name: service-${index}, port: 80, repository: "https://git.example.com/service-${index}" }\n`,
  );
  const files = new Map([
    [
      'service-matrix.yaml',
      `system: large\ncharts: { repository: "https://charts.example.com" }\nservices:\n${items.join(
        '',
      )}`,
    ],
    ['helm/large/Chart.yaml', 'dependencies: []\n'],
    ['helm/large/values.yaml', ''],
  ]);
  const { changes } = syncPlatform({ files, now: '2026-11-21T12:00:00Z' });
  for (const change of changes) {
    if (change.kind === 'write') {
      files.set(change.path, change.content);
    }
  }
  return readPlatform({ files });
}

/** A world in which nothing of the operation is there yet. */
function servicesFor(platform: ReturnType<typeof platformOf>) {
  const location = ({ owner, name }: { owner: string; name: string }) => ({
    ...{ owner, name },
    webUrl: `https://git.example.com/${name}`,
    cloneUrl: `https://git.example.com/${name}.git`,
  });
  return {
    auth: mockServices.auth(),
    catalog: {
      getEntityByRef: async (reference: { kind?: string }) =>
        reference.kind === 'group' ? { kind: 'Group' } : undefined,
    },
    config: { cacheDirectory: '/nowhere' },
    ledger: {
      get: async () => undefined,
      findUnfinished: async () => undefined,
    },
    platforms: {
      read: async () => ({
        config: {
          ...{ name: 'large', mode: 'commit', publisher: 'ci' },
          catalogNamespace: 'default',
        },
        host: { location, getRepository: async () => undefined },
        location: location({ owner: 'shop', name: 'large' }),
        defaultBranch: 'main',
        commit: '1'.repeat(40),
        platform,
      }),
    },
  } as unknown as OperationServices;
}

describe.each([
  [200, true],
  [201, false],
])('the plan for a platform of %d services', (size, isWhole) => {
  const services = servicesFor(platformOf(size));
  const paths = async (options: { preview?: boolean; isPartial?: boolean }) => {
    const { plan } = await planOperation({ operation, services, ...options });
    const { findings, platformChanges } = plan;
    return {
      rules: findings.map(({ rule }) => rule),
      isWhole: platformChanges.some(({ path }) => path === 'README.md'),
    };
  };

  it(`is previewed ${
    isWhole ? 'whole' : 'without what takes longest, and says so'
  }`, async () => {
    expect(await paths({ preview: true })).toEqual({
      rules: isWhole ? [] : ['plan-shortened'],
      isWhole,
    });
  });

  it('is carried out whole', async () => {
    expect(await paths({})).toEqual({ rules: [], isWhole: true });
  });

  it('has what people write alone where that is asked for', async () => {
    expect(await paths({ isPartial: true })).toEqual({
      rules: [],
      isWhole: false,
    });
  });
});
