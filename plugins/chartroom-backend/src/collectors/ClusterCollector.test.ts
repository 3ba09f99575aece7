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
import { KubernetesError } from '../kubernetes';
import {
  serveKubernetes,
  type KubernetesServer,
} from '../kubernetes/__fixtures__/serveKubernetes';
import { objects } from './__fixtures__/objects';
import { TestSink } from './__fixtures__/TestSink';
import { waitUntil } from './__fixtures__/waitUntil';
import { ClusterCollector } from './ClusterCollector';
import { defaultTimes } from './defaultTimes';

const times = {
  ...defaultTimes,
  minimumBackoff: 10,
  maximumBackoff: 40,
  forbidden: 50,
  absent: 50,
};

const servers = new Array<KubernetesServer>();
const stops = new Array<AbortController>();

afterEach(async () => {
  stops.splice(0).forEach(stop => stop.abort());
  await Promise.all(servers.splice(0).map(server => server.stop()));
});

async function serve() {
  const server = await serveKubernetes();
  servers.push(server);
  return server;
}

type Collector = Parameters<typeof ClusterCollector.create>[0];

async function collect(
  server: { url: string },
  options: Partial<Collector> & { getToken?: () => Promise<string> } = {},
) {
  const { getToken = async () => undefined, ...rest } = options;
  const sink = new TestSink();
  const stop = new AbortController();
  stops.push(stop);
  const collector = ClusterCollector.create({
    cluster: 'eu-1',
    connect: async () => ({
      cluster: 'eu-1',
      url: new URL(server.url),
      tls: { skipVerification: false },
      credentials: { getToken },
    }),
    logger: mockServices.logger.mock(),
    ...rest,
    times: { ...times, ...rest.times },
  });
  await collector.start({ sink, signal: stop.signal });
  return { collector, sink, stop };
}

/** Waits until everything is watched that can be. */
async function settled(sink: TestSink, state = 'live') {
  await waitUntil(() => sink.freshness?.state === state);
}

