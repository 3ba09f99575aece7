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

import { deployments } from './deployments';
import type { Deployment } from './Deployment';
import type { NamespaceObservations } from './NamespaceObservations';
import type { ClusterFreshness } from './Observation';
import type { WantedDeployment } from './WantedDeployment';
import { observeApplication, observeFluxRelease } from '../releases';
import { fresh, release, runs, wants } from './__testUtils__/shop';

function judge(options: {
  wanted?: WantedDeployment[];
  neighbours?: WantedDeployment[];
  seen?: Partial<NamespaceObservations>;
  freshness?: ClusterFreshness | 'unknown';
}): Deployment[] {
  const { wanted = [wants()], neighbours, seen, freshness = fresh() } = options;
  return deployments({
    wanted,
    neighbours,
    observations: ({ cluster, namespace }) =>
      cluster === 'eu-1' && namespace === 'shop' && seen
        ? { objects: [], releases: [], ...seen }
        : undefined,
    freshness: () => (freshness === 'unknown' ? undefined : freshness),
    staleAfterMilliseconds: 90_000,
    now: new Date('2026-11-21T12:00:00Z'),
  });
}

function judgeOne(options: Parameters<typeof judge>[0]): Deployment {
  return judge(options)[0];
}

describe('what is deployed', () => {
  it('is told by the labels of the workload', () => {
    const {
      deployed,
      drift,
      message,
      release: name,
    } = judgeOne({
      seen: { objects: [runs({ chart: 'cart-1.2.0' })] },
    });
    expect(deployed).toEqual({
      version: '1.2.0',
      certainty: 'label',
      appVersion: '2.0.0',
      image: 'shop/cart:2.0.0',
      source: 'labels',
      toldBy: 'Deployment shop/cart',
    });
    expect({ drift, message, name }).toEqual({
      drift: 'in-sync',
      message: 'Version 1.2.0 runs, as git wants.',
      name: 'shop',
    });
  });

  it('is believed of Helm before Flux, Argo CD and labels, and the others are shown', () => {
    const of = (source: string, version: string) =>
      release({
        source,
        toldBy: `told by ${source}`,
        subcharts: [{ ...release().subcharts[0], version }],
      });
    const { deployed, disagreements, sources } = judgeOne({
      seen: {
        objects: [runs({ chart: 'cart-1.3.0' })],
        releases: [
          of('argocd', '1.4.0'),
          of('another', '1.5.0'),
          of('flux', '1.2.0'),
          of('helm', '1.2.0'),
        ],
      },
    });
    expect(deployed).toMatchObject({ version: '1.2.0', source: 'helm' });
    expect(disagreements).toEqual([
      { source: 'argocd', version: '1.4.0', toldBy: 'told by argocd' },
      { source: 'labels', version: '1.3.0', toldBy: 'Deployment shop/cart' },
      { source: 'another', version: '1.5.0', toldBy: 'told by another' },
    ]);
    expect(sources).toEqual(['helm', 'flux', 'argocd', 'labels', 'another']);
  });

  it.each([
    ['has replaced its pods', 2, '1.3.0', 'labels'],
    ['waits for its pods', 1, '1.2.0', 'helm'],
  ])(
    'after a failed upgrade of the umbrella that %s here is the one that serves',
    (_, available, version, source) => {
      const { deployed } = judgeOne({
        seen: {
          objects: [runs({ chart: 'cart-1.3.0', available })],
          releases: [
            release({ status: 'failed', revision: 5, deployedRevision: 4 }),
          ],
        },
      });
      expect(deployed).toMatchObject({ version, source });
    },
  );

  it('is told by a source that knows a version before one that knows none', () => {
    const flux = release({
      source: 'flux',
      subcharts: [],
      chart: { name: 'cart' },
    });
    const { deployed } = judgeOne({
      seen: { objects: [runs({ chart: 'cart-1.2.0' })], releases: [flux] },
    });
    expect(deployed).toMatchObject({ version: '1.2.0', source: 'labels' });
  });

  it('is a release of the service alone, too', () => {
    const own = release({
      name: 'cart',
      chart: { name: 'cart', version: '1.1.0', appVersion: '1.9.0' },
      subcharts: [],
    });
    const { deployed, drift, id } = judgeOne({ seen: { releases: [own] } });
    expect(deployed).toMatchObject({ version: '1.1.0', appVersion: '1.9.0' });
    expect(drift).toBe('behind');
    expect(Buffer.from(id, 'base64url').toString()).toBe('eu-1/shop/cart/cart');
  });

  it('is not what a release only could have rendered', () => {
    const [inside] = release().subcharts;
    const { drift } = judgeOne({
      seen: {
        releases: [
          release({ subcharts: [{ ...inside, rendered: 'disabled' }] }),
        ],
      },
    });
    expect(drift).toBe('not-deployed');
  });

  it.each([
    { status: 'uninstalled' as const, revision: 2 },
    { status: 'failed' as const, revision: 1 },
    { status: 'pending-install' as const, revision: 1 },
  ])('is nothing where the release is %j and no workload is there', state => {
    const gone = judgeOne({ seen: { releases: [release(state)] } });
    expect(gone.deployed).toBeUndefined();
    expect(gone.drift).toBe('not-deployed');
    expect(gone.helm).toMatchObject(state);
    const there = judgeOne({
      seen: {
        objects: [runs({ chart: 'cart-1.1.0' })],
        releases: [release(state)],
      },
    });
    expect(there.deployed).toMatchObject({
      version: '1.1.0',
      source: 'labels',
    });
  });

  it('is not what a release puts into another cluster', () => {
    const elsewhere = release({ destination: { name: 'us-1' } });
    expect(judgeOne({ seen: { releases: [elsewhere] } }).drift).toBe(
      'not-deployed',
    );
  });

  it('is known by the digest of the lock where nothing else says the version', () => {
    const { deployed, drift } = judgeOne({
      wanted: [
        wants({
          version: '^1.0.0',
          lockedVersion: '1.2.0',
          lockDigest: 'sha256:1',
        }),
      ],
      seen: {
        releases: [
          release({
            lockDigest: 'sha256:1',
            subcharts: [
              {
                ...release().subcharts[0],
                version: undefined,
                certainty: undefined,
              },
            ],
          }),
        ],
      },
    });
    expect(deployed).toMatchObject({ version: '1.2.0', certainty: 'lock' });
    expect(drift).toBe('in-sync');
  });

  it('leaves hook Jobs and the runs of a CronJob aside', () => {
    const job = { ...runs({ chart: 'cart-9.9.9' }), kind: 'Job' };
    const { deployed, health } = judgeOne({
      seen: { objects: [job, runs({ chart: 'cart-1.2.0' })] },
    });
    expect(deployed?.version).toBe('1.2.0');
    expect(health.desired).toBe(2);
  });
});

