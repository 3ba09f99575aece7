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
  deployments,
  isStale,
  type Deployment,
  type WantedDeployment,
} from '@chartroom/backstage-plugin-chartroom-common';
import type { WantedState } from '../wanted';
import type { ReadModel } from './ReadModel';

/** How often what depends on the time alone, such as "for 12 minutes", is worked out again. */
const BUCKET_MILLISECONDS = 15_000;

interface Remembered {
  readonly key: string;
  /** ISO 8601: when the cluster last confirmed them. */
  readonly observedAt: string | undefined;
  readonly deployments: readonly Deployment[];
}

/**
 * The deployments of each environment, worked out once for all who look: again only when its namespace, what git wants or
 * the state of its cluster is another, or after fifteen seconds.
 *
 * @internal
 */
export class DeploymentsMemo {
  readonly #model: Pick<ReadModel, 'namespace' | 'freshness' | 'generation'>;
  readonly #wanted: Pick<WantedState, 'get' | 'list'>;
  readonly #staleAfterMilliseconds: number;
  readonly #remembered = new Map<string, Remembered>();
  readonly #environments = new WeakMap<
    readonly WantedDeployment[],
    ReadonlyMap<string, readonly WantedDeployment[]>
  >();

  static create(options: {
    model: Pick<ReadModel, 'namespace' | 'freshness' | 'generation'>;
    wanted: Pick<WantedState, 'get' | 'list'>;
    staleAfterMilliseconds: number;
  }): DeploymentsMemo {
    return new DeploymentsMemo(options);
  }

  private constructor(options: Parameters<typeof DeploymentsMemo.create>[0]) {
    this.#model = options.model;
    this.#wanted = options.wanted;
    this.#staleAfterMilliseconds = options.staleAfterMilliseconds;
  }

  /** In the order of the matrix; the same list of one environment for as long as nothing of it changes. */
  deployments(options: {
    platform: string;
    environment?: string;
  }): readonly Deployment[] {
    const { platform, environment } = options;
    const { last } = this.#wanted.get({ platform });
    // What a namespace holds of another platform is not told of this one
    const generation = this.#wanted
      .list()
      .map(reading => reading.generation)
      .join();
    const environments = this.#byEnvironment(last?.wanted ?? []);
    if (environment !== undefined) {
      const wanted = environments.get(environment);
      return wanted
        ? this.#inEnvironment({
            platform,
            name: environment,
            wanted,
            generation,
          })
        : [];
    }
    return [...environments].flatMap(([name, wanted]) =>
      this.#inEnvironment({ platform, name, wanted, generation }),
    );
  }

  #byEnvironment(
    wanted: readonly WantedDeployment[],
  ): ReadonlyMap<string, readonly WantedDeployment[]> {
    const known = this.#environments.get(wanted);
    if (known) {
      return known;
    }
    const found = new Map<string, WantedDeployment[]>();
    for (const one of wanted) {
      const others = found.get(one.environment) ?? [];
      others.push(one);
      found.set(one.environment, others);
    }
    this.#environments.set(wanted, found);
    return found;
  }

  #neighbours(options: {
    platform: string;
    cluster: string | undefined;
    namespace: string;
  }): WantedDeployment[] {
    const { platform, cluster, namespace } = options;
    return this.#wanted
      .list()
      .filter(reading => reading.platform !== platform)
      .flatMap(({ last }) => last?.wanted ?? [])
      .filter(it => it.cluster === cluster && it.namespace === namespace);
  }

  #inEnvironment(options: {
    platform: string;
    name: string;
    wanted: readonly WantedDeployment[];
    generation: string;
  }): readonly Deployment[] {
    const { platform, name, wanted, generation } = options;
    const now = new Date();
    const staleAfterMilliseconds = this.#staleAfterMilliseconds;
    // All services of an environment are in one place
    const { cluster, namespace } = wanted[0];
    const freshness =
      cluster === undefined ? undefined : this.#model.freshness(cluster);
    const { observedAt, ...state } = freshness ?? {};
    const stale = isStale({ freshness, staleAfterMilliseconds, now });
    const key = JSON.stringify([
      generation,
      cluster === undefined
        ? 0
        : this.#model.generation({ cluster, namespace }),
      Math.floor(now.getTime() / BUCKET_MILLISECONDS),
      stale,
      observedAt !== undefined,
      state,
    ]);
    const place = JSON.stringify([platform, name]);
    const before = this.#remembered.get(place);
    const found =
      before?.key === key
        ? before.deployments
        : deployments({
            wanted,
            neighbours: this.#neighbours({ platform, cluster, namespace }),
            observations: where => this.#model.namespace(where),
            freshness: which => this.#model.freshness(which),
            staleAfterMilliseconds,
            now,
          });
    const confirmed =
      before?.key === key && before.observedAt === observedAt
        ? found
        : found.map(deployment =>
            deployment.observedAt === undefined
              ? deployment
              : { ...deployment, observedAt },
          );
    this.#remembered.set(place, { key, observedAt, deployments: confirmed });
    return confirmed;
  }
}
