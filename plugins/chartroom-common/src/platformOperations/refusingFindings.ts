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

import { checkPlatform } from '../agreement';
import { disagreements } from '../agreement/disagreements';
import type { Finding } from '../check';
import type { Platform } from '../platform';

/**
 * What an operation would leave behind that was not there before, and so refuses it.
 *
 * @remarks
 * An error is new where its rule finds more in its file than before. A file that
 * cannot be edited is the operation's business where the operation changes what
 * is asked of it; one that could not be edited before, and is none of it, stays
 * as it was.
 *
 * @internal
 */
export function refusingFindings(options: {
  before: Platform;
  /** The platform with all that the operation writes. */
  readAfter: () => Platform;
  /** What is left to people after the operation. */
  findings: readonly Finding[];
  /** ISO 8601 in UTC. */
  now: string;
}): Finding[] {
  const { before, readAfter, findings, now } = options;
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) {
    return [];
  }
  const wantedBefore = wantedChanges({ platform: before, now });
  const wantedAfter = wantedChanges({ platform: readAfter(), now });
  const unedited = errors.filter(
    ({ rule, file }) =>
      rule === 'edit-refused' && wantedBefore(file) !== wantedAfter(file),
  );
  if (unedited.length > 0) {
    // All else that does not hold only follows from these
    return unedited;
  }
  const others = errors.filter(({ rule }) => rule !== 'edit-refused');
  const isAlike = (one: Finding) => (other: Finding) =>
    one.rule === other.rule && one.file === other.file;
  // What was a warning before, and stops Helm now, is new
  const known =
    others.length > 0
      ? checkPlatform({ platform: before }).filter(
          ({ severity }) => severity === 'error',
        )
      : [];
  return others.filter(
    error =>
      others.filter(isAlike(error)).length >
        known.filter(isAlike(error)).length &&
      !known.some(it => isAlike(error)(it) && it.message === error.message),
  );
}

/** What the agreement asks of a file, as one text. */
function wantedChanges(
  options: Parameters<typeof disagreements>[0],
): (file: string) => string {
  const all = disagreements(options).flatMap(({ changes }) => changes);
  return file => JSON.stringify(all.filter(({ path }) => path === file));
}
