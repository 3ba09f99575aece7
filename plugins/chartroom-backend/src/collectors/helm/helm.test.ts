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

import { gzipSync } from 'node:zlib';
import { mockServices } from '@backstage/backend-test-utils';
import { serveKubernetes } from '../../kubernetes/__fixtures__/serveKubernetes';
import { objects } from '../__fixtures__/objects';
import { TestSink } from '../__fixtures__/TestSink';
import { waitUntil } from '../__fixtures__/waitUntil';
import { ClusterCollector } from '../ClusterCollector';
import { defaultTimes } from '../defaultTimes';

const LIST = 'helm/secrets';

const ends = new Array<() => Promise<void> | void>();

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) {
    await end();
  }
});

async function setUp(options: {
  releases?: Array<ReturnType<typeof objects.release>>;
  helm?: { namespaces?: string[] };
  /** Answers in place of the server where it returns true. */
  intercept?: Awaited<ReturnType<typeof serveKubernetes>>['intercept'];
}) {
  const server = await serveKubernetes();
  server.intercept = options.intercept;
  const stop = new AbortController();
  ends.push(
    () => server.stop(),
    () => stop.abort(),
  );
  for (const release of options.releases ?? []) {
    server.put('/secrets', release);
  }
  const decoded = new Array<boolean>();
  const collector = ClusterCollector.create({
    cluster: 'eu-1',
    connect: async () => ({
      cluster: 'eu-1',
      url: new URL(server.url),
      tls: { skipVerification: false },
      credentials: { getToken: async () => undefined },
    }),
    helm: 'helm' in options ? options.helm : {},
    logger: mockServices.logger.mock(),
    metrics: {
      requested() {},
      received() {},
      confirmed() {},
      decoded: ({ headOnly }) => decoded.push(headOnly),
    },
    times: { ...defaultTimes, minimumBackoff: 10, maximumBackoff: 40 },
  });
  const sink = new TestSink();
  await collector.start({ sink, signal: stop.signal });
  await waitUntil(() => sink.freshness?.state === 'live');
  return {
    server,
    collector,
    sink,
    decoded,
    release: (key: string) => {
      const observation = sink.lists.get(LIST)?.get(key);
      return observation?.type === 'release' ? observation.release : undefined;
    },
    /** The bodies that were asked for. */
    bodies: () =>
      server.requests.flatMap(it => it.match(/secrets\/([^?]*)/)?.[1] ?? []),
  };
}

