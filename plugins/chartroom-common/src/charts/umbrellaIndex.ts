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

import type { ChartDependency, Umbrella } from './Umbrella';

/**
 * An entry of an umbrella, with its position.
 *
 * @internal
 */
export interface IndexedEntry {
  readonly entry: ChartDependency;
  readonly position: number;
}

const indexes = new WeakMap<Umbrella, ReadonlyMap<string, IndexedEntry>>();

/**
 * The entries of an umbrella by the name under which its values speak of them:
 * the alias, or the chart's own. Where a name stands twice, the first.
 *
 * @internal
 */
export function umbrellaIndex(options: {
  umbrella: Umbrella;
}): ReadonlyMap<string, IndexedEntry> {
  const { umbrella } = options;
  const known = indexes.get(umbrella);
  if (known) {
    return known;
  }
  const index = new Map<string, IndexedEntry>();
  for (const [position, entry] of umbrella.dependencies.entries()) {
    const name = entry.alias ?? entry.name;
    if (!index.has(name)) {
      index.set(name, { entry, position });
    }
  }
  indexes.set(umbrella, index);
  return index;
}
