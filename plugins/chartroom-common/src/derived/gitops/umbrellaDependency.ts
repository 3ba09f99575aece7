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

import type { ChartDependency, Umbrella } from '../../charts';

const indexes = new WeakMap<Umbrella, ReadonlyMap<string, ChartDependency>>();

/**
 * The entry of the umbrella's Chart.yaml for a service; where it stands twice,
 * the first.
 *
 * @internal
 */
export function umbrellaDependency(options: {
  umbrella: Umbrella | undefined;
  name: string;
}): ChartDependency | undefined {
  const { umbrella, name } = options;
  if (!umbrella) {
    return undefined;
  }
  const known = indexes.get(umbrella);
  if (known) {
    return known.get(name);
  }
  const index = new Map(
    umbrella.dependencies
      .map(entry => [entry.alias ?? entry.name, entry] as const)
      .reverse(),
  );
  indexes.set(umbrella, index);
  return index.get(name);
}