describe('the source helm', () => {
  it('reads the body of a current release once, and of superseded ones never', async () => {
    const { server, release, bodies, decoded } = await setUp({
      releases: [
        objects.release({ name: 'cart', revision: 1, status: 'superseded' }),
        objects.release({ name: 'cart', revision: 2, version: '1.2.0' }),
      ],
    });
    expect(release('shop/cart')).toMatchObject({
      source: 'helm',
      name: 'cart',
      namespace: 'shop',
      chart: { name: 'cart', version: '1.2.0', appVersion: '7' },
      revision: 2,
      status: 'deployed',
      toldBy: 'Secret shop/sh.helm.release.v1.cart.v2',
    });
    expect(bodies()).toEqual(['sh.helm.release.v1.cart.v2']);
    expect(decoded).toEqual([true]);
    const lists = server.requests.filter(it => it.includes('/secrets?'));
    expect(
      lists.every(it =>
        decodeURIComponent(it).includes(
          'labelSelector=owner=helm,status!=superseded&fieldSelector=type=helm.sh/release.v1',
        ),
      ),
    ).toBe(true);
    await waitUntil(() => server.watches() === 8);
    expect(
      server.headers
        .map(({ accept }) => accept)
        .filter(it => it?.includes('PartialObjectMetadata')),
    ).toEqual([
      'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1',
      'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1',
    ]);
  });

  it('reads no body again when all is listed anew', async () => {
    const { server, sink, bodies } = await setUp({
      releases: [objects.release({ name: 'cart', revision: 1 })],
    });
    await waitUntil(() => server.watches() === 8);
    server.compact();
    server.cut();
    await waitUntil(
      () =>
        sink.calls.filter(it => it.startsWith(`replace ${LIST}`)).length > 1,
    );
    expect(sink.keys(LIST)).toEqual(['shop/cart']);
    expect(bodies()).toHaveLength(1);
  });

  it('follows an upgrade, and tells only what its Secrets say together', async () => {
    const { server, sink, release } = await setUp({
      releases: [objects.release({ name: 'cart', revision: 1 })],
    });
    await waitUntil(() => server.watches() === 8);
    const write = (revision: number, status: string) =>
      server.put(
        '/secrets',
        objects.release({
          name: 'cart',
          revision,
          status,
          version: `1.${revision}.0`,
        }),
      );
    write(2, 'pending-upgrade');
    write(1, 'superseded');
    write(2, 'deployed');
    await waitUntil(() => release('shop/cart')?.revision === 2);
    expect(release('shop/cart')).toMatchObject({
      chart: { version: '1.2.0' },
      status: 'deployed',
    });
    expect(sink.calls.filter(it => it.startsWith(`put ${LIST}`))).toEqual([
      `put ${LIST} shop/cart`,
    ]);
  });

  it('tells which revision serves where an upgrade has failed', async () => {
    const { release, bodies } = await setUp({
      releases: [
        objects.release({ name: 'cart', revision: 1, version: '1.0.0' }),
        objects.release({ name: 'cart', revision: 2, status: 'failed' }),
        objects.release({
          name: 'cart',
          revision: 3,
          status: 'failed',
          version: '3.0.0',
          description: 'Upgrade failed: timed out',
        }),
      ],
    });
    expect(release('shop/cart')).toMatchObject({
      chart: { version: '1.0.0' },
      revision: 3,
      deployedRevision: 1,
      status: 'failed',
      description: 'Upgrade failed: timed out',
    });
    expect(bodies().sort()).toEqual([
      'sh.helm.release.v1.cart.v1',
      'sh.helm.release.v1.cart.v3',
    ]);
  });

  it('tells the versions of the charts inside, for which it needs all of the body', async () => {
    const { release, decoded } = await setUp({
      releases: [
        objects.release({
          name: 'shop',
          revision: 1,
          dependencies: [{ name: 'cart', version: '^1.0.0' }],
          manifest: [
            '---',
            '# Source: shop/charts/cart/templates/deployment.yaml',
            'apiVersion: apps/v1',
            'kind: Deployment',
            'metadata:',
            '  name: cart',
            '  labels:',
            '    helm.sh/chart: cart-1.4.2',
            '',
          ].join('\n'),
        }),
      ],
    });
    expect(release('shop/shop')?.subcharts).toEqual([
      expect.objectContaining({
        name: 'cart',
        version: '1.4.2',
        certainty: 'source',
      }),
    ]);
    expect(decoded).toEqual([false]);
  });

  it('forgets a release that is uninstalled', async () => {
    const { server, sink } = await setUp({
      releases: [objects.release({ name: 'cart', revision: 1 })],
    });
    await waitUntil(() => server.watches() === 8);
    server.remove('/secrets', 'shop/sh.helm.release.v1.cart.v1');
    await waitUntil(() => sink.keys(LIST).length === 0);
    expect(sink.calls).toContain(`remove ${LIST} shop/cart`);
  });

  it.each([
    ['no base64', '%%%'],
    ['no gzip', Buffer.from('bm90aGluZw==').toString('base64')],
    [
      'no release',
      Buffer.from(gzipSync('{"a":1}').toString('base64')).toString('base64'),
    ],
    [
      'a bomb',
      Buffer.from(
        gzipSync(Buffer.alloc(40 * 1024 * 1024, ' ')).toString('base64'),
      ).toString('base64'),
    ],
  ])('tells a release whose record is %s by its metadata', async (_, data) => {
    const { release } = await setUp({
      releases: [
        objects.release({ name: 'broken', revision: 1, data }),
        objects.release({ name: 'cart', revision: 1 }),
      ],
    });
    expect(release('shop/broken')).toMatchObject({
      revision: 1,
      status: 'deployed',
      description: expect.stringMatching(/record/),
    });
    expect(release('shop/cart')?.chart?.version).toBe('1.0.0');
  });

  it('asks again for a body that could not be had', async () => {
    const { server, release } = await setUp({});
    await waitUntil(() => server.watches() === 8);
    server.intercept = (request, response) => {
      if (!request.url?.includes('secrets/')) {
        return false;
      }
      server.intercept = undefined;
      response.writeHead(500);
      response.end('{}');
      return true;
    };
    server.put('/secrets', objects.release({ name: 'cart', revision: 1 }));
    await waitUntil(() => release('shop/cart') !== undefined);
    expect(release('shop/cart')?.chart?.version).toBe('1.0.0');
  });

  it.each([404, 403, 500])(
    'tells a listed release whose body answers %i by its metadata, the others whole, and asks again',
    async status => {
      let refused = 0;
      const { release } = await setUp({
        releases: [
          objects.release({ name: 'cart', revision: 1 }),
          objects.release({ name: 'user', revision: 1 }),
        ],
        intercept: (request, response) => {
          if (
            refused > 0 ||
            !request.url?.includes('secrets/sh.helm.release.v1.cart')
          ) {
            return false;
          }
          refused += 1;
          response.writeHead(status);
          response.end('{}');
          return true;
        },
      });
      await waitUntil(() => release('shop/user') !== undefined);
      expect(release('shop/user')?.chart?.version).toBe('1.0.0');
      expect(release('shop/cart')?.description).toMatch(/cannot be read/);
      await waitUntil(() => release('shop/cart')?.chart?.version === '1.0.0');
    },
  );

  it('keeps nothing of the values and the manifest', async () => {
    const { sink } = await setUp({
      releases: [objects.release({ name: 'cart', revision: 1 })],
    });
    const kept = JSON.stringify([...sink.lists.values()].map(it => [...it]));
    expect(kept).not.toContain('hunter2');
  });
});

