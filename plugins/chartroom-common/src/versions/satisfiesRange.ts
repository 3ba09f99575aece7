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

import { meetsConstraint } from './meetsConstraint';
import { parseRange } from './parseRange';
import { parseVersion } from './parseVersion';

/**
 * Whether a version lies in a range, as Helm judges it, which reads ranges with Masterminds/semver 3.5 and not as npm
 * does. Undefined where Helm refuses the version or the range.
 *
 * @remarks
 * A pre-release lies only in a group of comparisons of which one names a pre-release itself, and then of any number.
 *
 * @public
 */
export function satisfiesRange(options: {
  version: string;
  range: string;
}): boolean | undefined {
  const version = parseVersion(options.version);
  const groups = parseRange(options.range);
  if (!version || !groups) {
    return undefined;
  }
  const isRelease = version.prerelease.length === 0;
  return groups.some(
    group =>
      (isRelease ||
        group.some(constraint => constraint.version.prerelease.length > 0)) &&
      group.every(constraint => meetsConstraint({ version, constraint })),
  );
}
