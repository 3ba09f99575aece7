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
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { startRobotShop, type RobotShop } from './__testUtils__/startRobotShop';
import { chartroomPlugin } from './plugin';

jest.setTimeout(60_000);

const shopGroup = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'shop', namespace: 'default' },
  spec: { type: 'team', children: [] },
};
const mailer = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'mailer', namespace: 'default' },
  spec: { type: 'service', lifecycle: 'production', owner: 'shop' },
};
const cart = {
  ...mailer,
  metadata: {
    name: 'cart',
    namespace: 'default',
    annotations: {
      'chartroom/platform': 'robot-shop',
      'chartroom/service': 'cart',
    },
  },
};

const wishlist = {
  name: 'wishlist',
  description: 'Keeps what people want',
  owner: 'group:default/shop',
  language: 'node',
  port: 8080,
  exposed: false,
  dependencies: [{ name: 'redis' }, { name: 'cart' }],
};

let shop: RobotShop;
beforeAll(async () => {
  shop = await startRobotShop();
});
afterAll(() => shop.close());

async function start(
  options: {
    platforms?: object[];
    allow?: (platform?: string) => boolean;
  } = {},
) {
  const allow = options.allow ?? (() => true);
  const { server } = await startTestBackend({
    features: [
      chartroomPlugin,
      catalogServiceMock.factory({ entities: [shopGroup, mailer, cart] }),
      mockServices.rootConfig.factory({
        data: {
          ...shop.config,
          chartroom: {
            ...shop.config.chartroom,
            platforms: options.platforms ?? shop.config.chartroom.platforms,
          },
        },
      }),
      mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(it => ({
            result: allow('resourceRef' in it ? it.resourceRef : undefined)
              ? AuthorizeResult.ALLOW
              : AuthorizeResult.DENY,
          })),
      }).factory,
    ],
  });
  return server;
}

describe('platforms', () => {
  it('are listed, and one that cannot be read says why', async () => {
    const server = await start({
      platforms: [
        ...shop.config.chartroom.platforms,
        { name: 'gone', url: `${shop.url}/shop/gone` },
      ],
    });
    const { status, body } = await request(server).get(
      '/api/chartroom/platforms',
    );
    expect(status).toBe(200);
    expect(body.items).toEqual([
      {
        name: 'robot-shop',
        system: 'robot-shop',
        owner: 'group:default/shop',
        url: `${shop.url}/shop/robot-shop`,
        mode: 'commit',
        languages: ['node'],
        publisher: 'portal',
      },
      expect.objectContaining({
        name: 'gone',
        system: 'gone',
        error: expect.stringContaining(`${shop.url}/shop/gone`),
      }),
    ]);
  });

  it('are shown with their services', async () => {
    const server = await start();
    const { status, body } = await request(server).get(
      '/api/chartroom/platforms/robot-shop',
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: 'robot-shop', system: 'robot-shop' });
    expect(body.services).toHaveLength(12);
    expect(body.services).toContainEqual(
      expect.objectContaining({
        name: 'cart',
        kind: 'service',
        type: 'service',
        tier: 'backend',
        language: 'node',
        port: 8080,
      }),
    );
    expect(body.services).toContainEqual(
      expect.objectContaining({
        name: 'redis',
        kind: 'backing-service',
        type: 'redis',
        port: 6379,
      }),
    );
  });

  it('that are not configured are not found', async () => {
    const server = await start();
    const { status, body } = await request(server).get(
      '/api/chartroom/platforms/nowhere',
    );
    expect(status).toBe(404);
    expect(body.error.message).toContain('robot-shop');
  });

  it('that a person may not read are not listed, and are refused', async () => {
    const server = await start({
      allow: platform => platform !== 'robot-shop',
    });
    const list = await request(server).get('/api/chartroom/platforms');
    expect(list.body).toEqual({ items: [] });
    const one = await request(server).get(
      '/api/chartroom/platforms/robot-shop',
    );
    expect(one.status).toBe(403);
    expect(one.body.error.message).toBe(
      'You may not do this with platform "robot-shop": ask for the permission chartroom.platform.read',
    );
  });

  it('are not shown to someone who is not signed in', async () => {
    const server = await start();
    const { status } = await request(server)
      .get('/api/chartroom/platforms')
      .set('authorization', mockCredentials.none.header());
    expect(status).toBe(401);
  });
});