describe('drift', () => {
  const drift = (wanted: Partial<WantedDeployment>, version?: string) => {
    const { drift: found, message } = judgeOne({
      wanted: [wants(wanted)],
      seen: version ? { objects: [runs({ chart: `cart-${version}` })] } : {},
    });
    return `${found}: ${message}`;
  };

  it.each([
    [{}, '1.1.0', 'behind: Git wants 1.2.0, version 1.1.0 runs.'],
    [{}, '1.10.0', 'ahead: Git wants 1.2.0, version 1.10.0 runs.'],
    [
      { version: '1.2.0+b1' },
      '1.2.0_b2',
      'in-sync: Version 1.2.0+b2 runs, as git wants.',
    ],
    [
      { version: '^1.0.0', lockedVersion: '1.2.0' },
      '1.1.0',
      'lock-differs: Version 1.1.0 runs, which ^1.0.0 admits, but Chart.lock says 1.2.0.',
    ],
    [
      { version: '^1.0.0', lockedVersion: '1.2.0' },
      '0.9.0',
      'behind: Git wants 1.2.0, version 0.9.0 runs.',
    ],
    [
      { version: '^1.0.0' },
      '1.1.0',
      'in-sync: Version 1.1.0 runs, which ^1.0.0 admits; there is no Chart.lock that says more.',
    ],
    [
      { version: '^1.0.0' },
      '2.0.0',
      'lock-differs: Version 2.0.0 runs, which ^1.0.0 does not admit.',
    ],
    [
      {},
      undefined,
      'not-deployed: Git wants version 1.2.0, and nothing of it is in namespace shop.',
    ],
    [
      { state: 'switched-off' as const, message: 'Switched off.' },
      undefined,
      'not-released: Switched off.',
    ],
    [
      { state: 'switched-off' as const, message: 'Switched off.' },
      '1.2.0',
      'not-in-git: Version 1.2.0 runs, and git does not want it: Switched off.',
    ],
    [
      { state: 'unread' as const, message: 'Tag v9 is not there.' },
      '1.2.0',
      'unknown: Tag v9 is not there.',
    ],
    [
      { state: 'outside' as const, message: 'It is db.example.com.' },
      undefined,
      'in-sync: It is db.example.com.',
    ],
  ])('of %j where %s runs', (wanted, version, expected) => {
    expect(drift(wanted, version)).toBe(expected);
  });

  it('names a service that runs and that the matrix does not have', () => {
    const [, stray] = judge({
      seen: {
        objects: [
          runs({ chart: 'cart-1.2.0' }),
          runs({
            service: 'old',
            chart: 'old-0.1.0',
            labels: { 'chartroom/common-chart': '1.1.0' },
          }),
          runs({ service: 'foreign', chart: 'foreign-0.1.0' }),
        ],
      },
    });
    expect(stray).toMatchObject({ service: 'old', drift: 'not-in-git' });
    expect(stray.message).toBe(
      'Version 0.1.0 runs, and git does not want it: the service matrix does not have it.',
    );
  });

  it('is unknown, with the reason, of a service without a version anywhere', () => {
    expect(judgeOne({ seen: { objects: [runs({})] } })).toMatchObject({
      drift: 'unknown',
      message:
        'It runs, and no source says which version: its objects have no label helm.sh/chart.',
    });
  });
});

