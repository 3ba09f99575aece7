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

import type { KubernetesObject } from '../../kubernetes';
import type { ObservedRelease } from '../../releases';
import type { ClusterFreshness } from '../Observation';
import type { WantedDeployment } from '../WantedDeployment';

/** A service of a shop that git wants in version 1.2.0. */
export function wants(
  overrides: Partial<WantedDeployment> = {},
): WantedDeployment {
  return {
    platform: 'shop',
    service: 'cart',
    environment: 'prod',
    cluster: 'eu-1',
    namespace: 'shop',
    state: 'released',
    version: '1.2.0',
    umbrella: 'shop',
    dependencies: [],
    source: { url: 'https://git.example.com/Chart.yaml', ref: 'main' },
    ...overrides,
  };
}

/** A Deployment of two pods, all of which serve. */
export function runs(options: {
  service?: string;
  chart?: string;
  labels?: Record<string, string>;
  available?: number;
  image?: string;
}): KubernetesObject {
  const { service = 'cart', available = 2 } = options;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: service,
      namespace: 'shop',
      uid: `uid-${service}`,
      generation: 3,
      labels: {
        'app.kubernetes.io/name': service,
        'app.kubernetes.io/instance': 'shop',
        'app.kubernetes.io/version': '2.0.0',
        ...(options.chart ? { 'helm.sh/chart': options.chart } : {}),
        ...options.labels,
      },
    },
    spec: {
      replicas: 2,
      strategy: { rollingUpdate: { maxUnavailable: 0 } },
      template: {
        spec: {
          containers: [
            { name: 'proxy', image: 'proxy:1' },
            { name: service, image: options.image ?? `shop/${service}:2.0.0` },
          ],
        },
      },
    },
    status: {
      observedGeneration: 3,
      replicas: 2,
      updatedReplicas: 2,
      readyReplicas: available,
      availableReplicas: available,
      conditions: [
        {
          type: 'Available',
          status: available === 2 ? 'True' : 'False',
        },
        {
          type: 'Progressing',
          status: 'True',
          reason: 'NewReplicaSetAvailable',
        },
      ],
    },
  };
}

/** The umbrella's release in Helm's storage. */
export function release(
  overrides: Partial<ObservedRelease> = {},
): ObservedRelease {
  return {
    source: 'helm',
    name: 'shop',
    namespace: 'shop',
    chart: { name: 'shop', version: '0.1.0' },
    subcharts: [
      {
        name: 'cart',
        chart: 'cart',
        version: '1.2.0',
        certainty: 'source',
        rendered: 'objects',
      },
    ],
    revision: 4,
    status: 'deployed',
    updatedAt: '2026-11-21T11:00:00Z',
    toldBy: 'Secret shop/sh.helm.release.v1.shop.v4',
    ...overrides,
  };
}

/** A cluster that confirmed everything a moment ago. */
export function fresh(
  overrides: Partial<ClusterFreshness> = {},
): ClusterFreshness {
  return {
    cluster: 'eu-1',
    recorded: false,
    state: 'live',
    observedAt: '2026-11-21T11:59:50Z',
    sources: [{ source: 'labels', state: 'live' }],
    ...overrides,
  };
}
