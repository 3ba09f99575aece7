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

import { mockCredentials } from '@backstage/backend-test-utils';
import { deploymentId } from '@chartroom/backstage-plugin-chartroom-common';
import { PLATFORM_CHANGED_TOPIC } from '@chartroom/backstage-plugin-chartroom-node';
import request from 'supertest';
import { live, TestSource, workload } from '../__testUtils__/observed';
import { component, startShop } from '../__testUtils__/startShop';
import {
  shopFiles,
  shopReleased,
  writtenPlatforms,
} from '../__testUtils__/writtenPlatforms';

jest.setTimeout(60_000);

type Written = Parameters<typeof writtenPlatforms>[0];
type Options = Omit<Parameters<typeof startShop>[0], 'platforms'> & {
  written?: Written;
};

/** Both services run in prod, in 1.2.0 as git wants, and cart alone in dev, one version behind. */
function observed() {
  return new TestSource('eu-1', sink => {
    sink.replace({
      cluster: 'eu-1',
      resource: 'apps/deployments',
      observations: [
        workload({ service: 'web' }),
        workload({ service: 'cart', available: 0 }),
        workload({ service: 'cart', namespace: 'shop-dev' }),
      ],
    });
    sink.report(live());
  });
}

async function start(options: Options = {}) {
  const platforms = writtenPlatforms(
    options.written ?? { shop: shopFiles, 'shop@v1': shopReleased },
  );
  const { server, audited, publish } = await startShop({
    sources: [observed()],
    entities: [component('cart'), component('web', 'group:default/web')],
    ...options,
    platforms,
  });
  const get = (query: Record<string, unknown> = {}, path = 'deployments') =>
    request(server).get(`/api/chartroom/${path}`).query(query);
  const list = async (query: Record<string, unknown> = {}) =>
    (await get(query)).body.items.map(
      (item: any) => `${item.service} ${item.environment} ${item.drift}`,
    );
  return { server, get, list, audited, publish };
}

const everything = [
  'cart prod in-sync',
  'web dev not-deployed',
  'cart dev behind',
  'web prod in-sync',
];

describe('deployments of an entity', () => {
  it('say what git wants, what runs, how well it is and how fresh that is', async () => {
    const { get } = await start();
    const { status, body } = await get({ entityRef: 'component:default/cart' });
    expect(status).toBe(200);
    expect(body).toEqual({
      items: [
        expect.objectContaining({
          platform: 'shop',
          service: 'cart',
          environment: 'prod',
          cluster: 'eu-1',
          namespace: 'shop',
          drift: 'in-sync',
          unpromoted: '1.3.0',
          wanted: {
            version: '1.2.0',
            url: 'https://git.example.com/shop/src/tag/v1/helm/shop/Chart.yaml',
            ref: 'v1',
            commit: expect.any(String),
          },
          deployed: expect.objectContaining({
            version: '1.2.0',
            source: 'labels',
          }),
          health: expect.objectContaining({ available: 0, desired: 2 }),
          stale: false,
          recorded: false,
          observedAt: expect.stringMatching(/Z$/),
        }),
        expect.objectContaining({ environment: 'dev', drift: 'behind' }),
      ],
      clusters: [expect.objectContaining({ cluster: 'eu-1', state: 'live' })],
      platforms: [{ platform: 'shop', readAt: expect.stringMatching(/Z$/) }],
    });
  });

  it.each(['cart', '', ':', 'component:default/'])(
    'are refused for %j, which is no entity ref',
    async entityRef => {
      const { get } = await start();
      const { status } = await get({ entityRef });
      expect(status).toBe(400);
    },
  );

  it.each([
    ['component:default/nobody', 'The catalog has no entity'],
    ['component:default/mailer', 'it needs the annotations'],
    ['component:default/stranger', 'it needs the annotations'],
  ])('are not there for %s', async (entityRef, message) => {
    const mailer = { ...component('mailer'), metadata: { name: 'mailer' } };
    const { get } = await start({
      entities: [component('cart'), component('stranger'), mailer],
    });
    const { status, body } = await get({ entityRef });
    expect(status).toBe(404);
    expect(body.error.message).toContain(message);
  });

  it('say that its platform could not be read, and why', async () => {
    const { get } = await start({
      written: { shop: new Error('The git host does not answer') },
    });
    const { status, body } = await get({ entityRef: 'component:default/cart' });
    expect(status).toBe(503);
    expect(body.error.message).toBe(
      'Platform shop has not been read, and component:default/cart may be a service of it: The git host does not answer',
    );
  });

  it('do not say which platform could not be read, and why, to someone who may not read it', async () => {
    const { get } = await start({
      written: { shop: new Error('The git host does not answer') },
      allow: () => false,
    });
    const { status, body } = await get({ entityRef: 'component:default/cart' });
    expect(status).toBe(503);
    expect(body.error.message).toBe(
      'A platform has not been read, and component:default/cart may be a service of it',
    );
  });

  it('are refused to someone who may not read them', async () => {
    const { get } = await start({ allow: () => false });
    const { status, body } = await get({ entityRef: 'component:default/cart' });
    expect(status).toBe(403);
    expect(body.error.message).toContain('chartroom.deployment.read');
  });

  it('hold no dependency that the person may not see', async () => {
    const unwell = async (entities: object[]) => {
      const { get } = await start({ entities });
      const { body } = await get({ entityRef: 'component:default/web' });
      return body.items
        .find((item: any) => item.environment === 'prod')
        .unwellDependencies.map((it: any) => it.service);
    };
    await expect(
      unwell([component('web'), component('cart')]),
    ).resolves.toEqual(['cart']);
    await expect(unwell([component('web')])).resolves.toEqual([]);
  });

  it('are not sent again while they are the same', async () => {
    const { get } = await start();
    const first = await get({ entityRef: 'component:default/cart' });
    const again = await get({ entityRef: 'component:default/cart' }).set(
      'if-none-match',
      first.headers.etag,
    );
    expect(again.status).toBe(304);
  });
});

