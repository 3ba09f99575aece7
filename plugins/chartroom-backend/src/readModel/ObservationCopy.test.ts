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
  mockServices,
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { live, TestSource, workload } from '../__testUtils__/observed';
import { installationSecret, openDatabase } from '../database';
import { CopyWriter } from './CopyWriter';
import { ObservationCopy } from './ObservationCopy';
import { ReadModel } from './ReadModel';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const withPostgres = process.env
  .BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING
  ? describe
  : describe.skip;

const resource = 'apps/deployments';
const at = (time: string) => new Date(`2026-11-21T${time}Z`);
const cart = (version: string) =>
  new Map([[resource, [workload({ version })]]]);

async function open(id: TestDatabaseId) {
  const database = mockServices.database({ knex: await databases.init(id) });
  const knex = await openDatabase({ database });
  const logger = mockServices.logger.mock();
  const copy = ObservationCopy.create({ knex, logger });
  return { copy, knex, logger };
}

function openModel() {
  const source = new TestSource();
  const model = ReadModel.create({
    sources: [source],
    wanted: {
      get: () => ({ platform: 'shop', generation: 0 }),
      list: () => [],
    },
    redaction: { key: 'k' },
    staleAfterMilliseconds: 90_000,
  });
  return { model, sink: model.sinkOf({ source }) };
}

function keepsACopy(id: TestDatabaseId) {
  const load = (copy: ObservationCopy) => copy.load({ clusters: ['eu-1'] });

  it('gives back what it was given, of the clusters that are asked about', async () => {
    const { copy } = await open(id);
    const observedAt = at('12:00:00');
    for (const cluster of ['eu-1', 'us-1']) {
      await copy.save({
        ...{ cluster, namespace: 'shop', observedAt },
        resources: cart('1.2.0'),
      });
    }
    await copy.confirm({ cluster: 'eu-1', observedAt: at('12:30:00') });
    await expect(load(copy)).resolves.toEqual([
      {
        cluster: 'eu-1',
        observedAt: '2026-11-21T12:30:00.000Z',
        namespaces: new Map([['shop', cart('1.2.0')]]),
      },
    ]);
  });

  it('keeps the newer of two replicas, and forgets a namespace that is empty', async () => {
    const { copy, knex, logger } = await open(id);
    const other = ObservationCopy.create({ knex, logger });
    const place = { cluster: 'eu-1', namespace: 'shop' };
    const nothing = new Map();
    await copy.save({
      ...{ ...place, observedAt: at('12:00:10'), resources: cart('1.2.0') },
    });
    await other.save({
      ...{ ...place, observedAt: at('12:00:00'), resources: cart('1.0.0') },
    });
    await other.save({
      ...{ ...place, observedAt: at('12:00:00'), resources: nothing },
    });
    expect((await load(copy))[0].namespaces.get('shop')).toEqual(cart('1.2.0'));
    await Promise.all(
      [copy, other].map(replica =>
        replica.save({
          ...place,
          observedAt: at('12:00:20'),
          resources: cart('1.3.0'),
        }),
      ),
    );
    expect((await load(copy))[0].namespaces.get('shop')).toEqual(cart('1.3.0'));
    await other.save({
      ...{ ...place, observedAt: at('12:00:30'), resources: nothing },
    });
    await expect(load(copy)).resolves.toEqual([]);
  });

  it('passes over rows of another version, and says which it cannot read', async () => {
    const { copy, knex, logger } = await open(id);
    const observedAt = at('12:00:00');
    for (const namespace of ['older', 'broken', 'shop']) {
      await copy.save({
        ...{ cluster: 'eu-1', namespace, observedAt, resources: cart('1.0.0') },
      });
    }
    await knex('observations')
      .where({ namespace: 'older' })
      .update({ format: 99 });
    await knex('observations')
      .where({ namespace: 'broken' })
      .update({ content: Buffer.from('no gzip') });
    const [kept] = await load(copy);
    expect([...kept.namespaces.keys()]).toEqual(['shop']);
    expect(logger.warn.mock.calls.flat().join()).toContain(
      'what was kept of namespace broken in cluster eu-1',
    );
  });

  it('is written soon after a change, and lets the next process start warm', async () => {
    const { copy, logger } = await open(id);
    const first = openModel();
    const writer = CopyWriter.start({
      ...{ model: first.model, copy, logger, pauseMilliseconds: 20 },
    });
    first.sink.replace({
      ...{ cluster: 'eu-1', resource, observations: [workload()] },
    });
    await writer.flush();
    // Not confirmed yet
    await expect(load(copy)).resolves.toEqual([]);
    const observedAt = '2026-11-21T12:00:00.000Z';
    first.sink.report(live({ observedAt }));
    await new Promise(resolve => {
      setTimeout(resolve, 300);
    });
    await writer.stop();

    const second = openModel();
    const kept = await load(copy);
    kept.forEach(cluster => second.model.keep(cluster));
    expect(second.model.freshness('eu-1')).toMatchObject({
      state: 'copy',
      observedAt,
    });
    expect(
      second.model.namespace({ cluster: 'eu-1', namespace: 'shop' })?.objects,
    ).toHaveLength(1);
  });

  it('forgets clusters that nobody observes, after a month', async () => {
    const { copy } = await open(id);
    for (const cluster of ['eu-1', 'us-1']) {
      await copy.confirm({ cluster, observedAt: at('12:00:00') });
    }
    const kept = async () =>
      (await copy.load({ clusters: ['eu-1', 'us-1'] })).map(it => it.cluster);
    const forget = (now: string) =>
      copy.forgetAbandoned({ clusters: ['eu-1'], now: new Date(now) });
    await forget('2026-12-20T00:00:00Z');
    expect(await kept()).toEqual(['eu-1', 'us-1']);
    await forget('2026-12-22T00:00:00Z');
    expect(await kept()).toEqual(['eu-1']);
  });

  it('holds nothing of a recording', async () => {
    const { copy, logger } = await open(id);
    const { model, sink } = openModel();
    const writer = CopyWriter.start({ model, copy, logger });
    sink.report(live({ recorded: true }));
    sink.replace({
      ...{ cluster: 'eu-1', resource, observations: [workload()] },
    });
    await writer.stop();
    await expect(load(copy)).resolves.toEqual([]);
  });

  it('goes away and comes back with its migration', async () => {
    const { knex } = await open(id);
    const secret = await installationSecret({ knex, name: 'redaction' });
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    await expect(installationSecret({ knex, name: 'redaction' })).resolves.toBe(
      secret,
    );
    const directory = `${__dirname}/../../migrations`;
    await knex.migrate.down({ directory, name: '20261123_observations.js' });
    await expect(knex.schema.hasTable('observations')).resolves.toBe(false);
    await expect(knex.schema.hasTable('operations')).resolves.toBe(true);
    await knex.migrate.latest({ directory });
    await expect(knex.schema.hasTable('observations')).resolves.toBe(true);
  });
}

describe('ObservationCopy in SQLite', () => {
  keepsACopy('SQLITE_3');
});
withPostgres('ObservationCopy in PostgreSQL', () => {
  keepsACopy('POSTGRES_15');
});
