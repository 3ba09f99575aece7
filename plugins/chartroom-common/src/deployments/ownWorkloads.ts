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

import type { KubernetesObject } from '../kubernetes';
import type { Place } from './deployments';
import type { ObservedService } from './observedServices';
import { releaseOfLabels } from './releaseOfLabels';
import type { WantedDeployment } from './WantedDeployment';

const partOf = 'app.kubernetes.io/part-of';

/**
 * The workloads of a service that are the platform's own: another platform, or a release that has nothing to do with
 * any, may have a service of the same name in the namespace.
 *
 * @remarks
 * What another platform's umbrella has installed never counts. Where something of the platform's own umbrella is there,
 * nothing of any other release does; else all the rest does, since charts of others have labels of their own.
 *
 * @internal
 */
export function ownWorkloads(options: {
  wanted: WantedDeployment;
  place: Pick<Place, 'services' | 'releases' | 'otherUmbrellas'>;
}): ObservedService | undefined {
  const { wanted, place } = options;
  const { umbrella, service } = wanted;
  const observed = place.services.get(service);
  if (!observed) {
    return undefined;
  }
  const left = observed.workloads.filter(
    ({ workload }) => !place.otherUmbrellas.has(partOfName(workload)),
  );
  const releases = new Set(
    [...(place.releases.get(umbrella ?? '') ?? [])].flatMap(({ chart, name }) =>
      chart?.name === umbrella ? name : [],
    ),
  );
  for (const { workload } of left) {
    const release = releaseOfLabels(workload);
    if (release !== undefined && partOfName(workload) === umbrella) {
      releases.add(release);
    }
  }
  const isOwn = ({ workload }: ObservedService['workloads'][number]) => {
    const release = releaseOfLabels(workload);
    return release === undefined || releases.has(release);
  };
  const workloads = left.some(({ workload }) =>
    releases.has(releaseOfLabels(workload) ?? ''),
  )
    ? left.filter(isOwn)
    : left;
  return workloads.length > 0 ? { workloads } : undefined;
}

function partOfName({ metadata }: KubernetesObject): string {
  return metadata.labels?.[partOf] ?? '';
}
