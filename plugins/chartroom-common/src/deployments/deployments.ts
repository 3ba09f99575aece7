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

import type { Deployment } from './Deployment';
import { describeDeployment } from './describeDeployment';
import { isStale } from './isStale';
import type { NamespaceObservations } from './NamespaceObservations';
import type { ClusterFreshness } from './Observation';
import { observedServices, type ObservedService } from './observedServices';
import { unwantedServices } from './unwantedServices';
import { unwellDependencies } from './unwellDependencies';
import type { WantedDeployment } from './WantedDeployment';

const nothing: NamespaceObservations = { objects: [], releases: [] };

/**
 * What runs of a platform in one environment, beside what git wants of it: every service that git names, and those that run
 * without.
 *
 * @remarks
 * Pure, and linear in the services and objects of the namespace.
 *
 * @public
 */
export function deployments(options: {
  /** Those of one environment of one platform. */
  wanted: readonly WantedDeployment[];
  /** All that was seen in a namespace; absent where nothing was. */
  observations: (place: {
    cluster: string;
    namespace: string;
  }) => NamespaceObservations | undefined;
  /** Absent: no such cluster is configured. */
  freshness: (cluster: string) => ClusterFreshness | undefined;
  /** After how long without a confirmation something is stale. */
  staleAfterMilliseconds: number;
  now: Date;
}): Deployment[] {
  const { staleAfterMilliseconds, now } = options;
  const places = new Map<string, Place>();
  const placeOf = ({ cluster, namespace }: WantedDeployment): Place => {
    const key = JSON.stringify([cluster, namespace]);
    const place =
      places.get(key) ?? readPlace({ ...options, cluster, namespace });
    places.set(key, place);
    return place;
  };
  const wanted = [
    ...options.wanted,
    ...unwantedServices({ wanted: options.wanted, placeOf }),
  ];
  const found = wanted.map((one): Deployment => {
    const place = placeOf(one);
    const { freshness } = place;
    return {
      ...describeDeployment({ wanted: one, place, now }),
      ...(freshness?.observedAt ? { observedAt: freshness.observedAt } : {}),
      stale: isStale({ freshness, staleAfterMilliseconds, now }),
      recorded: freshness?.recorded ?? false,
    };
  });
  const unwell = unwellDependencies({
    deployments: found,
    dependencies: new Map(
      wanted.map(({ service, dependencies }) => [service, dependencies]),
    ),
  });
  return found.map(deployment => ({
    ...deployment,
    unwellDependencies: unwell.get(deployment.service) ?? [],
  }));
}

/**
 * A namespace as it was seen, read once for all its services.
 *
 * @internal
 */
export interface Place {
  readonly observations: NamespaceObservations;
  readonly services: ReadonlyMap<string, ObservedService>;
  readonly freshness: ClusterFreshness | undefined;
  /** Why nothing can be said of what runs there; absent where it can. */
  readonly unread?: string;
}

function readPlace(options: {
  cluster: string | undefined;
  namespace: string;
  observations: (place: {
    cluster: string;
    namespace: string;
  }) => NamespaceObservations | undefined;
  freshness: (cluster: string) => ClusterFreshness | undefined;
}): Place {
  const { cluster, namespace } = options;
  if (cluster === undefined) {
    return unreadPlace({
      freshness: undefined,
      unread:
        'The environment names no cluster: write `cluster` under `environments` in service-matrix.yaml, as `chartroom.clusters` names it.',
    });
  }
  const freshness = options.freshness(cluster);
  const observations = options.observations({ cluster, namespace });
  if (!freshness) {
    return unreadPlace({
      freshness,
      unread: `No cluster is called ${cluster}: add it to \`chartroom.clusters\` or to the kubernetes plugin's configuration.`,
    });
  }
  const unread = whyUnread(freshness);
  if (!observations) {
    return unreadPlace({ freshness, unread });
  }
  return {
    observations,
    services: observedServices(observations),
    freshness,
    unread,
  };
}

function unreadPlace(place: Pick<Place, 'freshness' | 'unread'>): Place {
  return { ...place, observations: nothing, services: new Map() };
}

/** An empty namespace says that nothing runs only where workloads were listed. */
function whyUnread(freshness: ClusterFreshness): string | undefined {
  const { cluster, state, message, observedAt, sources } = freshness;
  if (observedAt === undefined) {
    return message
      ? `Cluster ${cluster} has not been read: ${message}`
      : `Cluster ${cluster} has not been read yet.`;
  }
  const labels = sources.find(({ source }) => source === 'labels');
  return labels &&
    labels.state !== 'live' &&
    state !== 'unreachable' &&
    state !== 'copy'
    ? `Workloads of cluster ${cluster} cannot be read: ${
        labels.message ?? labels.state
      }`
    : undefined;
}
