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

import { valid } from 'semver';
import { quoted } from '../check/quoted';
import type { LockedChart } from './lockText';
import type { ChartDependency } from './Umbrella';
import { satisfiesRange } from '../versions';

/**
 * The version of each chart that a Chart.lock holds, as far as that can be
 * known without asking a chart repository.
 *
 * @remarks
 * A chart in the same repository is locked at its own version, an exact pin at
 * itself, and a range at the version that is locked already. Anything else only
 * Helm can resolve: then `unresolved` says what and why, without a full stop.
 *
 * @internal
 */
export function resolveLock(options: {
  /** Those of Chart.yaml. */
  dependencies: readonly ChartDependency[];
  /** Those of the present lock. */
  locked: readonly ChartDependency[];
  /** The version of the chart that a `file://` repository means, where it can be read. */
  localVersion: (repository: string | undefined) => string | undefined;
}): { locked: LockedChart[]; unresolved: string[] } {
  const { dependencies, localVersion } = options;
  const present = new Map<string, ChartDependency[]>();
  for (const entry of options.locked) {
    const list = present.get(keyOf(entry)) ?? [];
    present.set(keyOf(entry), [...list, entry]);
  }
  const locked: LockedChart[] = [];
  const unresolved: string[] = [];
  for (const dependency of dependencies) {
    const { name, repository = '' } = dependency;
    const local = localVersion(repository);
    const version = versionOf({
      dependency,
      candidates: present.get(keyOf(dependency)) ?? [],
      local,
    });
    if (version === undefined) {
      const pin = `${quoted(name)} is pinned to ${quoted(dependency.version)}`;
      unresolved.push(
        local === undefined
          ? `${pin}, and which version that is only its chart repository can tell`
          : `${pin}, and its chart in this repository is ${quoted(local)}`,
      );
    } else {
      locked.push({ name, repository, version });
    }
  }
  return { locked, unresolved };
}

function keyOf({ name, repository = '' }: ChartDependency): string {
  return `${name} ${repository}`;
}

function versionOf(options: {
  dependency: ChartDependency;
  candidates: readonly ChartDependency[];
  local: string | undefined;
}): string | undefined {
  const { dependency, candidates, local } = options;
  const { version: range, repository = '' } = dependency;
  if (repository === '') {
    return range;
  }
  if (range === undefined) {
    return undefined;
  }
  if (local !== undefined) {
    return satisfiesRange({ range, version: local }) ? local : undefined;
  }
  const kept = candidates.find(
    ({ version }) =>
      version !== undefined &&
      (version === range || satisfiesRange({ range, version })),
  );
  return kept?.version ?? (valid(range) ? range : undefined);
}
