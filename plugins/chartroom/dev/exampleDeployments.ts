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

import type {
  ClusterFreshness,
  Deployment,
  DeploymentsAnswer,
} from '@chartroom/backstage-plugin-chartroom-common';

const pin =
  'http://localhost:7080/shop/robot-shop/src/branch/main/helm/robot-shop/Chart.yaml#L31';

function ago(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString();
}

const well: Deployment = {
  id: 'ZGVtby9yb2JvdC1zaG9wLWRldi9yb2JvdC1zaG9wL2NhcnQ',
  platform: 'robot-shop',
  service: 'cart',
  environment: 'dev',
  cluster: 'local',
  namespace: 'robot-shop-dev',
  release: 'robot-shop',
  wanted: {
    version: '1.4.0',
    url: pin,
    ref: 'main',
    commit: '4be02f1c93a7d8e65b10f2c3d4e5f60718293a4b',
  },
  deployed: {
    version: '1.4.0',
    certainty: 'source',
    appVersion: '2.1.0',
    source: 'helm',
    toldBy: 'Secret robot-shop-dev/sh.helm.release.v1.robot-shop.v7',
  },
  drift: 'in-sync',
  message: 'Version 1.4.0 runs, as git wants.',
  disagreements: [],
  health: {
    rollout: 'healthy',
    serving: 'serving',
    available: 2,
    desired: 2,
    message: 'All 2 pods are available.',
    reasons: [],
  },
  unwellDependencies: [],
  sources: ['helm', 'labels'],
  observedAt: ago(0),
  stale: false,
  recorded: false,
};

const broken: Deployment = {
  ...well,
  environment: 'prod',
  cluster: 'eu-1',
  namespace: 'robot-shop',
  drift: 'behind',
  message: 'Git wants 1.4.0, version 1.3.2 runs.',
  deployed: { ...well.deployed!, version: '1.3.2', certainty: 'label' },
  unpromoted: '1.5.0',
  disagreements: [
    {
      source: 'labels',
      version: '1.4.0',
      toldBy: 'Deployment robot-shop/cart',
    },
  ],
  helm: {
    status: 'failed',
    revision: 8,
    deployedRevision: 7,
    description: 'context deadline exceeded',
  },
  health: {
    rollout: 'degraded',
    serving: 'partial',
    available: 1,
    desired: 2,
    message:
      'Container cart of pod cart-7d9c crashes again and again: exit code 1, 14 restarts since 12:03.',
    reasons: [],
  },
  unwellDependencies: [
    {
      service: 'redis',
      rollout: 'degraded',
      serving: 'down',
      message: 'No pod can be scheduled: no node has enough memory.',
      path: ['redis'],
    },
  ],
  observedAt: ago(4),
  stale: true,
};

const eu: ClusterFreshness = {
  cluster: 'eu-1',
  recorded: false,
  state: 'unreachable',
  observedAt: ago(4),
  message: 'Connection refused.',
  sources: [],
};

/** What the backend would answer, by entity: mixed, not released, without environments. */
export const exampleDeployments: Record<string, DeploymentsAnswer> = {
  'component:default/recommendations': {
    clusters: [],
    items: ['dev', 'prod'].map(environment => ({
      ...well,
      service: 'recommendations',
      environment,
      wanted: { ...well.wanted, version: '0.1.0' },
      deployed: undefined,
      drift: 'not-released',
      message: 'Switched off: not released yet, or switched off by hand.',
      health: { ...well.health, message: 'Nothing of it runs here.' },
    })),
  },
  'component:default/cart': { clusters: [eu], items: [broken, well] },
  'component:default/lonely': { clusters: [], items: [] },
};
