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
 * The version to which an umbrella's Chart.lock resolves an entry; undefined where there is no lock, or one that does not
 * know the entry.
 *
 * @remarks
 * A lock knows no aliases: of entries with one chart, the second is the second in the lock (Helm writes it in the order of
 * Chart.yaml).
 *
 * @internal
 */
export function lockedVersion(options: {
  umbrella: Umbrella;
  entry: ChartDependency;
}): string | undefined {
  const { umbrella, entry } = options;
  const isSame = ({ name }: ChartDependency) => name === entry.name;
  const position = umbrella.dependencies.filter(isSame).indexOf(entry);
  return umbrella.lock?.dependencies.filter(isSame)[position]?.version;
}
