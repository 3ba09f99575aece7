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

import type { Observation } from '@chartroom/backstage-plugin-chartroom-common';
import type { ClusterObservations } from './ClusterObservations';
import type { ReadModelChange } from './ReadModel';
import { serverAddress } from './serverAddress';

interface NamedCluster {
  readonly name: string;
  readonly observations: ClusterObservations;
}

/**
 * Puts what one cluster tells where it belongs: an Argo CD or Flux of one cluster may deploy into others, and such a release
 * is one of the cluster that it is deployed to. One that goes to a cluster which nobody observes stays with who told it, and
 * counts for nothing there.
 *
 * @internal
 */
export class PlacedObservations {
  readonly #cluster: string;
  readonly #clusters: readonly NamedCluster[];
  /** Names of clusters by the address of their API server. */
  readonly #servers: ReadonlyMap<string, string>;

  static create(options: {
    /** Who tells. */
    cluster: string;
    clusters: readonly NamedCluster[];
    servers: ReadonlyMap<string, string>;
  }): PlacedObservations {
    return new PlacedObservations(options);
  }

  private constructor(
    options: Parameters<typeof PlacedObservations.create>[0],
  ) {
    this.#cluster = options.cluster;
    this.#clusters = options.clusters;
    this.#servers = options.servers;
  }

  replace(options: {
    resource: string;
    observations: readonly Observation[];
  }): ReadModelChange[] {
    const places = new Map<string, Observation[]>();
    for (const observation of options.observations) {
      const { cluster, placed } = this.#place(observation);
      const there = places.get(cluster) ?? [];
      there.push(placed);
      places.set(cluster, there);
    }
    return this.#clusters.flatMap(({ name, observations }) => {
      const resource = this.#resourceIn(name, options.resource);
      const there = places.get(name) ?? [];
      return name === this.#cluster ||
        there.length > 0 ||
        observations.observes(resource)
        ? {
            cluster: name,
            namespaces: observations.replace({ resource, observations: there }),
          }
        : [];
    });
  }

  put(options: {
    resource: string;
    observation: Observation;
  }): ReadModelChange[] {
    const { resource, observation } = options;
    const { cluster, placed } = this.#place(observation);
    const { key } = observation;
    return this.#clusters.map(({ name, observations }) => {
      const there = this.#resourceIn(name, resource);
      return {
        cluster: name,
        namespaces:
          name === cluster
            ? observations.put({ resource: there, observation: placed })
            : observations.remove({ resource: there, key }),
      };
    });
  }

  remove(options: { resource: string; key: string }): ReadModelChange[] {
    const { resource, key } = options;
    return this.#clusters.map(({ name, observations }) => ({
      cluster: name,
      namespaces: observations.remove({
        resource: this.#resourceIn(name, resource),
        key,
      }),
    }));
  }

  #place(observation: Observation): { cluster: string; placed: Observation } {
    const own = { cluster: this.#cluster, placed: observation };
    if (observation.type !== 'release' || !observation.release.destination) {
      return own;
    }
    const { destination, ...release } = observation.release;
    const cluster = this.#named(destination);
    return cluster === undefined
      ? own
      : { cluster, placed: { ...observation, release } };
  }

  #named(destination: { name?: string; server?: string }): string | undefined {
    const { server = '' } = destination;
    const byServer = this.#servers.get(serverAddress({ server }));
    const isObserved = this.#clusters.some(
      ({ name }) => name === destination.name,
    );
    return isObserved ? destination.name : byServer;
  }

  /** What a cluster is told by another is kept apart from what it tells itself. */
  #resourceIn(cluster: string, resource: string): string {
    return cluster === this.#cluster
      ? resource
      : `${this.#cluster}:${resource}`;
  }
}
