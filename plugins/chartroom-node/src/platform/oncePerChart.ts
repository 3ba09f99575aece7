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

import type { ChartDependency } from '@chartroom/backstage-plugin-chartroom-common';

/**
 * Entries of an umbrella without those that have the chart of an earlier one, under another
 * alias: it is there once.
 *
 * @internal
 */
export function oncePerChart(options: {
  dependencies: readonly ChartDependency[];
}): ChartDependency[] {
  const byPlace = new Map<string, ChartDependency>();
  for (const dependency of options.dependencies) {
    const { name, version, repository } = dependency;
    const place = `${name} ${version} ${repository}`;
    if (!byPlace.has(place)) {
      byPlace.set(place, dependency);
    }
  }
  return [...byPlace.values()];
}