describe('all deployments', () => {
  it('are listed, the worst first', async () => {
    const { list } = await start();
    await expect(list()).resolves.toEqual(everything);
  });

  it.each([
    [{ environment: 'dev' }, ['web dev not-deployed', 'cart dev behind']],
    [
      { drift: ['behind', 'in-sync'], service: 'cart' },
      ['cart prod in-sync', 'cart dev behind'],
    ],
    [{ owner: 'group:default/web', environment: 'prod' }, ['web prod in-sync']],
    [{ rollout: 'degraded', cluster: 'us-1' }, []],
    [{ platform: 'shop', cluster: 'eu-1' }, everything],
    [{ platform: 'other' }, []],
  ])('are narrowed to %j', async (query, expected) => {
    const { list } = await start();
    await expect(list(query)).resolves.toEqual(expected);
  });

  it('come page by page', async () => {
    const { get } = await start();
    const first = await get({ limit: 3 });
    expect(first.body.items).toHaveLength(3);
    const rest = await get({ limit: 3, cursor: first.body.nextCursor });
    expect(rest.body.items).toHaveLength(1);
    expect(rest.body.nextCursor).toBeUndefined();
  });

  it.each([
    [{ limit: 0 }, 'limit'],
    [{ drift: 'sideways' }, 'drift'],
    [{ colour: 'blue' }, 'colour'],
    [{ cursor: 'zzz' }, 'cursor'],
    [{ environment: { a: 'b' } }, 'environment'],
  ])('refuse %j', async (query, message) => {
    const { get } = await start();
    const { status, body } = await get(query);
    expect(status).toBe(400);
    expect(body.error.message).toContain(message);
  });

  it('hold only services whose entity the person may see, and what git does not know', async () => {
    const source = observed();
    const { list } = await start({
      entities: [component('web')],
      sources: [source],
    });
    source.sink.put({
      cluster: 'eu-1',
      resource: 'apps/deployments',
      observation: workload({ service: 'ghost' }),
    });
    await expect(list()).resolves.toEqual([
      'web dev not-deployed',
      'ghost prod not-in-git',
      'web prod in-sync',
    ]);
  });

  it('hold only platforms that the person may read', async () => {
    const { list } = await start({
      allow: (_, platform) => platform !== 'shop',
    });
    await expect(list()).resolves.toEqual([]);
  });

  it('are not shown to someone who is not signed in', async () => {
    const { get } = await start();
    const { status } = await get().set(
      'authorization',
      mockCredentials.none.header(),
    );
    expect(status).toBe(401);
  });
});

