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
import type { WantedDeployment } from './WantedDeployment';

/**
 * The services that run in an environment's namespace without standing in its matrix, as if git had said so.
 *
 * @remarks
 * Only what the common chart made counts: a namespace may hold other things that are nobody's concern here.
 *
 * @internal
 */
export function unwantedServices(options: {
  wanted: readonly WantedDeployment[];
  placeOf: (wanted: WantedDeployment) => Place;
}): WantedDeployment[] {
  const { wanted, placeOf } = options;
  const [first] = wanted;
  if (!first) {
    return [];
  }
  const known = new Set(wanted.map(({ service }) => service));
  return [...placeOf(first).services]
    .filter(
      ([service, { workloads }]) =>
        !known.has(service) &&
        workloads.some(
          ({ workload }) =>
            workload.metadata.labels?.['chartroom/common-chart'] !== undefined,
        ),
    )
    .map(([service]) => ({
      platform: first.platform,
      service,
      environment: first.environment,
      cluster: first.cluster,
      namespace: first.namespace,
      state: 'not-listed',
      dependencies: [],
      source: first.source,
      message: 'the service matrix does not have it.',
    }));
}
