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
import { tiers } from '../gitops/tiers';
import { mermaidId } from './mermaidId';
import { mermaidLabel } from './mermaidLabel';

/**
 * A system that is too large to be drawn in full: its tiers, with how many
 * services they have and how many dependencies lead from one to another.
 *
 * @internal
 */
export function tierDiagram(options: { matrix: Matrix }): string {
  const { matrix } = options;
  const { services } = matrixIndex({ matrix });
  const nodeOf = (tier: string) => mermaidId({ prefix: 'tier', text: tier });
  const nodes = [...tiers({ matrix })].map(
    ([tier, { length }]) =>
      `  ${nodeOf(tier)}[${mermaidLabel({ text: `${tier}: ${length}` })}]`,
  );
  const edges = new Map<string, Map<string, number>>();
  for (const { tier, dependencies } of matrix.services) {
    const counts = edges.get(tier) ?? new Map<string, number>();
    edges.set(tier, counts);
    for (const name of new Set(dependencies.map(it => it.name))) {
      const target = services.get(name)?.tier;
      if (target !== undefined) {
        counts.set(target, (counts.get(target) ?? 0) + 1);
      }
    }
  }
  const arrows = [...edges].flatMap(([from, counts]) =>
    [...counts].map(
      ([to, count]) => `  ${nodeOf(from)} -->|${count}| ${nodeOf(to)}`,
    ),
  );
  return ['flowchart LR', ...nodes, ...arrows, ''].join('\n');
}
