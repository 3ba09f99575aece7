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
import type { ObservedRelease } from '../releases';
import { observedServices, type ObservedService } from './observedServices';
import { releasesByName } from './releasesByName';
import { unwantedServices } from './unwantedServices';
import { unwellDependencies } from './unwellDependencies';
import type { WantedDeployment } from './WantedDeployment';

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
  /** What other platforms want in the same namespace: it is not this one's, and nothing of it is told. */
  neighbours?: readonly WantedDeployment[];
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
  const { staleAfterMilliseconds, now, neighbours = [] } = options;
  const otherUmbrellas = umbrellasOf(neighbours);
  options.wanted.forEach(({ umbrella = '' }) =>
    otherUmbrellas.delete(umbrella),
  );
  const places = new Map<string, Place>();
  const placeOf = ({ cluster, namespace }: WantedDeployment): Place => {
    const key = JSON.stringify([cluster, namespace]);
    const place =
      places.get(key) ??
      readPlace({ ...options, cluster, namespace, otherUmbrellas });
    places.set(key, place);
    return place;
  };
  const wanted = [
    ...options.wanted,
    ...unwantedServices({ wanted: options.wanted, neighbours, placeOf }),
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

function umbrellasOf(wanted: readonly WantedDeployment[]): Set<string> {
  return new Set(wanted.flatMap(({ umbrella }) => umbrella ?? []));
}

/**
 * A namespace as it was seen, read once for all its services.
 *
 * @internal
 */
export interface Place {
  /** By every name that a service may be known by in them. */
  readonly releases: ReadonlyMap<string, ReadonlySet<ObservedRelease>>;
  readonly services: ReadonlyMap<string, ObservedService>;
  readonly freshness: ClusterFreshness | undefined;
  /** Names of the umbrella charts of other platforms in the namespace. */
  readonly otherUmbrellas: ReadonlySet<string>;
  /** Why nothing can be said of what runs there; absent where it can. */
  readonly unread?: string;
}

function readPlace(options: {
  cluster: string | undefined;
  namespace: string;
  otherUmbrellas: ReadonlySet<string>;
  observations: (place: {
    cluster: string;
    namespace: string;
  }) => NamespaceObservations | undefined;
  freshness: (cluster: string) => ClusterFreshness | undefined;
}): Place {
  const { cluster, namespace, otherUmbrellas } = options;
  if (cluster === undefined) {
    return unreadPlace({
      otherUmbrellas,
      freshness: undefined,
      unread:
        'The environment names no cluster: write `cluster` under `environments` in service-matrix.yaml, as `chartroom.clusters` names it.',
    });
  }
  const freshness = options.freshness(cluster);
  const observations = options.observations({ cluster, namespace });
  if (!freshness) {
    return unreadPlace({
      otherUmbrellas,
      freshness,
      unread: `No cluster is called ${cluster}: add it to \`chartroom.clusters\` or to the kubernetes plugin's configuration.`,
    });
  }
  const unread = whyUnread({ freshness, namespace });
  if (!observations) {
    return unreadPlace({ otherUmbrellas, freshness, unread });
  }
  const releases = observations.releases.filter(
    ({ chart }) => !otherUmbrellas.has(chart?.name ?? ''),
  );
  return {
    releases: releasesByName(releases),
    services: observedServices(observations),
    freshness,
    otherUmbrellas,
    unread,
  };
}

function unreadPlace(
  place: Pick<Place, 'freshness' | 'otherUmbrellas' | 'unread'>,
): Place {
  return { ...place, releases: new Map(), services: new Map() };
}

/** An empty namespace says that nothing runs only where workloads were listed. */
function whyUnread(options: {
  freshness: ClusterFreshness;
  namespace: string;
}): string | undefined {
  const { freshness, namespace } = options;
  const { cluster, state, message, observedAt, sources } = freshness;
  if (freshness.namespaces?.includes(namespace) === false) {
    return `Namespace ${namespace} of cluster ${cluster} is not observed: add it to \`namespaces\` of the cluster under \`chartroom.clusters\`.`;
  }
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