describe('what is not known', () => {
  it.each([
    [
      'unknown' as const,
      "No cluster is called eu-1: add it to `chartroom.clusters` or to the kubernetes plugin's configuration.",
    ],
    [
      fresh({ state: 'starting', observedAt: undefined }),
      'Cluster eu-1 has not been read yet.',
    ],
    [
      fresh({
        state: 'unreachable',
        observedAt: undefined,
        message: 'Connection refused.',
      }),
      'Cluster eu-1 has not been read: Connection refused.',
    ],
    [
      fresh({
        state: 'partial',
        sources: [
          {
            source: 'labels',
            state: 'forbidden',
            message: 'list pods is forbidden.',
          },
        ],
      }),
      'Workloads of cluster eu-1 cannot be read: list pods is forbidden.',
    ],
  ])('is said and never taken for absent', (freshness, message) => {
    expect(judgeOne({ freshness })).toMatchObject({
      drift: 'unknown',
      message,
    });
  });

  it('asks for the name of a cluster', () => {
    const { message } = judgeOne({ wanted: [wants({ cluster: undefined })] });
    expect(message).toMatch(/names no cluster/);
  });

  it('keeps what was last known of a cluster that does not answer, as stale', () => {
    expect(
      judgeOne({
        seen: { objects: [runs({ chart: 'cart-1.2.0' })] },
        freshness: fresh({
          state: 'unreachable',
          observedAt: '2026-11-21T11:56:00Z',
        }),
      }),
    ).toMatchObject({
      drift: 'in-sync',
      stale: true,
      observedAt: '2026-11-21T11:56:00Z',
    });
  });

  it('is stale after a while without a confirmation, but for a recording', () => {
    const observedAt = '2026-11-21T11:58:00Z';
    expect(judgeOne({ freshness: fresh({ observedAt }) }).stale).toBe(true);
    expect(
      judgeOne({ freshness: fresh({ observedAt, recorded: true }) }),
    ).toMatchObject({ stale: false, recorded: true });
  });
});

