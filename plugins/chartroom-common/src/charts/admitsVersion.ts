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

import { eq, prerelease, satisfies, valid } from 'semver';

/** One number of a range may be left open: `1`, `1.2`, `1.2.x`. */
const partial = String.raw`\d+(?:\.(?:\d+|x)){0,2}`;
const full = String.raw`\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?`;
const open = new RegExp(`^(?:[~^]?${partial}|[~^]${full}|\\*)$`);
const comparison = new RegExp(`^(?:>=|<=|>|<|=)${full}$`);

/**
 * Whether a pin of a Chart.yaml admits a version of a chart; undefined where
 * that cannot be told.
 *
 * @remarks
 * Helm reads ranges with Masterminds/semver, and this is node-semver. Only what
 * both read alike is decided: exact versions, `^`, `~`, open numbers and lists
 * of full comparisons. They differ on pre-releases inside ranges, on `!=`, and
 * on comparisons with open numbers.
 *
 * @internal
 */
export function admitsVersion(options: {
  range: string;
  version: string;
}): boolean | undefined {
  const range = options.range.trim();
  const { version } = options;
  if (!valid(version)) {
    return undefined;
  }
  if (valid(range)) {
    return eq(range, version);
  }
  const comparisons = range
    .replace(/(>=|<=|>|<|=)\s+/g, '$1')
    .split(/\s*,\s*|\s+/);
  const isAlike =
    open.test(range) || comparisons.every(part => comparison.test(part));
  if (!isAlike) {
    return undefined;
  }
  if (prerelease(version)) {
    return range.includes('-') ? undefined : false;
  }
  return satisfies(version, comparisons.join(' '));
}
