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

import type {
  ChartDependency,
  ChartLock,
} from '@chartroom/backstage-plugin-chartroom-common';
import { satisfies } from 'semver';

/**
 * The version that a lock has for an entry of an umbrella; undefined where it has none.
 *
 * @remarks
 * Two charts of one name may come from two places, or from one in two versions. Of the latter
 * it is the one that the entry admits.
 *
 * @internal
 */
export function lockedVersion(options: {
  lock?: ChartLock;
  dependency: ChartDependency;
}): string | undefined {
  const { lock, dependency } = options;
  const { name, repository = '', version: range = '*' } = dependency;
  const versions = (lock?.dependencies ?? []).flatMap(entry =>
    entry.name === name && (entry.repository ?? '') === repository
      ? entry.version ?? []
      : [],
  );
  return (
    versions.find(version => version === range || satisfies(version, range)) ??
    versions[0]
  );
}