describe('ClusterCollector', () => {
  it('lists, and goes on by what changes', async () => {
    const server = await serve();
    server.put('apps/deployments', objects.deployment('cart'));
    const { sink } = await collect(server);
    await settled(sink);
    expect(sink.reports[0]).toMatchObject({ state: 'starting' });
    expect(sink.keys('apps/deployments')).toEqual(['shop/cart']);
    expect(sink.freshness).toEqual({
      cluster: 'eu-1',
      recorded: false,
      state: 'live',
      observedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      sources: [
        { source: 'labels', state: 'live' },
        expect.objectContaining({ source: 'flux', state: 'absent' }),
        expect.objectContaining({ source: 'argocd', state: 'absent' }),
        {
          source: 'helm',
          state: 'off',
          message: expect.stringContaining('chartroom.clusters'),
        },
      ],
    });

    server.put('apps/deployments', objects.deployment('user'));
    server.put('apps/deployments', objects.deployment('cart', { replicas: 3 }));
    await waitUntil(() =>
      sink.calls.includes('put apps/deployments shop/cart'),
    );
    expect(sink.lists.get('apps/deployments')?.get('shop/cart')).toMatchObject({
      namespace: 'shop',
      object: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        spec: { replicas: 3 },
      },
    });
    server.remove('apps/deployments', 'shop/user');
    await waitUntil(() => sink.keys('apps/deployments').length === 1);
    expect(server.requests.filter(it => !it.includes('watch'))).toEqual(
      expect.arrayContaining([
        '/apis/apps/v1/deployments?limit=500&resourceVersion=0',
        '/api/v1/pods?limit=500&resourceVersion=0',
      ]),
    );
    expect(server.requests.join()).not.toContain('secrets');
  });

  it('keeps nothing secret of an object', async () => {
    const server = await serve();
    server.put('apps/deployments', objects.deployment('cart'));
    const { sink } = await collect(server);
    await settled(sink);
    const kept = JSON.stringify([...sink.lists.values()].map(it => [...it]));
    expect(kept).toContain('cart:1');
    expect(kept).not.toContain('hunter2');
    expect(kept).not.toContain('managedFields');
  });

  it('follows the pages of a server that has no watch cache', async () => {
    const server = await serve();
    server.paged = true;
    for (let index = 0; index < 1_200; index += 1) {
      server.put('apps/deployments', objects.deployment(`service-${index}`));
    }
    const { sink } = await collect(server);
    await settled(sink);
    expect(sink.keys('apps/deployments')).toHaveLength(1_200);
    expect(
      server.requests.filter(it =>
        it.startsWith('/apis/apps/v1/deployments?limit'),
      ),
    ).toEqual([
      '/apis/apps/v1/deployments?limit=500&resourceVersion=0',
      expect.stringContaining('continue=500'),
      expect.stringContaining('continue=1000'),
    ]);
  });

  it('goes on from where it was when its connections are cut, without a new list', async () => {
    const server = await serve();
    server.put('apps/deployments', objects.deployment('cart'));
    const { sink } = await collect(server);
    await settled(sink);
    const lists = () =>
      server.requests.filter(it =>
        it.startsWith('/apis/apps/v1/deployments?limit'),
      );
    for (const name of ['user', 'ratings', 'shipping']) {
      await waitUntil(() => server.watches() === 7);
      server.cut();
      server.put('apps/deployments', objects.deployment(name));
      await waitUntil(() =>
        sink.keys('apps/deployments').includes(`shop/${name}`),
      );
    }
    expect(lists()).toHaveLength(1);
    expect(sink.reports.map(({ state }) => state)).not.toContain('unreachable');
  });

  it.each([
    'when the changes are no longer kept',
    'when the server says so by its status',
  ])('lists anew %s', async how => {
    const server = await serve();
    server.put('apps/deployments', objects.deployment('cart'));
    server.put('apps/deployments', objects.deployment('user'));
    const { sink } = await collect(server);
    await settled(sink);
    await waitUntil(() => server.watches() === 7);
    server.compact();
    if (how.includes('status')) {
      server.intercept = (request, response) => {
        if (!request.url?.includes('watch')) {
          server.intercept = undefined;
          return false;
        }
        response.writeHead(410);
        response.end('{}');
        return true;
      };
    }
    server.cut();
    server.remove('apps/deployments', 'shop/user');
    await waitUntil(() => sink.keys('apps/deployments').length === 1);
    // From storage and not from what is at hand, which may be older than what is known.
    expect(server.requests).toContain('/apis/apps/v1/deployments?limit=500');
  });

  it.each([
    ['a line that is no JSON', 'garbage\n'],
    ['an event without an object', '{"type":"ADDED"}\n'],
    ['a page of a proxy', '<html>\n'],
    ['a line of 10 MB', `${'x'.repeat(10_000_000)}\n`],
  ])('gets over %s in a watch', async (_what, text) => {
    const server = await serve();
    server.put('apps/deployments', objects.deployment('cart'));
    const { sink } = await collect(server);
    await settled(sink);
    await waitUntil(() => server.watches() === 7);
    const watched = () =>
      server.requests.filter(it => it.includes('watch=')).length;
    expect(watched()).toBe(7);
    server.write(text);
    await waitUntil(() => watched() === 14);
    server.put('apps/deployments', objects.deployment('user'));
    await waitUntil(() => sink.keys('apps/deployments').length === 2);
  });

  it('leaves out an object that has no right shape, and keeps the others', async () => {
    const server = await serve();
    server.put('apps/deployments', objects.deployment('cart'));
    server.put('apps/deployments', {
      ...objects.deployment('odd'),
      metadata: {
        name: 'odd',
        namespace: 'shop',
        labels: JSON.parse('{"a":1}'),
      },
    });
    const { sink } = await collect(server);
    await settled(sink);
    expect(sink.keys('apps/deployments')).toEqual(['shop/cart']);
  });

  it('takes a bookmark as a confirmation, and reports no more than once a second', async () => {
    const server = await serve();
    const { sink } = await collect(server);
    await settled(sink);
    await waitUntil(() => server.watches() === 7);
    const { length } = sink.reports;
    const before = sink.freshness!.observedAt!;
    const until = Date.now() + 1_300;
    while (Date.now() < until) {
      server.bookmark();
      await new Promise(resolve => {
        setTimeout(resolve, 20);
      });
    }
    expect(sink.reports.length - length).toBeGreaterThanOrEqual(1);
    expect(sink.reports.length - length).toBeLessThanOrEqual(2);
    expect(sink.freshness!.observedAt! > before).toBe(true);
  });

  it('asks for the token anew, once, where it is refused', async () => {
    const server = await serve();
    let token = 'old';
    const refreshed = new Array<boolean>();
    server.intercept = (request, response) => {
      if (request.headers.authorization === `Bearer ${token}`) {
        return false;
      }
      response.writeHead(401);
      response.end('{}');
      return true;
    };
    let sent = 'old';
    const sink = new TestSink();
    const stop = new AbortController();
    stops.push(stop);
    await ClusterCollector.create({
      cluster: 'eu-1',
      connect: async () => ({
        cluster: 'eu-1',
        url: new URL(server.url),
        tls: { skipVerification: false },
        credentials: {
          getToken: async ({ refresh }) => {
            refreshed.push(refresh);
            sent = refresh ? token : sent;
            return sent;
          },
        },
      }),
      logger: mockServices.logger.mock(),
      times,
    }).start({ sink, signal: stop.signal });
    await settled(sink);
    expect(refreshed).not.toContain(true);
    token = 'new';
    server.cut();
    server.put('apps/deployments', objects.deployment('cart'));
    await waitUntil(() => sink.keys('apps/deployments').length === 1);
    expect(refreshed).toContain(true);
    expect(sink.reports.map(({ state }) => state)).not.toContain('unreachable');
  });

  it('says that its credentials are not accepted, without them, and recovers', async () => {
    const server = await serve();
    let accepts = false;
    server.intercept = (_request, response) => {
      if (accepts) {
        return false;
      }
      response.writeHead(401);
      response.end('{"message":"hunter2"}');
      return true;
    };
    const { sink } = await collect(server, { getToken: async () => 'hunter2' });
    await settled(sink, 'unreachable');
    expect(sink.freshness?.message).toBe(
      'Cluster eu-1 does not accept the credentials that it is given: they have expired, or are of another cluster',
    );
    expect(JSON.stringify(sink.reports)).not.toContain('hunter2');
    accepts = true;
    await settled(sink);
  });

  it('tells what it may not see, and goes on with the rest', async () => {
    const server = await serve();
    server.put('apps/deployments', objects.deployment('cart'));
    server.intercept = (request, response) => {
      if (!request.url?.startsWith('/api/v1/namespaces/shop/secrets')) {
        return false;
      }
      response.writeHead(403);
      response.end('{}');
      return true;
    };
    const { sink } = await collect(server, {
      helm: { namespaces: ['shop'] },
    });
    await waitUntil(() => sink.source('helm')?.state === 'forbidden');
    await settled(sink, 'partial');
    expect(sink.source('helm')?.message).toBe(
      'Cluster eu-1 does not allow Chartroom to list secrets in namespace shop: grant its account the verbs get, list and watch on them',
    );
    expect(sink.source('labels')).toEqual({ source: 'labels', state: 'live' });
    expect(sink.keys('apps/deployments')).toEqual(['shop/cart']);
    server.intercept = undefined;
    await settled(sink);
  });

  const granted = 'grant its account the verbs list and watch on them';
  const notThere = 'does not have argoproj.io/applications';
  it.each([
    ['absent', notThere, 404, {}],
    ['absent', notThere, 200, { resources: [{ name: 'rollouts' }] }],
    ['forbidden', granted, 200, { resources: [{ name: 'applications' }] }],
    ['forbidden', granted, 200, 'nonsense'],
    ['forbidden', granted, 403, {}],
    ['forbidden', granted, 500, {}],
  ])(
    'takes a refusal of Applications for %s (%s) where the kinds are answered with %s %j',
    async (state, message, status, kinds) => {
      const server = await serve();
      server.intercept = (request, response) => {
        const { url = '' } = request;
        if (url.startsWith('/apis/argoproj.io/v1alpha1/applications')) {
          response.writeHead(403);
          response.end('{}');
        } else if (url.startsWith('/apis/argoproj.io/v1alpha1')) {
          response.writeHead(status);
          response.end(JSON.stringify(kinds));
        } else {
          return false;
        }
        return true;
      };
      const { sink } = await collect(server);
      await waitUntil(() => sink.source('argocd')?.state === state);
      await settled(sink, state === 'absent' ? 'live' : 'partial');
      expect(sink.source('argocd')).toEqual({
        source: 'argocd',
        state,
        message: expect.stringContaining(message),
      });
    },
  );

  it('shows nothing any longer that it may not see any longer', async () => {
    const server = await serve();
    server.put('apps/deployments', objects.deployment('cart'));
    const { sink } = await collect(server);
    await settled(sink);
    server.intercept = (request, response) => {
      if (!request.url?.startsWith('/apis/apps/v1/deployments')) {
        return false;
      }
      response.writeHead(403);
      response.end('{}');
      return true;
    };
    server.cut();
    await waitUntil(() => sink.keys('apps/deployments').length === 0);
    expect(sink.freshness).toMatchObject({ state: 'partial' });
    server.intercept = undefined;
    await waitUntil(() => sink.keys('apps/deployments').length === 1);
  });

  it('lists again and again where it may list and not watch', async () => {
    const server = await serve();
    server.put('apps/deployments', objects.deployment('cart'));
    server.intercept = (request, response) => {
      if (!/apps\/v1\/deployments.*watch/.test(request.url ?? '')) {
        return false;
      }
      response.writeHead(403);
      response.end('{}');
      return true;
    };
    const { sink } = await collect(server);
    await settled(sink, 'partial');
    server.put('apps/deployments', objects.deployment('user'));
    await waitUntil(() => sink.keys('apps/deployments').length === 2);
    server.put('apps/deployments', objects.deployment('ratings'));
    await waitUntil(() => sink.keys('apps/deployments').length === 3);
    expect(sink.calls).not.toContain('replace apps/deployments 0');
    expect(sink.source('labels')?.message).toContain(
      'watch apps/deployments in all namespaces',
    );
  });

  it('finds kinds that come to be defined later', async () => {
    const server = await serve();
    const { sink } = await collect(server);
    await settled(sink);
    expect(sink.source('flux')?.state).toBe('absent');
    server.put('helm.toolkit.fluxcd.io/helmreleases', {
      metadata: { name: 'cart', namespace: 'shop' },
      spec: {
        chart: { spec: { chart: 'cart', version: '1.x' } },
      },
      status: {
        history: [
          {
            name: 'cart',
            namespace: 'shop',
            chartName: 'cart',
            chartVersion: '1.2.3',
            appVersion: '7',
            version: 2,
            status: 'deployed',
            lastDeployed: '2026-11-02T10:00:00Z',
          },
        ],
      },
    });
    await waitUntil(() => sink.source('flux')?.state === 'live');
    expect(
      sink.lists.get('helm.toolkit.fluxcd.io/helmreleases')?.get('shop/cart'),
    ).toMatchObject({
      type: 'release',
      release: { source: 'flux', chart: { name: 'cart', version: '1.2.3' } },
    });
  });

  it('watches each of some namespaces by a list of its own', async () => {
    const server = await serve();
    server.put('apps/deployments', objects.deployment('cart'));
    server.put('apps/deployments', {
      ...objects.deployment('other'),
      metadata: { name: 'other', namespace: 'elsewhere' },
    });
    const { sink } = await collect(server, { namespaces: ['shop', 'later'] });
    await settled(sink);
    expect(sink.keys('apps/deployments@shop')).toEqual(['shop/cart']);
    expect(sink.keys('apps/deployments@later')).toEqual([]);
    server.put('apps/deployments', {
      ...objects.deployment('new'),
      metadata: { name: 'new', namespace: 'later' },
    });
    await waitUntil(() => sink.keys('apps/deployments@later').length === 1);
    server.remove('apps/deployments', 'later/new');
    await waitUntil(() => sink.keys('apps/deployments@later').length === 0);
    expect(server.requests.join()).not.toContain('apps/v1/deployments');
  });

  it('keeps its last state while a cluster is down, says since when, and touches no other', async () => {
    const server = await serve();
    const other = await serve();
    server.put('apps/deployments', objects.deployment('cart'));
    const { sink } = await collect(server);
    const { sink: otherSink } = await collect(other, { cluster: 'us-1' });
    await settled(sink);
    await settled(otherSink);
    const { observedAt } = sink.freshness!;
    await server.stop();
    await settled(sink, 'unreachable');
    expect(sink.freshness?.message).toBe(
      'Cluster eu-1 cannot be reached: nothing listens there',
    );
    expect(sink.freshness!.observedAt! >= observedAt!).toBe(true);
    const since = sink.freshness!.observedAt!;
    expect(sink.keys('apps/deployments')).toEqual(['shop/cart']);
    other.put('apps/deployments', objects.deployment('user'));
    await waitUntil(() => otherSink.keys('apps/deployments').length === 1);
    expect(otherSink.freshness?.state).toBe('live');
    expect(sink.freshness!.observedAt).toBe(since);
  });

  it('notices a cluster that swallows everything, and no longer ends a connection', async () => {
    const server = await serve();
    const { sink } = await collect(server, {
      times: { ...times, probe: 200, requestIdle: 300 },
    });
    await settled(sink);
    server.intercept = () => true;
    await settled(sink, 'unreachable');
    expect(sink.freshness?.message).toBe(
      'Cluster eu-1 cannot be reached: it did not answer in time',
    );
    server.intercept = undefined;
    await settled(sink);
  });

  it('comes back at once when a cluster answers again, however long it was away', async () => {
    const server = await serve();
    const { sink } = await collect(server, {
      times: { ...times, probe: 200, minimumBackoff: 100, maximumBackoff: 1e6 },
    });
    await settled(sink);
    await waitUntil(() => server.watches() === 7);
    server.intercept = request => {
      request.socket.destroy();
      return true;
    };
    server.cut();
    await settled(sink, 'unreachable');
    const away = server.requests.length;
    await waitUntil(() => server.requests.length > away + 30);
    server.put('apps/deployments', objects.deployment('cart'));
    server.intercept = undefined;
    const began = Date.now();
    await settled(sink);
    expect(sink.keys('apps/deployments')).toEqual(['shop/cart']);
    expect(Date.now() - began).toBeLessThan(1_000);
  });

  it('follows no redirect', async () => {
    const server = await serve();
    const elsewhere = await serve();
    server.intercept = (_request, response) => {
      response.writeHead(302, { location: `${elsewhere.url}/api/v1/pods` });
      response.end();
      return true;
    };
    const { sink } = await collect(server);
    await settled(sink, 'partial');
    expect(sink.freshness?.message).toContain('not followed');
    expect(elsewhere.requests).toEqual([]);
  });

  it('tells what a server says that fails, on one line and cut short', async () => {
    const server = await serve();
    server.intercept = (_request, response) => {
      response.writeHead(500);
      response.end(
        JSON.stringify({ message: `etcd\u0000\nis down${'!'.repeat(9_000)}` }),
      );
      return true;
    };
    const { sink } = await collect(server);
    await settled(sink, 'partial');
    const message = sink.source('labels')?.message ?? '';
    expect(message).toContain('answered 500');
    expect(message).toContain(': etcd is down!!!');
    expect(message.length).toBeLessThan(500);
  });

  it('keeps the path of an address in front of what it asks for', async () => {
    const server = await serve();
    server.put('apps/deployments', objects.deployment('cart'));
    const { sink } = await collect({ url: `${server.url}/prefix/` });
    await settled(sink);
    expect(server.requests.every(it => it.startsWith('/prefix/ap'))).toBe(true);
    expect(sink.keys('apps/deployments')).toEqual(['shop/cart']);
  });

  it('says why it cannot connect, and tries again', async () => {
    const server = await serve();
    let there = false;
    const { sink } = await collect(server, {
      connect: async () => {
        if (!there) {
          throw new KubernetesError({
            failure: 'unauthorized',
            message: 'Cluster eu-1 is not observed: a file is missing',
          });
        }
        return {
          cluster: 'eu-1',
          url: new URL(server.url),
          tls: { skipVerification: false },
          credentials: { getToken: async () => undefined },
        };
      },
    });
    await settled(sink, 'unreachable');
    expect(sink.freshness?.message).toContain('a file is missing');
    there = true;
    await settled(sink);
  });

  it('ends every connection and all work when it is stopped', async () => {
    const server = await serve();
    const { sink, stop } = await collect(server);
    await settled(sink);
    await waitUntil(() => server.watches() === 7);
    stop.abort();
    await waitUntil(() => server.watches() === 0);
    const asked = server.requests.length;
    const reports = sink.reports.length;
    await new Promise(resolve => {
      setTimeout(resolve, 200);
    });
    expect(server.requests).toHaveLength(asked);
    expect(sink.reports).toHaveLength(reports);
  });
});
