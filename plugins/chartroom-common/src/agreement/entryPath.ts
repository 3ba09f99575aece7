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

import type { ChartDependency, Umbrella } from '../charts';

/**
 * What tells an entry of a Chart.yaml from every other: its alias, or its chart's
 * name; where another entry has a chart of that name, where its chart comes from,
 * and then its condition.
 *
 * @internal
 */
export function entryPath(options: {
  umbrella: Pick<Umbrella, 'dependencies'>;
  entry: ChartDependency;
}): readonly ['dependencies', EntryStep] {
  const { umbrella, entry } = options;
  const { dependencies } = umbrella;
  const keys = ['alias', 'name', 'repository', 'condition'] as const;
  const key = keys.find(
    it =>
      entry[it] !== undefined &&
      dependencies.every(other => other === entry || other[it] !== entry[it]),
  );
  const found = key ?? 'name';
  return ['dependencies', { key: found, value: entry[found] ?? entry.name }];
}

/**
 * How an edit finds an entry in the list.
 *
 * @internal
 */
export interface EntryStep {
  readonly key: 'alias' | 'name' | 'repository' | 'condition';
  readonly value: string;
}
