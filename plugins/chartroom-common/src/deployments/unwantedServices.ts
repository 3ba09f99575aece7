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

import type { Place } from './deployments';
import { ownWorkloads } from './ownWorkloads';
import type { WantedDeployment } from './WantedDeployment';

const partOf = 'app.kubernetes.io/part-of';

/**
 * The services that run in an environment's namespace without standing in its matrix, as if git had said so.
 *
 * @remarks
 * Only what the common chart made counts: a namespace may hold other things that are nobody's concern here, and what is
 * another platform's is that one's, whose readers may be others.
 *
 * @internal
 */
export function unwantedServices(options: {
  wanted: readonly WantedDeployment[];
  /** What other platforms want in the namespace. */
  neighbours: readonly WantedDeployment[];
  placeOf: (wanted: WantedDeployment) => Place;
}): WantedDeployment[] {
  const { wanted, neighbours, placeOf } = options;
  const [first] = wanted;
  if (!first) {
    return [];
  }
  const place = placeOf(first);
  const known = new Set(
    [...wanted, ...neighbours].map(({ service }) => service),
  );
  const suites = new Set(
    wanted.flatMap(one => suitesOf({ wanted: one, place })),
  );
  return [...place.services]
    .filter(
      ([service, { workloads }]) =>
        !known.has(service) &&
        workloads.some(({ workload }) => {
          const { labels = {} } = workload.metadata;
          const suite = labels[partOf];
          return (
            labels['chartroom/common-chart'] !== undefined &&
            (suite === undefined || suite === service || suites.has(suite))
          );
        }),
    )
    .map(([service]) => ({
      platform: first.platform,
      service,
      environment: first.environment,
      cluster: first.cluster,
      namespace: first.namespace,
      umbrella: first.umbrella,
      state: 'not-listed',
      dependencies: [],
      source: first.source,
      message: 'the service matrix does not have it.',
    }));
}

/** What the workloads of a platform say that they are part of: its umbrella, unless its charts say otherwise. */
function suitesOf(options: {
  wanted: WantedDeployment;
  place: Place;
}): string[] {
  const own = ownWorkloads(options)?.workloads ?? [];
  return [
    options.wanted.umbrella ?? [],
    own.flatMap(({ workload }) => workload.metadata.labels?.[partOf] ?? []),
  ].flat();
}
