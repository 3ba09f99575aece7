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
  NamespaceObservations,
  Observation,
  Redaction,
} from '@chartroom/backstage-plugin-chartroom-common';
import type {
  ObservationSink,
  ObservationSource,
} from '@chartroom/backstage-plugin-chartroom-node';
import type { WantedState } from '../wanted';
import { ClusterObservations } from './ClusterObservations';
import { DeploymentsMemo } from './DeploymentsMemo';
import { mergeFreshness } from './mergeFreshness';
import { PlacedObservations } from './PlacedObservations';
import { redactObservation } from './redactObservation';
import { serverAddress } from './serverAddress';

/** An API server that has just started may refuse for a while what it grants. */
const REFUSALS_BELIEVED_MILLISECONDS = 60_000;

interface Cluster {
  readonly observations: ClusterObservations;
  /** Those who observe it, with what they said last. */
  readonly reports: Map<ObservationSource, ClusterFreshness | undefined>;
  freshness: ClusterFreshness;
  /** Of the copy that it began with. */
  copiedAt?: string;
  /** Since when all that may be read of it is read; milliseconds since 1970. */
  readSince?: number;
}

/**
 * Something that is known of a cluster is another.
 *
 * @internal
 */
export interface ReadModelChange {
  readonly cluster: string;
  /** Where observations have changed; empty: only how fresh they are. */
  readonly namespaces: ReadonlySet<string>;
}

/**
 * All that is known of all clusters, in memory: every view is served from it, and nobody who looks at it makes it ask
 * anything.
 *
 * @internal
 */
export class ReadModel {
  readonly #clusters = new Map<string, Cluster>();
  /** Names of the clusters by the address of their API server. */
  readonly #servers = new Map<string, string>();
  readonly #memo: DeploymentsMemo;
  readonly #redaction: Redaction;
  readonly #listeners = new Set<(change: ReadModelChange) => void>();

  static create(options: {
    /** All that will observe: only their clusters are known. */
    sources: readonly ObservationSource[];
    wanted: Pick<WantedState, 'get' | 'list'>;
    /** Of what sources say in words, before anything is kept. */
    redaction: Redaction;
    staleAfterMilliseconds: number;
  }): ReadModel {
    return new ReadModel(options);
  }