describe('names', () => {
  const check = async (name: string) => {
    const server = await start();
    const { status, body } = await request(server).get(
      `/api/chartroom/platforms/robot-shop/names/${encodeURIComponent(name)}`,
    );
    expect(status).toBe(200);
    return body;
  };

  it('are available where nobody has them', async () => {
    await expect(check('wishlist')).resolves.toEqual({
      name: 'wishlist',
      available: true,
    });
  });

  it.each([
    ['Wishlist', 'lower-case letters'],
    ['global', 'reserved'],
    ['cart', 'it is a service of robot-shop'],
    ['mailer', 'the catalog has component:default/mailer'],
    ['robot-shop', 'there is a repository'],
    ['../../etc', 'cannot be the name of a service'],
  ])('are refused with a reason: %s', async (name, reason) => {
    await expect(check(name)).resolves.toEqual({
      name,
      available: false,
      reason: expect.stringContaining(reason),
    });
  });
});

describe('a name that an unfinished operation holds', () => {
  it('is refused, and the operation is named', async () => {
    const server = await start();
    const begun = await request(server)
      .post('/api/chartroom/operations')
      .set(
        'authorization',
        mockCredentials.service.header({
          onBehalfOf: mockCredentials.service('plugin:scaffolder'),
          targetPluginId: 'chartroom',
        }),
      )
      .send({
        id: 'op-wishlist-1',
        kind: 'create-service',
        platform: 'robot-shop',
        subject: 'wishlist',
        digest: 'sha256:aa',
        createdBy: 'user:default/ada',
      });
    expect(begun.status).toBe(200);
    const { body } = await request(server).get(
      '/api/chartroom/platforms/robot-shop/names/wishlist',
    );
    expect(body.reason).toBe(
      '"wishlist" is taken: operation op-wishlist-1 of user:default/ada is creating it; give that operation id to finish it, or undo it.',
    );
  });
});

describe('permissions', () => {
  it('may depend on the name of the platform', async () => {
    const server = await start();
    const { status, body } = await request(server)
      .post('/api/chartroom/.well-known/backstage/permissions/apply-conditions')
      .set(
        'authorization',
        mockCredentials.service.header({
          onBehalfOf: mockCredentials.service('plugin:permission'),
          targetPluginId: 'chartroom',
        }),
      )
      .send({
        items: ['robot-shop', 'other'].map(name => ({
          id: name,
          resourceRef: 'robot-shop',
          resourceType: 'chartroom-platform',
          conditions: {
            rule: 'HAS_NAME',
            resourceType: 'chartroom-platform',
            params: { names: [name] },
          },
        })),
      });
    expect(status).toBe(200);
    expect(body.items).toEqual([
      { id: 'robot-shop', result: 'ALLOW' },
      { id: 'other', result: 'DENY' },
    ]);
  });
});

