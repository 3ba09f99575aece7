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

import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import request from 'supertest';
import { live, TestSource, workload } from '../__testUtils__/observed';
import { startShop } from '../__testUtils__/startShop';
import {
  shopFiles,
  shopReleased,
  writtenPlatforms,
} from '../__testUtils__/writtenPlatforms';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const withPostgres = process.env
  .BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING
  ? describe
  : describe.skip;

const resource = 'apps/deployments';

function startsWarm(id: TestDatabaseId) {
  it('answers from the copy at once, with its age, and catches up', async () => {
    const knex = await databases.init(id);
    const start = async (source: TestSource) => {
      const shop = await startShop({
        platforms: writtenPlatforms({
          shop: shopFiles,
          'shop@v1': shopReleased,
        }),
        sources: [source],
        features: [
          createServiceFactory({
            service: coreServices.database,
            deps: {},
            factory: () => mockServices.database({ knex }),
          }),
        ],
      });
      const ask = async () => {
        const { body } = await request(shop.server)
          .get('/api/chartroom/deployments')
          .query({ entityRef: 'component:default/cart', environment: 'prod' });
        const [{ drift, deployed, stale, observedAt }] = body.items;
        const [{ state }] = body.clusters;
        return { drift, version: deployed?.version, stale, observedAt, state };
      };
      return { ...shop, ask };
    };
    const seen = (options: { version: string; observedAt: string }) =>
      new TestSource('eu-1', sink => {
        const observations = [workload(options)];
        sink.replace({ cluster: 'eu-1', resource, observations });
        sink.report(live(options));
      });
    const observedAt = new Date().toISOString();
    const earlier = new Date(Date.now() - 5_000).toISOString();
    const replicas = [
      await start(seen({ version: '1.0.0', observedAt })),
      await start(seen({ version: '1.1.0', observedAt: earlier })),
    ];
    await expect(replicas[0].ask()).resolves.toMatchObject({ state: 'live' });
    await Promise.all(replicas.map(replica => replica.stop()));

    const silent = new TestSource('eu-1');
    const third = await start(silent);
    await expect(third.ask()).resolves.toEqual({
      drift: 'behind',
      version: '1.0.0',
      stale: true,
      observedAt,
      state: 'copy',
    });
    silent.sink.replace({
      cluster: 'eu-1',
      resource,
      observations: [workload({ resourceVersion: '3' })],
    });
    silent.sink.report(live());
    await expect(third.ask()).resolves.toMatchObject({
      drift: 'in-sync',
      version: '1.2.0',
      stale: false,
      state: 'live',
    });
    await third.stop();
  });
}

describe('a restart on SQLite', () => {
  startsWarm('SQLITE_3');
});
withPostgres('a restart on PostgreSQL', () => {
  startsWarm('POSTGRES_15');
});