  private constructor(options: Parameters<typeof ReadModel.create>[0]) {
    for (const source of options.sources) {
      const cluster = this.#clusters.get(source.cluster) ?? {
        observations: ClusterObservations.create(),
        reports: new Map(),
        freshness: mergeFreshness({
          cluster: source.cluster,
          reports: [],
          isComplete: false,
        }),
      };
      cluster.reports.set(source, undefined);
      if (source.server !== undefined) {
        this.#servers.set(
          serverAddress({ server: source.server }),
          source.cluster,
        );
      }
      this.#clusters.set(source.cluster, cluster);
    }
    this.#redaction = options.redaction;
    this.#memo = DeploymentsMemo.create({ ...options, model: this });
  }

  /** What a source writes to. */
  sinkOf(options: { source: ObservationSource }): ObservationSink {
    const { source } = options;
    const found = this.#clusters.get(source.cluster);
    if (!found?.reports.has(source)) {
      throw new Error(
        `The read model was not made for this source of cluster ${source.cluster}`,
      );
    }
    const { cluster } = source;
    const placed = PlacedObservations.create({
      cluster,
      clusters: [...this.#clusters].map(([name, { observations }]) => ({
        name,
        observations,
      })),
      servers: this.#servers,
    });
    const tell = (changes: readonly ReadModelChange[]) =>
      changes
        .filter(({ namespaces }) => namespaces.size > 0)
        .forEach(change => this.#tell(change));
    const redacted = (observation: Observation) =>
      redactObservation({ observation, redaction: this.#redaction });
    return {
      replace: ({ resource, observations }) =>
        tell(
          placed.replace({
            resource,
            observations: observations.map(redacted),
          }),
        ),
      put: ({ resource, observation }) =>
        tell(placed.put({ resource, observation: redacted(observation) })),
      remove: change => tell(placed.remove(change)),
      report: freshness => {
        found.reports.set(source, freshness);
        this.#judge(cluster, found);
        if (isWhollyRead(found)) {
          tell([{ cluster, namespaces: found.observations.forgetKept() }]);
        }
      },
    };
  }

  /** Takes what an earlier process kept of a cluster, unless it is observed by now. */
  keep(options: {
    cluster: string;
    /** ISO 8601: when the cluster confirmed it. */
    observedAt: string;
    namespaces: ReadonlyMap<
      string,
      ReadonlyMap<string, readonly Observation[]>
    >;
  }): void {
    const { cluster, observedAt, namespaces } = options;
    const found = this.#clusters.get(cluster);
    if (!found || found.freshness.state === 'live') {
      return;
    }
    for (const [namespace, resources] of namespaces) {
      found.observations.keep({ namespace, resources });
    }
    found.copiedAt = observedAt;
    this.#judge(cluster, found);
  }

  /** Every service of a platform in one environment, or in all, in the order of its matrix; throws NotFoundError for an unknown platform. */
  deployments(options: {
    platform: string;
    environment?: string;
  }): readonly Deployment[] {
    return this.#memo.deployments(options);
  }

  /** Undefined where nobody observes a cluster of this name. */
  freshness(cluster: string): ClusterFreshness | undefined {
    return this.#clusters.get(cluster)?.freshness;
  }

  clusters(): ClusterFreshness[] {
    return [...this.#clusters.values()].map(({ freshness }) => freshness);
  }

  /** Undefined where nothing was seen. */
  namespace(place: {
    cluster: string;
    namespace: string;
  }): NamespaceObservations | undefined {
    return this.#clusters
      .get(place.cluster)
      ?.observations.namespace(place.namespace);
  }

  /** Another number for another state of a namespace. */
  generation(place: { cluster: string; namespace: string }): number {
    return (
      this.#clusters
        .get(place.cluster)
        ?.observations.generation(place.namespace) ?? 0
    );
  }

  /** The observations of a namespace, by resource. */
  resources(place: {
    cluster: string;
    namespace: string;
  }): ReadonlyMap<string, readonly Observation[]> {
    return (
      this.#clusters
        .get(place.cluster)
        ?.observations.resources(place.namespace) ?? new Map()
    );
  }

  size(cluster: string): { observations: number; namespaces: number } {
    return (
      this.#clusters.get(cluster)?.observations.size() ?? {
        observations: 0,
        namespaces: 0,
      }
    );
  }

  /** Calls back on every change; the function that is returned ends that. */
  onChange(listener: (change: ReadModelChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #judge(cluster: string, found: Cluster): void {
    const reports = [...found.reports.values()];
    found.freshness = mergeFreshness({
      cluster,
      reports: reports.flatMap(report => report ?? []),
      isComplete: !reports.includes(undefined),
      copiedAt: found.copiedAt,
    });
    this.#tell({ cluster, namespaces: new Set() });
  }

  #tell(change: ReadModelChange): void {
    this.#listeners.forEach(listener => listener(change));
  }
}

/** What is refused for good, such as Secrets, is no reason to show for ever what nobody observes any more. */
function isWhollyRead(found: Cluster): boolean {
  const { state, sources } = found.freshness;
  const isRead =
    state === 'live' ||
    (state === 'partial' &&
      sources.every(it => it.state !== 'starting' && it.state !== 'failed'));
  found.readSince = isRead ? found.readSince ?? Date.now() : undefined;
  return (
    state === 'live' ||
    (found.readSince !== undefined &&
      Date.now() - found.readSince >= REFUSALS_BELIEVED_MILLISECONDS)
  );
}