describe('health', () => {
  it('joins the workloads with what they own', () => {
    const { health } = judgeOne({
      seen: { objects: [runs({ chart: 'cart-1.2.0' })] },
    });
    expect(health).toMatchObject({
      rollout: 'healthy',
      serving: 'serving',
      available: 2,
      desired: 2,
      reasons: [],
    });
  });

  it('is degraded by a failed release of the service alone', () => {
    const own = release({
      name: 'cart',
      chart: { name: 'cart', version: '1.1.0' },
      subcharts: [],
      status: 'failed',
      revision: 5,
      deployedRevision: 4,
      description: 'timed out',
    });
    const { health, helm } = judgeOne({
      seen: { objects: [runs({ chart: 'cart-1.2.0' })], releases: [own] },
    });
    expect(health).toMatchObject({
      rollout: 'degraded',
      serving: 'serving',
      message: "Helm's revision 5 of cart failed: timed out",
    });
    expect(helm).toMatchObject({
      status: 'failed',
      revision: 5,
      deployedRevision: 4,
    });
  });

  it('has the state of the umbrella beside it, where its source does not look inside', () => {
    const flux = release({
      source: 'flux',
      name: 'shop',
      subcharts: [],
      status: 'failed',
      revision: 2,
      deployedRevision: 1,
      toldBy: 'HelmRelease flux-system/shop',
    });
    const { deployed, helm, sources } = judgeOne({
      seen: { objects: [runs({ chart: 'cart-1.2.0' })], releases: [flux] },
    });
    expect(deployed).toMatchObject({ version: '1.2.0', source: 'labels' });
    expect(helm).toMatchObject({ status: 'failed', revision: 2 });
    expect(sources).toEqual(['labels', 'flux']);
  });

  it('is not degraded by a failed release of the umbrella, which stands beside it', () => {
    const { health, helm } = judgeOne({
      seen: {
        objects: [runs({ chart: 'cart-1.2.0' })],
        releases: [release({ status: 'failed', deployedRevision: 3 })],
      },
    });
    expect(health.rollout).toBe('healthy');
    expect(helm).toMatchObject({ status: 'failed', deployedRevision: 3 });
  });

  it.each([
    ['2026-11-21T11:55:00Z', 'progressing', /is pending-upgrade\.$/],
    ['2026-11-21T11:00:00Z', 'degraded', /is pending-upgrade for 60 minutes/],
  ])('of a pending release since %s is %s', (updatedAt, rollout, message) => {
    const own = release({
      name: 'cart',
      chart: { name: 'cart', version: '1.1.0' },
      subcharts: [],
      status: 'pending-upgrade',
      updatedAt,
    });
    const { health } = judgeOne({ seen: { releases: [own] } });
    expect(health.rollout).toBe(rollout);
    expect(health.message).toMatch(message);
  });

  it('is not told of what does not run', () => {
    expect(judgeOne({}).health.message).toBe('Nothing of it runs here.');
  });
});

describe('dependencies that are not well', () => {
  it('stand beside the health of those that depend on them, with the way to them', () => {
    const [web, cart] = judge({
      wanted: [
        wants({ service: 'web', dependencies: ['cart', 'user'] }),
        wants({ service: 'cart', dependencies: ['redis'] }),
        wants({ service: 'user', dependencies: ['redis'] }),
        wants({ service: 'redis', dependencies: ['web'] }),
      ],
      seen: {
        objects: ['web', 'cart', 'user', 'redis'].map(service =>
          runs({
            service,
            chart: `${service}-1.2.0`,
            available: service === 'redis' ? 0 : 2,
          }),
        ),
      },
    });
    expect(web.health.rollout).toBe('healthy');
    expect(web.unwellDependencies).toEqual([
      expect.objectContaining({
        service: 'redis',
        serving: 'down',
        path: ['cart', 'redis'],
      }),
    ]);
    expect(cart.unwellDependencies.map(({ path }) => path)).toEqual([
      ['redis'],
    ]);
  });
});

describe('what Flux or Argo CD has never applied', () => {
  const metadata = { name: 'cart', namespace: 'shop' };

  it('does not run, whoever wants it to', () => {
    const flux = observeFluxRelease({
      apiVersion: 'helm.toolkit.fluxcd.io/v2',
      kind: 'HelmRelease',
      metadata,
      spec: {},
      status: {
        conditions: [
          { type: 'Ready', status: 'False', reason: 'ArtifactFailed' },
        ],
      },
    });
    const applications = observeApplication({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata,
      spec: {
        source: { repoURL: 'https://charts', chart: 'cart' },
        destination: { namespace: 'shop' },
      },
      status: { sync: { status: 'OutOfSync', revision: '1.2.0' } },
    });
    for (const releases of [[flux!], applications]) {
      const { drift, deployed } = judgeOne({ seen: { releases } });
      expect({ drift, deployed }).toEqual({
        drift: 'not-deployed',
        deployed: undefined,
      });
    }
  });

  it('runs where its workloads do', () => {
    const { drift } = judgeOne({
      seen: {
        releases: [
          release({
            status: undefined,
            chart: undefined,
            name: 'cart',
            subcharts: [],
          }),
        ],
        objects: [runs({ chart: 'cart-1.2.0' })],
      },
    });
    expect(drift).toBe('in-sync');
  });
});

