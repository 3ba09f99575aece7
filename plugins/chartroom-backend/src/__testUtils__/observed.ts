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
  Observation,
  WantedDeployment,
} from '@chartroom/backstage-plugin-chartroom-common';
import type {
  ObservationSink,
  ObservationSource,
} from '@chartroom/backstage-plugin-chartroom-node';

/** A service that git wants in version 1.2.0. */
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

/** A Deployment of two pods, as a cluster shows it. */
export function workload(
  options: {
    service?: string;
    namespace?: string;
    version?: string;
    available?: number;
    resourceVersion?: string;
  } = {},
): Observation {
  const { service = 'cart', namespace = 'shop', available = 2 } = options;
  return {
    key: `${namespace}/${service}`,
    namespace,
    type: 'object',
    object: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        name: service,
        namespace,
        uid: `uid-${namespace}-${service}`,
        resourceVersion: options.resourceVersion ?? '1',
        generation: 1,
        labels: {
          'app.kubernetes.io/name': service,
          'app.kubernetes.io/instance': 'shop',
          'helm.sh/chart': `${service}-${options.version ?? '1.2.0'}`,
          'chartroom/common-chart': '1.1.0',
        },
      },
      spec: {
        replicas: 2,
        template: {
          spec: { containers: [{ name: service, image: `shop/${service}:1` }] },
        },
      },
      status: {
        observedGeneration: 1,
        replicas: 2,
        updatedReplicas: 2,
        readyReplicas: available,
        availableReplicas: available,
        conditions: [
          { type: 'Available', status: available === 2 ? 'True' : 'False' },
          {
            type: 'Progressing',
            status: 'True',
            reason: 'NewReplicaSetAvailable',
          },
        ],
      },
    },
  };
}

/** A cluster that is watched, and has just said so. */
export function live(
  overrides: Partial<ClusterFreshness> = {},
): ClusterFreshness {
  return {
    cluster: 'eu-1',
    recorded: false,
    state: 'live',
    observedAt: new Date().toISOString(),
    sources: [{ source: 'labels', state: 'live' }],
    ...overrides,
  };
}

/**
 * A source that tells what a test has it tell.
 */
export class TestSource implements ObservationSource {
  #sink?: ObservationSink;

  constructor(
    readonly cluster: string = 'eu-1',
    private readonly begin: (sink: ObservationSink) => void = () => undefined,
    readonly server?: string,
  ) {}

  async start(options: { sink: ObservationSink }): Promise<void> {
    this.#sink = options.sink;
    this.begin(options.sink);
  }

  get sink(): ObservationSink {
    if (!this.#sink) {
      throw new Error(`The source of ${this.cluster} was not started`);
    }
    return this.#sink;
  }
}
