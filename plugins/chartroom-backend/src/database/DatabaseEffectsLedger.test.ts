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
import { DatabaseEffectsLedger } from './DatabaseEffectsLedger';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const withPostgres = process.env
  .BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING
  ? describe
  : describe.skip;

const wishlist = {
  id: 'op-wishlist-1',
  kind: 'create-service',
  platform: 'robot-shop',
  subject: 'wishlist',
  digest: 'sha256:aa',
  createdBy: 'user:default/ada',
};

const repository = {
  kind: 'repository' as const,
  url: 'http://localhost:7080/shop/wishlist',
};

async function createLedger(id: TestDatabaseId) {
  const knex = await databases.init(id);
  const database = mockServices.database({ knex });
  return {
    first: await DatabaseEffectsLedger.create({ database }),
    second: await DatabaseEffectsLedger.create({ database }),
    knex,
  };
}

function keepsTheLedger(id: TestDatabaseId) {
  it('opens an operation and keeps its effects in order', async () => {
    const { first } = await createLedger(id);
    await expect(first.begin(wishlist)).resolves.toMatchObject({
      ...wishlist,
      state: 'running',
      effects: [],
    });

    await first.record({
      id: wishlist.id,
      effect: { key: 'repository', state: 'intended', target: repository },
    });
    await first.record({
      id: wishlist.id,
      effect: {
        key: 'chart',
        state: 'done',
        target: {
          kind: 'chart',
          repository: 'http://localhost:7080/charts',
          name: 'wishlist',
          version: '0.1.0',
        },
      },
    });
    await first.record({
      id: wishlist.id,
      effect: {
        key: 'repository',
        state: 'done',
        target: { ...repository, commit: 'c0ffee' },
      },
    });

    const found = await first.get({ id: wishlist.id });
    expect(found?.effects).toEqual([
      {
        key: 'repository',
        state: 'done',
        target: { ...repository, commit: 'c0ffee' },
        updatedAt: expect.any(String),
      },
      expect.objectContaining({ key: 'chart', state: 'done' }),
    ]);
  });

  it('lists operations that have fallen quiet', async () => {
    const { first } = await createLedger(id);
    await first.begin(wishlist);
    await first.begin({ ...wishlist, id: 'op-other-1', subject: 'other' });
    await first.finish({ id: 'op-other-1', state: 'undone' });
    const begun = new Date(Date.now() + 1);
    await new Promise(resolve => {
      setTimeout(resolve, 5);
    });

    const quiet = await first.listQuiet({ since: begun });
    expect(quiet.map(operation => operation.id)).toEqual([wishlist.id]);

    await first.record({
      id: wishlist.id,
      effect: { key: 'repository', state: 'intended', target: repository },
    });
    await expect(first.listQuiet({ since: begun })).resolves.toEqual([]);
  });

  it('resumes the same operation', async () => {
    const { first, second } = await createLedger(id);
    await first.begin(wishlist);
    await first.record({
      id: wishlist.id,
      effect: { key: 'repository', state: 'done', target: repository },
    });
    const resumed = await second.begin({
      ...wishlist,
      createdBy: 'user:default/grace',
    });
    expect(resumed.createdBy).toBe('user:default/ada');
    expect(resumed.effects).toHaveLength(1);
  });

  it('refuses the same id with another request', async () => {
    const { first } = await createLedger(id);
    await first.begin(wishlist);
    await expect(
      first.begin({ ...wishlist, digest: 'sha256:bb' }),
    ).rejects.toThrow(
      'Operation op-wishlist-1 was begun with another request, for "wishlist" in platform "robot-shop"; repeat that request, or leave the operation id out',
    );
  });

  it('refuses another operation while one on the subject is unfinished, and names it', async () => {
    const { first } = await createLedger(id);
    await first.begin(wishlist);
    await expect(
      first.begin({ ...wishlist, id: 'op-wishlist-2' }),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message:
        'Operation op-wishlist-1 of user:default/ada on "wishlist" in platform "robot-shop" has not come to an end; run it again with that operation id, or undo it',
    });
    await expect(
      first.begin({ ...wishlist, id: 'op-wishlist-3', platform: 'other' }),
    ).resolves.toMatchObject({ state: 'running' });
  });

  it('frees the subject when the operation ends, and takes it again when it is resumed', async () => {
    const { first } = await createLedger(id);
    await first.begin(wishlist);
    await first.finish({ id: wishlist.id, state: 'undone' });
    await first.begin({ ...wishlist, id: 'op-wishlist-2' });
    await expect(first.begin(wishlist)).rejects.toThrow(
      'Operation op-wishlist-2 of user:default/ada on "wishlist"',
    );
    await first.finish({ id: 'op-wishlist-2', state: 'failed' });
    await expect(first.begin(wishlist)).resolves.toMatchObject({
      state: 'running',
    });
    await expect(
      first.findUnfinished({ platform: 'robot-shop', subject: 'wishlist' }),
    ).resolves.toMatchObject({ id: wishlist.id });
  });

  it('leaves a completed operation completed when it is begun again', async () => {
    const { first } = await createLedger(id);
    await first.begin(wishlist);
    await first.finish({ id: wishlist.id, state: 'completed' });
    await expect(first.begin(wishlist)).resolves.toMatchObject({
      state: 'completed',
    });
  });

  it('lets one of many replicas begin', async () => {
    const { first, second } = await createLedger(id);
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 ? first : second).begin({
          ...wishlist,
          id: `op-wishlist-${index + 10}`,
        }),
      ),
    );
    const refused = results.flatMap(result =>
      result.status === 'rejected' ? [result.reason.name] : [],
    );
    expect(refused).toEqual(Array(19).fill('ConflictError'));
  });

  it('knows nothing of an operation that was never begun', async () => {
    const { first } = await createLedger(id);
    await expect(first.get({ id: 'op-nobody-1' })).resolves.toBeUndefined();
    await expect(
      first.findUnfinished({ platform: 'robot-shop', subject: 'wishlist' }),
    ).resolves.toBeUndefined();
    const unknown = 'There is no operation op-nobody-1 in the effects ledger';
    await expect(
      first.finish({ id: 'op-nobody-1', state: 'undone' }),
    ).rejects.toThrow(unknown);
    await expect(
      first.record({
        id: 'op-nobody-1',
        effect: { key: 'repository', state: 'done', target: repository },
      }),
    ).rejects.toThrow(unknown);
  });

  it('keeps the effects when the undo is migrated down', async () => {
    const { first, knex } = await createLedger(id);
    await first.begin(wishlist);
    const effect = { key: 'repository', target: repository };
    await first.record({
      id: wishlist.id,
      effect: { ...effect, state: 'done' },
    });
    await first.beginUndo({ id: wishlist.id });
    const directory = `${__dirname}/../../migrations`;
    for (const name of ['20261123_observations.js', '20261122_undo.js']) {
      await knex.migrate.down({ directory, name });
    }
    await expect(knex('effects')).resolves.toHaveLength(1);
    await expect(knex('operations').first()).resolves.toMatchObject({
      state: 'failed',
    });
    await knex.migrate.latest({ directory });
    await expect(first.get({ id: wishlist.id })).resolves.toMatchObject({
      effects: [{ state: 'done' }],
    });
  });

  it('stops a run when the operation was undone meanwhile', async () => {
    const { first, second } = await createLedger(id);
    await first.begin(wishlist);
    const effect = { key: 'repository', target: repository };
    await second.beginUndo({ id: wishlist.id });
    for (const state of ['intended', 'done'] as const) {
      await expect(
        first.record({ id: wishlist.id, effect: { ...effect, state } }),
      ).rejects.toMatchObject({
        name: 'ConflictError',
        message:
          'Operation op-wishlist-1 was undone meanwhile; run it again with that operation id, or leave it',
      });
    }
    await expect(
      first.finish({ id: wishlist.id, state: 'completed' }),
    ).rejects.toThrow('was undone meanwhile');
    await second.record({
      id: wishlist.id,
      effect: { ...effect, state: 'kept' },
    });
    await second.finish({ id: wishlist.id, state: 'undone' });
    await expect(
      first.finish({ id: wishlist.id, state: 'completed' }),
    ).rejects.toThrow('was undone meanwhile');

    await first.begin(wishlist);
    await first.record({
      id: wishlist.id,
      effect: { ...effect, state: 'done' },
    });
    await first.finish({ id: wishlist.id, state: 'completed' });
    await expect(
      first.record({
        id: wishlist.id,
        effect: { ...effect, state: 'undone' },
      }),
    ).rejects.toThrow('has come to its end');
  });

  it('gives an operation to one of many undos, which holds its subject', async () => {
    const { first, second, knex } = await createLedger(id);
    await first.begin(wishlist);
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        (index % 2 ? first : second).beginUndo({ id: wishlist.id }),
      ),
    );
    const refused = results.flatMap(result =>
      result.status === 'rejected' ? [result.reason.message] : [],
    );
    expect(refused).toEqual(
      Array(9).fill(expect.stringContaining('is being undone')),
    );
    await expect(first.begin(wishlist)).rejects.toThrow('is being undone');
    await expect(
      first.begin({ ...wishlist, id: 'op-wishlist-2' }),
    ).rejects.toThrow('Operation op-wishlist-1 of user:default/ada');

    // As if the process of that undo had died.
    await knex('operations').update({
      undo_begun_at: new Date(Date.now() - 11 * 60 * 1000).toISOString(),
    });
    await expect(second.beginUndo({ id: wishlist.id })).resolves.toMatchObject({
      state: 'undoing',
    });
  });

  it('can be migrated down to nothing', async () => {
    const { knex } = await createLedger(id);
    const directory = `${__dirname}/../../migrations`;
    await knex.migrate.rollback({ directory }, true);
    await expect(knex.schema.hasTable('operations')).resolves.toBe(false);
  });
}

describe('DatabaseEffectsLedger on SQLite', () => {
  keepsTheLedger('SQLITE_3');
});

withPostgres('DatabaseEffectsLedger on PostgreSQL', () => {
  keepsTheLedger('POSTGRES_15');
});
