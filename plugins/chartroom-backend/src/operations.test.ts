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
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  chartroomEffectsLedgerServiceRef,
  type EffectsLedger,
} from '@chartroom/backstage-plugin-chartroom-node';
import request from 'supertest';
import { chartroomPlugin } from './plugin';

jest.setTimeout(60_000);

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

/** The ledger as another plugin has it: over HTTP, with a service token. */
async function start() {
  let ledger: EffectsLedger | undefined;
  const auditor = mockServices.auditor.mock();
  const { server } = await startTestBackend({
    features: [
      chartroomPlugin,
      catalogServiceMock.factory({ entities: [] }),
      auditor.factory,
      createBackendPlugin({
        pluginId: 'another',
        register(env) {
          env.registerInit({
            deps: {
              ledger: chartroomEffectsLedgerServiceRef,
              lifecycle: coreServices.lifecycle,
            },
            async init(deps) {
              ledger = deps.ledger;
            },
          });
        },
      }),
    ],
  });
  return { server, ledger: ledger!, auditor };
}

describe('the ledger over HTTP', () => {
  it('opens an operation, records its effects, and ends it', async () => {
    const { ledger } = await start();
    await expect(ledger.begin(wishlist)).resolves.toMatchObject({
      ...wishlist,
      state: 'running',
    });
    await ledger.record({
      id: wishlist.id,
      effect: { key: 'repository', state: 'done', target: repository },
    });
    await expect(
      ledger.findUnfinished({ platform: 'robot-shop', subject: 'wishlist' }),
    ).resolves.toMatchObject({ id: wishlist.id });

    await ledger.finish({ id: wishlist.id, state: 'completed' });
    await expect(ledger.get({ id: wishlist.id })).resolves.toMatchObject({
      state: 'completed',
      effects: [{ key: 'repository', state: 'done', target: repository }],
    });
    await expect(
      ledger.findUnfinished({ platform: 'robot-shop', subject: 'wishlist' }),
    ).resolves.toBeUndefined();
  });

  it('says who holds a subject', async () => {
    const { ledger } = await start();
    await ledger.begin(wishlist);
    await expect(
      ledger.begin({ ...wishlist, id: 'op-wishlist-2' }),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining(
        'Operation op-wishlist-1 of user:default/ada',
      ),
    });
  });

  it('lets one undo at a time claim an operation', async () => {
    const { ledger } = await start();
    await ledger.begin(wishlist);
    await expect(ledger.beginUndo({ id: wishlist.id })).resolves.toMatchObject({
      ...wishlist,
      state: 'undoing',
    });
    await expect(ledger.beginUndo({ id: wishlist.id })).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('is being undone'),
    });
  });

  it('knows nothing of an operation that was never begun', async () => {
    const { ledger } = await start();
    await expect(ledger.get({ id: 'op-nobody-1' })).resolves.toBeUndefined();
    await expect(
      ledger.finish({ id: 'op-nobody-1', state: 'undone' }),
    ).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message:
        'The effects ledger answered 404: There is no operation op-nobody-1 in the effects ledger',
    });
  });
});

describe('the routes of the ledger', () => {
  const service = () =>
    mockCredentials.service.header({
      onBehalfOf: mockCredentials.service('plugin:scaffolder'),
      targetPluginId: 'chartroom',
    });

  it.each([
    ['post', '/operations', wishlist],
    ['get', '/operations?platform=p&subject=s&state=running', undefined],
    ['put', '/operations/op-wishlist-1/effects/repository', {}],
    ['post', '/operations/op-wishlist-1/undo', undefined],
    ['post', '/operations/op-wishlist-1/finish', { state: 'undone' }],
  ] as const)('refuse a person: %s %s', async (method, path, body) => {
    const { server } = await start();
    const { status } = await request(server)
      [method](`/api/chartroom${path}`)
      .set('authorization', mockCredentials.user.header())
      .send(body);
    expect(status).toBe(403);
  });

  it('show a person what an operation did', async () => {
    const { server, ledger } = await start();
    await ledger.begin(wishlist);
    const { status, body } = await request(server)
      .get('/api/chartroom/operations/op-wishlist-1/effects')
      .set('authorization', mockCredentials.user.header());
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: wishlist.id, effects: [] });
  });

  it.each([
    [{ ...wishlist, id: 'no' }, 'id: an operation id has 8 to 64 characters'],
    [{ ...wishlist, extra: 1 }, 'extra'],
    [{}, 'id'],
  ])('refuse %j', async (body, message) => {
    const { server } = await start();
    const response = await request(server)
      .post('/api/chartroom/operations')
      .set('authorization', service())
      .send(body);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(message);
  });

  it('refuse an effect of an unknown kind', async () => {
    const { server, ledger } = await start();
    await ledger.begin(wishlist);
    const { status } = await request(server)
      .put('/api/chartroom/operations/op-wishlist-1/effects/rocket')
      .set('authorization', service())
      .send({ state: 'done', target: { kind: 'rocket' } });
    expect(status).toBe(400);
  });

  it('write to the audit log, with how it ended', async () => {
    const { ledger, auditor } = await start();
    const event = {
      success: jest.fn(async () => {}),
      fail: jest.fn(async () => {}),
    };
    auditor.createEvent.mockResolvedValue(event);
    await ledger.begin(wishlist);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'operation-begin',
        severityLevel: 'medium',
        meta: wishlist,
      }),
    );
    expect(event.success).toHaveBeenCalledTimes(1);
    await expect(
      ledger.begin({ ...wishlist, digest: 'sha256:bb' }),
    ).rejects.toThrow('was begun with another request');
    expect(event.fail).toHaveBeenCalledTimes(1);
  });
});
