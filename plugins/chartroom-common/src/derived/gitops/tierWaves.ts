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

import { matrixIndex, type Matrix } from '../../matrix';
import { tiers } from './tiers';

/**
 * In which order tiers are applied, counted from 0: each after those that its
 * services depend on. Where tiers depend on each other in a circle, the edge
 * that closes it does not count.
 *
 * @internal
 */
export function tierWaves(options: {
  matrix: Matrix;
}): ReadonlyMap<string, number> {
  const below = tiersBelow(options);
  const waves = new Map<string, number>();
  const entered = new Set<string>();
  const stepInto = (tier: string) => ({
    tier,
    left: [...(below.get(tier) ?? [])],
  });
  // The walk keeps its own stack, since a chain may be thousands long
  for (const start of below.keys()) {
    const path = entered.has(start) ? [] : [stepInto(start)];
    while (path.length > 0) {
      const { tier, left } = path[path.length - 1];
      entered.add(tier);
      const next = left.pop();
      if (next === undefined) {
        const wave = [...(below.get(tier) ?? [])].reduce(
          (highest, other) => Math.max(highest, (waves.get(other) ?? -1) + 1),
          0,
        );
        waves.set(tier, wave);
        path.pop();
      } else if (!entered.has(next)) {
        path.push(stepInto(next));
      }
    }
  }
  return waves;
}

/** Which other tiers the services of a tier depend on. */
function tiersBelow(options: {
  matrix: Matrix;
}): ReadonlyMap<string, ReadonlySet<string>> {
  const { services } = matrixIndex(options);
  return new Map(
    [...tiers(options)].map(([tier, members]) => [
      tier,
      new Set(
        members
          .flatMap(({ dependencies }) => dependencies)
          .flatMap(({ name }) => services.get(name)?.tier ?? [])
          .filter(other => other !== tier),
      ),
    ]),
  );
}
