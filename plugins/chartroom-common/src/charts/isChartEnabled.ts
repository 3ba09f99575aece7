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

import { isMap } from '../values/isMap';
import { valueAt } from '../values/valueAt';
import type { ChartDependency } from './Umbrella';

/**
 * Whether Helm installs a chart that an umbrella lists.
 *
 * @remarks
 * The first condition that names a boolean counts; without one, tags, of which one that is true is enough; without either,
 * a chart is installed (Helm, `processDependencyConditions` and `processDependencyTags` in pkg/chart/v2/util/dependencies.go).
 *
 * @internal
 */
export function isChartEnabled(options: {
  entry: ChartDependency;
  /** Values, the last first: what an earlier one says counts. */
  layers: ReadonlyArray<Readonly<Record<string, unknown>>>;
}): boolean {
  const { entry, layers } = options;
  const written = (path: readonly string[]): boolean | undefined => {
    const values = layers.map(root => valueAt({ root, path }));
    return values.find(value => typeof value === 'boolean');
  };
  for (const condition of (entry.condition ?? '').split(',')) {
    const value = written(condition.trim().split('.'));
    if (value !== undefined) {
      return value;
    }
  }
  const tagged = layers.some(({ tags }) => isMap(tags))
    ? (entry.tags ?? []).map(tag => written(['tags', tag]))
    : [];
  return tagged.includes(true) || !tagged.includes(false);
}
