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

import type { Matrix } from '../matrix';
import { stringifyYaml } from '../yaml';
import { commonChartEntry } from './commonChartEntry';
import { tierHeading } from './tierHeading';
import type { ChartDependency } from './Umbrella';

/**
 * The Chart.yaml of an umbrella that is not there yet, with its entries in
 * groups by tier.
 *
 * @internal
 */
export function newUmbrella(options: {
  matrix: Matrix;
  /** The entry of each service that has one. */
  entries: ReadonlyArray<{
    readonly tier: string;
    readonly entry: ChartDependency;
  }>;
}): string {
  const { matrix, entries } = options;
  const head = stringifyYaml({
    apiVersion: 'v2',
    name: matrix.umbrella.split('/').at(-1),
    description: `All services of ${matrix.system}`,
    type: 'application',
    version: '0.1.0',
  });
  const tiers = new Map<string, ChartDependency[]>();
  for (const { tier, entry } of entries) {
    tiers.set(tier, [...(tiers.get(tier) ?? []), entry]);
  }
  const groups = [...tiers].map(
    ([tier, list]) => `\n  # ${tierHeading(tier)}\n${items(list)}`,
  );
  return `${head}dependencies:
  # The common chart: this copy renders every service below
${items([commonChartEntry({ matrix })])}${groups.join('')}`;
}

function items(entries: readonly ChartDependency[]): string {
  return stringifyYaml(
    entries.map(({ name, version, repository, condition, alias }) => ({
      ...{ name, version, repository, condition, alias },
    })),
  )
    .replace(/^/gm, '  ')
    .replace(/ +$/, '');
}