describe('two of one name in a namespace', () => {
  const ofRelease = (name: string) => ({
    ...runs({ chart: 'cart-1.2.0' }),
    metadata: {
      ...runs({ chart: 'cart-1.2.0' }).metadata,
      annotations: { 'meta.helm.sh/release-name': name },
    },
  });
  const another = release({
    name: 'session-cart',
    chart: { name: 'cart', version: '9.9.9' },
    subcharts: [],
  });

  it('are told apart by the release that the workloads name', () => {
    const {
      deployed,
      disagreements,
      release: name,
    } = judgeOne({
      seen: { releases: [another, release()], objects: [ofRelease('shop')] },
    });
    expect({ version: deployed?.version, disagreements, name }).toEqual({
      version: '1.2.0',
      disagreements: [],
      name: 'shop',
    });
  });

  it('are told apart by the umbrella where workloads name none', () => {
    const { deployed } = judgeOne({
      seen: {
        releases: [another, release()],
        objects: [runs({ chart: 'cart-1.2.0' })],
      },
    });
    expect(deployed?.version).toBe('1.2.0');
  });

  it('do not share their health', () => {
    const foreign = runs({
      chart: 'cart-9.9.9',
      available: 0,
      labels: { 'app.kubernetes.io/instance': 'session-cart' },
    });
    const own = runs({
      chart: 'cart-1.2.0',
      labels: { 'app.kubernetes.io/part-of': 'shop' },
    });
    expect(judgeOne({ seen: { objects: [foreign, own] } })).toMatchObject({
      deployed: { version: '1.2.0' },
      disagreements: [],
      health: { serving: 'serving', available: 2, desired: 2 },
    });
  });
});

describe('two platforms in one namespace', () => {
  const ofBank = (service: string) =>
    runs({
      service,
      chart: `${service}-3.0.0`,
      labels: {
        'app.kubernetes.io/instance': 'bank',
        'app.kubernetes.io/part-of': 'bank',
        'chartroom/common-chart': '1.0.0',
      },
    });
  const bank = (service: string) =>
    wants({ platform: 'bank', umbrella: 'bank', service });

  it('do not take the services of each other for their own', () => {
    const found = judge({
      neighbours: [bank('ledger')],
      seen: { objects: [runs({ chart: 'cart-1.2.0' }), ofBank('ledger')] },
    });
    expect(found.map(({ service }) => service)).toEqual(['cart']);
  });

  it('do not take what runs of the other without its matrix for their own', () => {
    const found = judge({ seen: { objects: [ofBank('forgotten')] } });
    expect(found.map(({ service }) => service)).toEqual(['cart']);
  });

  it('have each their own service of one name', () => {
    const inBank = release({
      name: 'bank',
      chart: { name: 'bank', version: '1.0.0' },
      subcharts: [{ ...release().subcharts[0], version: '3.0.0' }],
    });
    expect(
      judgeOne({
        neighbours: [bank('cart')],
        seen: { objects: [ofBank('cart')], releases: [inBank] },
      }),
    ).toMatchObject({ drift: 'not-deployed', disagreements: [] });
  });
});

it('does not believe names that cannot be such', () => {
  const odd = runs({ service: 'cart', chart: 'cart-1.2.0' });
  const [{ release: name, id }] = judge({
    seen: {
      objects: [
        {
          ...odd,
          metadata: {
            ...odd.metadata,
            annotations: {
              'meta.helm.sh/release-name': `../${'x'.repeat(300_000)}`,
            },
          },
        },
      ],
    },
  });
  expect(name).toBeUndefined();
  expect(id.length).toBeLessThan(100);
});

it('does not say that nothing runs where nobody could look', () => {
  const { health } = judgeOne({
    freshness: fresh({
      state: 'partial',
      sources: [{ source: 'labels', state: 'forbidden' }],
    }),
  });
  expect(health.message).toBe('Whether anything of it runs here is not known.');
});

it('tells what runs although git has it outside of the cluster', () => {
  const { drift, message } = judgeOne({
    wanted: [wants({ state: 'outside', message: 'It runs outside.' })],
    seen: { objects: [runs({ chart: 'cart-1.2.0' })] },
  });
  expect({ drift, message }).toEqual({
    drift: 'not-in-git',
    message: 'Version 1.2.0 runs, and git does not want it: It runs outside.',
  });
});

it('knows nothing of a namespace that is not observed', () => {
  const { drift, message } = judgeOne({
    seen: {},
    freshness: fresh({ namespaces: ['other'] }),
  });
  expect(drift).toBe('unknown');
  expect(message).toMatch(
    /^Namespace shop of cluster eu-1 is not observed: add/,
  );
  expect(
    judgeOne({ seen: {}, freshness: fresh({ namespaces: ['shop'] }) }).drift,
  ).toBe('not-deployed');
});