describe('plan', () => {
  const plan = (service: object) => ({
    platform: 'robot-shop',
    operation: { kind: 'create-service', service },
  });

  it('shows what would change, file by file', async () => {
    const server = await start();
    const { status, body } = await request(server)
      .post('/api/chartroom/plan')
      .send(plan(wishlist));
    expect(status).toBe(200);
    expect(body.findings).toEqual([]);
    expect(body.baseCommit).toMatch(/^[0-9a-f]{40}$/);
    expect(body.planDigest).toMatch(/^sha256:[0-9a-f]{64}$/);
    const files = new Map<string, { kind: string; diff: string }>(
      body.files.map((file: any) => [`${file.repository}/${file.path}`, file]),
    );
    const matrix = files.get('platform/service-matrix.yaml');
    expect(matrix?.kind).toBe('update');
    expect(matrix?.diff).toMatch(
      /^--- a\/service-matrix.yaml\n\+\+\+ b\/service-matrix.yaml\n@@ /,
    );
    expect(matrix?.diff).toContain('\n+  - name: wishlist\n');
    const chart = files.get('service/chart/Chart.yaml');
    expect(chart?.kind).toBe('create');
    expect(chart?.diff).toMatch(
      /^--- \/dev\/null\n\+\+\+ b\/chart\/Chart.yaml\n@@ -0,0 \+1,\d+ @@\n\+/,
    );
  });

  it('has the same digest again, and another for another request', async () => {
    const server = await start();
    const digest = async (service: object) =>
      (await request(server).post('/api/chartroom/plan').send(plan(service)))
        .body.planDigest;
    const first = await digest(wishlist);
    expect(await digest(wishlist)).toBe(first);
    expect(await digest({ ...wishlist, port: 8081 })).not.toBe(first);
  });

  it('lists all that is wrong at once', async () => {
    const server = await start();
    const { status, body } = await request(server)
      .post('/api/chartroom/plan')
      .send(
        plan({
          ...wishlist,
          name: 'cart',
          owner: 'group:default/nobody',
          port: 22,
        }),
      );
    expect(status).toBe(200);
    expect(body.files).toEqual([]);
    expect(body.findings.map(({ rule }: { rule: string }) => rule)).toEqual([
      'service-name',
      'service-owner',
      'service-port',
    ]);
  });

  it.each([
    [{}, 'platform'],
    [
      { platform: 'robot-shop', operation: { kind: 'drop-tables' } },
      'create-service',
    ],
    [plan({ ...wishlist, colour: 'blue' }), 'colour'],
    [plan({ ...wishlist, port: '80a' }), 'port'],
  ])('refuses %j', async (body, message) => {
    const server = await start();
    const response = await request(server)
      .post('/api/chartroom/plan')
      .send(body);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(message);
  });

  it('says that a platform cannot be changed by pull request yet', async () => {
    const [platform] = shop.config.chartroom.platforms;
    const server = await start({
      platforms: [{ ...platform, mode: 'pull-request' }],
    });
    const { body } = await request(server)
      .post('/api/chartroom/plan')
      .send(plan(wishlist));
    expect(body.findings[0]).toMatchObject({
      rule: 'platform-mode',
      severity: 'error',
    });
  });

  it('is refused to someone who may not create services', async () => {
    const server = await start({ allow: () => false });
    const { status, body } = await request(server)
      .post('/api/chartroom/plan')
      .send(plan(wishlist));
    expect(status).toBe(403);
    expect(body.error.message).toContain('chartroom.service.create');
  });
});

describe('deployments', () => {
  it('are those of the service that an entity stands for', async () => {
    const server = await start();
    const { status, body } = await request(server)
      .get('/api/chartroom/deployments')
      .query({ entityRef: 'component:default/cart' });
    expect(status).toBe(200);
    expect(body.items).toHaveLength(3);
    expect(body.items[0]).toMatchObject({
      service: 'cart',
      environment: 'dev',
      wanted: {
        version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
        url: `${shop.url}/shop/robot-shop/src/branch/main/helm/robot-shop/Chart.yaml`,
        commit: expect.stringMatching(/^[0-9a-f]{40}$/),
      },
      drift: 'unknown',
    });
    expect(body.platforms).toEqual([
      { platform: 'robot-shop', readAt: expect.stringMatching(/Z$/) },
    ]);
  });

  it.each([
    ['component:default/mailer', 'it needs the annotations'],
    ['component:default/nobody', 'The catalog has no entity'],
  ])('are not there for %s', async (entityRef, message) => {
    const server = await start();
    const { status, body } = await request(server)
      .get('/api/chartroom/deployments')
      .query({ entityRef });
    expect(status).toBe(404);
    expect(body.error.message).toContain(message);
  });

  it('of all services are listed without an entity', async () => {
    const server = await start();
    const { status, body } = await request(server).get(
      '/api/chartroom/deployments',
    );
    expect(status).toBe(200);
    expect(body.items).toHaveLength(3);
  });
});