describe('the history of a release', () => {
  const releases = [
    objects.release({ name: 'cart', revision: 1, status: 'superseded' }),
    objects.release({ name: 'cart', revision: 10, status: 'failed' }),
    objects.release({ name: 'cart', revision: 9 }),
    objects.release({ name: 'cart-too', revision: 3 }),
  ];

  it('lists the revisions, the newest first, without a body', async () => {
    const { collector, server } = await setUp({ releases });
    const asked = server.requests.length;
    const revisions = await collector.listRevisions({
      namespace: 'shop',
      release: 'cart',
    });
    expect(revisions).toMatchObject([
      { revision: 10, status: 'failed', createdAt: '2026-11-01T10:00:00.000Z' },
      { revision: 9, status: 'deployed' },
      { revision: 1, status: 'superseded' },
    ]);
    expect(
      server.requests.slice(asked).filter(it => it.includes('/shop/secrets')),
    ).toHaveLength(1);
  });

  it('reads one revision whole', async () => {
    const { collector } = await setUp({ releases });
    const record = await collector.readRevision({
      namespace: 'shop',
      release: 'cart',
      revision: 1,
    });
    expect(record).toMatchObject({
      revision: 1,
      body: { values: { password: 'hunter2' }, notes: 'Enjoy' },
    });
    await expect(
      collector.readRevision({
        namespace: 'shop',
        release: 'cart',
        revision: 2,
      }),
    ).rejects.toThrow(
      'Cluster eu-1 keeps no revision 2 of release cart in namespace shop',
    );
  });

  it('is read only where release Secrets are opted in', async () => {
    const { collector } = await setUp({
      releases,
      helm: { namespaces: ['elsewhere'] },
    });
    await expect(
      collector.listRevisions({ namespace: 'shop', release: 'cart' }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    const { collector: without } = await setUp({ releases, helm: undefined });
    await expect(
      without.readRevision({ namespace: 'shop', release: 'cart', revision: 1 }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
  });

  it.each(['a,status=deployed', '../pods', 'x'.repeat(60), ''])(
    'refuses %j as the name of a release',
    async release => {
      const { collector } = await setUp({});
      await expect(
        collector.listRevisions({ namespace: 'shop', release }),
      ).rejects.toMatchObject({ name: 'InputError' });
      await expect(
        collector.listRevisions({ namespace: `${release}/`, release: 'cart' }),
      ).rejects.toMatchObject({ name: 'InputError' });
    },
  );
});