it('says why Flux could not even begin to install a service', () => {
  const flux = release({
    source: 'flux',
    name: 'cart',
    chart: undefined,
    subcharts: [],
    revision: undefined,
    status: undefined,
    health: { status: 'ArtifactFailed', message: 'could not get chart' },
    toldBy: 'HelmRelease shop/cart',
  });
  expect(judgeOne({ seen: { releases: [flux] } })).toMatchObject({
    drift: 'not-deployed',
    health: {
      rollout: 'degraded',
      message: 'HelmRelease shop/cart: could not get chart',
      reasons: [{ code: 'ArtifactFailed' }],
    },
  });
});

it.each([
  ['1.1.0', 'lock-differs'],
  ['1.2.0', 'lock-differs'],
  ['1.0.0', 'behind'],
  ['1.3.0', 'ahead'],
])(
  'does not take a lock that is out of date for what git wants: %s is %s',
  (version, drift) => {
    const found = judgeOne({
      wanted: [wants({ version: '1.2.0', lockedVersion: '1.1.0' })],
      seen: { objects: [runs({ chart: `cart-${version}` })] },
    });
    expect(found.drift).toBe(drift);
    expect(found.message).toBe(
      `Git wants 1.2.0, version ${version} runs, and Chart.lock still says 1.1.0: run helm dependency update.`,
    );
  },
);

it('looks at each release as often in a large namespace as in a small one', () => {
  const looksAtEach = (count: number) => {
    let looks = 0;
    const names = Array.from({ length: count }, (_, index) => `s${index}`);
    const releases = names.map(name =>
      Object.defineProperty(release({ name, subcharts: [] }), 'chart', {
        get: () => {
          looks += 1;
          return { name, version: '1.2.0' };
        },
      }),
    );
    judge({
      wanted: names.map(service => wants({ service })),
      seen: { objects: names.map(service => runs({ service })), releases },
    });
    return looks / count;
  };
  expect(looksAtEach(200)).toBe(looksAtEach(10));
});

describe('what controllers run that are not those of Kubernetes', () => {
  const pod = (name: string, ready: boolean) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: 'shop',
      uid: `uid-${name}`,
      labels: {
        'app.kubernetes.io/name': 'postgresql',
        'cnpg.io/cluster': 'orders',
      },
      ownerReferences: [
        {
          apiVersion: 'postgresql.cnpg.io/v1',
          kind: 'Cluster',
          name: 'orders',
          uid: 'uid-orders',
          controller: true,
        },
      ],
    },
    spec: { containers: [{ name: 'postgres', image: 'postgresql:17' }] },
    status: {
      phase: 'Running',
      conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }],
    },
  });

  it('is told by the pods that an operator makes for the service', () => {
    const orders = wants({ service: 'orders', version: undefined });
    expect(
      judgeOne({
        wanted: [orders],
        seen: { objects: [pod('orders-1', true), pod('orders-2', true)] },
      }),
    ).toMatchObject({
      drift: 'in-sync',
      message: 'It runs, and git pins no version of it.',
      health: {
        rollout: 'healthy',
        serving: 'serving',
        available: 2,
        desired: 2,
      },
    });
    expect(
      judgeOne({
        wanted: [orders],
        seen: { objects: [pod('orders-1', true), pod('orders-2', false)] },
      }).health,
    ).toMatchObject({ serving: 'partial', available: 1, desired: 2 });
  });

  it('is told by the ReplicaSets of a Rollout, of which the earlier ones have no pods', () => {
    const replicaSet = (name: string, replicas: number) => ({
      ...runs({ chart: 'cart-1.2.0' }),
      kind: 'ReplicaSet',
      metadata: {
        ...runs({ chart: 'cart-1.2.0' }).metadata,
        name,
        uid: `uid-${name}`,
        ownerReferences: [
          {
            apiVersion: 'argoproj.io/v1alpha1',
            kind: 'Rollout',
            name: 'cart',
            uid: 'uid-rollout',
            controller: true,
          },
        ],
      },
      spec: { replicas },
      status: { replicas, availableReplicas: replicas, observedGeneration: 3 },
    });
    expect(
      judgeOne({
        seen: { objects: [replicaSet('cart-a', 0), replicaSet('cart-b', 3)] },
      }),
    ).toMatchObject({
      drift: 'in-sync',
      health: { serving: 'serving', available: 3, desired: 3 },
    });
  });
});
