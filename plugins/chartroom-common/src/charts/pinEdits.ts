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

import type { Finding } from '../check';
import type { YamlEdit } from '../yaml';
import { lockDigest } from './lockDigest';
import type { ChartDependency, Umbrella } from './Umbrella';

/**
 * Whether the umbrella's Chart.lock fits its Chart.yaml.
 *
 * @public
 */
export function isLockCurrent(options: { umbrella: Umbrella }): boolean {
  const { dependencies, lock } = options.umbrella;
  return (
    lock !== undefined &&
    lock.digest === lockDigest({ dependencies, locked: lock.dependencies })
  );
}

/**
 * Says that a lock does not fit, and that it will be left as it is.
 *
 * @internal
 */
export function lockFindings(options: { umbrella: Umbrella }): Finding[] {
  const { lock, lockFile, chartFile } = options.umbrella;
  return lock && !isLockCurrent(options)
    ? [
        {
          rule: 'umbrella-lock-stale',
          severity: 'warning',
          file: lockFile,
          message: `${lockFile} does not fit ${chartFile}, and is left as it is.`,
          fix: 'Run helm dependency update in the platform repository.',
        },
      ]
    : [];
}

/**
 * Edits of the umbrella's Chart.lock for a dependency that its Chart.yaml has
 * got.
 *
 * @remarks
 * The lock lists what Chart.yaml lists, in the same order, and its digest
 * covers both. A lock that does not fit Chart.yaml must stay as it is: with a
 * new digest it would look as if it did.
 *
 * @internal
 */
export function lockEdits(options: {
  umbrella: Umbrella;
  dependency: ChartDependency;
  /** Position of the dependency in the new Chart.yaml. */
  position: number;
  /** ISO 8601. */
  now: string;
}): YamlEdit[] {
  const { umbrella, dependency, position, now } = options;
  const { name, repository, version } = dependency;
  const locked = umbrella.lock?.dependencies ?? [];
  const digest = lockDigest({
    dependencies: umbrella.dependencies.toSpliced(position, 0, dependency),
    locked: locked.toSpliced(position, 0, { name, repository, version }),
  });
  return [
    {
      op: 'ensureListItem',
      path: ['dependencies'],
      key: 'name',
      item: { name, repository, version },
      place: { at: position },
    },
    { op: 'setScalar', path: ['digest'], value: digest },
    { op: 'setScalar', path: ['generated'], value: now },
  ];
}

/**
 * Edits of the umbrella's Chart.lock for a dependency that its Chart.yaml has
 * lost; of one that does not fit as little as of {@link lockEdits}.
 *
 * @internal
 */
export function lockEditsWithout(options: {
  umbrella: Umbrella;
  name: string;
  /** ISO 8601. */
  now: string;
}): YamlEdit[] {
  const { umbrella, name, now } = options;
  const others = (dependency: ChartDependency) => dependency.name !== name;
  const digest = lockDigest({
    dependencies: umbrella.dependencies.filter(others),
    locked: (umbrella.lock?.dependencies ?? []).filter(others),
  });
  return [
    {
      op: 'removeListItem',
      path: ['dependencies'],
      key: 'name',
      identity: name,
    },
    { op: 'setScalar', path: ['digest'], value: digest },
    { op: 'setScalar', path: ['generated'], value: now },
  ];
}
