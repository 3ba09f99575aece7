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

import { parseVersion } from '../versions/parseVersion';

/** Kubernetes' limit of a label's value, to which charts cut it. */
const longestLabel = 63;

/**
 * The version of a chart that the value of a label `helm.sh/chart` tells; undefined where it is not that chart's.
 *
 * @remarks
 * The label is `<name>-<version>` with `+` written as `_`, cut at 63 characters. Both parts may hold dashes, so the name
 * must be known; what was cut is believed only where it is one of the expected versions.
 *
 * @internal
 */
export function versionInLabel(options: {
  label: string;
  /** The names that the chart may go by: its alias, its own name. */
  names: readonly string[];
  /** Versions that it may have, such as those of a lock. */
  expected: readonly string[];
}): string | undefined {
  const { label, expected } = options;
  const names = options.names.filter(name => label.startsWith(`${name}-`));
  const known = expected.find(version =>
    names.some(name => labelOf(`${name}-${version}`) === trimmed(label)),
  );
  if (known !== undefined) {
    return known;
  }
  const mayBeCut = label.length >= longestLabel - 1;
  return mayBeCut
    ? undefined
    : names
        .map(name => label.slice(name.length + 1).replace('_', '+'))
        .find(version => parseVersion(version) !== undefined);
}

function labelOf(text: string): string {
  return trimmed(text.replace(/\+/g, '_').slice(0, longestLabel));
}

/** A label's value ends in a letter or digit, so charts trim what a cut leaves. */
function trimmed(text: string): string {
  return text.replace(/[-_.]{1,63}$/, '');
}