describe('two platforms in one namespace', () => {
  const bank = {
    'service-matrix.yaml': `system: bank
environments:
  - { name: prod, cluster: eu-1, namespace: shop }
services:
  - { name: ledger, port: 80 }
  - { name: cart, port: 80 }
`,
    'helm/bank/Chart.yaml':
      'name: bank\ndependencies:\n  - { name: ledger, version: 1.0.0 }\n',
  };
  const ofBank = (name: string) => {
    const entity = component(name);
    entity.metadata.annotations['chartroom/platform'] = 'bank';
    return entity;
  };
  const startBoth = (options: Options) => {
    const source = observed();
    return {
      source,
      started: start({
        written: { shop: shopFiles, 'shop@v1': shopReleased, bank },
        sources: [source],
        ...options,
      }),
    };
  };

  it('do not show the services of the one to those who may read the other alone', async () => {
    const { source, started } = startBoth({
      allow: (_, platform) => platform === 'shop',
    });
    const { list, get } = await started;
    source.sink.put({
      cluster: 'eu-1',
      resource: 'apps/deployments',
      observation: workload({ service: 'ledger' }),
    });
    await expect(list({ environment: 'prod' })).resolves.toEqual([
      'cart prod in-sync',
      'web prod in-sync',
    ]);
    for (const release of ['', 'shop']) {
      const id = deploymentId({
        ...{ cluster: 'eu-1', namespace: 'shop', release, service: 'ledger' },
      });
      const { status } = await get({}, `deployments/${id}/revisions`);
      expect(status).not.toBe(200);
    }
  });

  it('find a deployment of one id by the platform that the person may read', async () => {
    const { started } = startBoth({
      allow: (_, platform) => platform === 'bank',
      entities: [
        component('cart'),
        {
          ...ofBank('cart'),
          metadata: { ...ofBank('cart').metadata, name: 'bank-cart' },
        },
      ],
    });
    const { get } = await started;
    const { body } = await get();
    expect(body.items.map((it: any) => it.platform)).toEqual(['bank']);
    const answer = await get({}, `deployments/${body.items[0].id}/revisions`);
    // It is found; a source of a test has no history
    expect(answer.body.error.message).toContain("No cluster 'eu-1'");
  });
});

describe('clusters', () => {
  it('say how fresh they are, to those who may read a platform in them', async () => {
    const clusters = async (allow: boolean) => {
      const { get } = await start({ allow: () => allow });
      return (await get({}, 'clusters')).body.items;
    };
    await expect(clusters(true)).resolves.toEqual([
      {
        cluster: 'eu-1',
        recorded: false,
        state: 'live',
        observedAt: expect.stringMatching(/Z$/),
        sources: [{ source: 'labels', state: 'live' }],
      },
    ]);
    await expect(clusters(false)).resolves.toEqual([]);
  });
});

describe('refresh', () => {
  const refresh = (server: any, body?: object) =>
    request(server).post('/api/chartroom/refresh').send(body);

  it('reads platforms now, and is written to the audit log', async () => {
    const written: Written = { shop: shopFiles, 'shop@v1': shopReleased };
    const { server, list, audited } = await start({ written });
    await list();
    written['shop@v1'] = shopFiles;
    const { status, body } = await refresh(server, { platform: 'shop' });
    expect(status).toBe(200);
    expect(body).toEqual({
      platforms: [{ platform: 'shop', readAt: expect.stringMatching(/Z$/) }],
    });
    await expect(list({ environment: 'prod' })).resolves.toEqual([
      'cart prod behind',
      'web prod behind',
    ]);
    expect(audited).toEqual([
      'deployment-refresh {"platforms":"shop"}',
      'deployment-refresh succeeded',
    ]);
    await expect(refresh(server)).resolves.toMatchObject({ status: 200 });
  });

  it('happens by itself when a platform has changed', async () => {
    const written: Written = { shop: shopFiles, 'shop@v1': shopReleased };
    const { list, publish } = await start({ written });
    await list();
    written['shop@v1'] = shopFiles;
    for (const eventPayload of [{}, { platform: 'other' }]) {
      await publish({ topic: PLATFORM_CHANGED_TOPIC, eventPayload });
    }
    await expect(list({ drift: 'in-sync' })).resolves.toHaveLength(2);
    await publish({
      topic: PLATFORM_CHANGED_TOPIC,
      eventPayload: { platform: 'shop' },
    });
    await expect(list({ drift: 'in-sync' })).resolves.toEqual([]);
  });

  it('is refused without the permission, and for what is no platform', async () => {
    const { server } = await start({
      allow: permission => permission !== 'chartroom.deployment.refresh',
    });
    expect((await refresh(server)).status).toBe(403);
    expect((await refresh(server, { platform: 'shop' })).status).toBe(403);
    expect((await refresh(server, { platform: 'nowhere' })).status).toBe(404);
    expect((await refresh(server, { colour: 'blue' })).status).toBe(400);
  });
});

describe('health', () => {
  it('is one word, for anyone', async () => {
    const ask = async (options: Options) => {
      const { get } = await start(options);
      await get();
      const { status, body } = await get({}, 'health').set(
        'authorization',
        mockCredentials.none.header(),
      );
      return [status, body];
    };
    await expect(ask({})).resolves.toEqual([200, { status: 'ready' }]);
    await expect(ask({ sources: [new TestSource('eu-1')] })).resolves.toEqual([
      503,
      { status: 'starting' },
    ]);
    await expect(
      ask({
        sources: [
          new TestSource('eu-1', sink =>
            sink.report(live({ state: 'unreachable' })),
          ),
        ],
      }),
    ).resolves.toEqual([200, { status: 'degraded' }]);
  });
});
