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

import type { ObservedRelease } from '../releases';

/**
 * The releases of a namespace by every name that a service may be known by in them: that of the release, of its chart and
 * of the charts inside it; each release once for a name.
 *
 * @internal
 */
export function releasesByName(
  releases: readonly ObservedRelease[],
): ReadonlyMap<string, ReadonlySet<ObservedRelease>> {
  const found = new Map<string, Set<ObservedRelease>>();
  for (const release of releases) {
    const names = [
      release.name,
      release.chart?.name ?? [],
      release.subcharts.map(({ name }) => name),
    ];
    for (const name of names.flat()) {
      const known = found.get(name) ?? new Set();
      found.set(name, known.add(release));
    }
  }
  return found;
}
