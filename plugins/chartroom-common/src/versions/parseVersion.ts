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

import { SemVer } from 'semver';

/** As looseSemVerRegex and MaxVersionLen of Masterminds/semver 3.5. */
const loose =
  /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;
const longest = 256;
/** From here on a double no longer tells neighbours apart. */
const precise = 15;

/**
 * A version as Helm reads it: `v1.2` is 1.2.0. Undefined where Helm refuses it, or where a number in it is too large
 * to be compared exactly.
 *
 * @internal
 */
export function parseVersion(text: string): SemVer | undefined {
  const match = text.length <= longest ? text.match(loose) : null;
  if (!match) {
    return undefined;
  }
  const [, major, minor = '0', patch = '0', prerelease = ''] = match;
  const numbers = [major, minor, patch].map(number =>
    number.replace(/^0+(?=\d)/, ''),
  );
  const identifiers = prerelease.slice(1).split('.');
  const isTooLarge = [...numbers, ...identifiers].some(
    part => part.length > precise && /^\d+$/.test(part),
  );
  const hasLeadingZero = identifiers.some(part => /^0\d+$/.test(part));
  return isTooLarge || hasLeadingZero
    ? undefined
    : new SemVer(`${numbers.join('.')}${prerelease}`);
}
