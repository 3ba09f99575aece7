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

const shownSkips = 20;

/** The last lines of a run: what was skipped, by name, and the counts on a line of their own. */
export function summaryLines(results) {
  const skipped = results.flatMap(({ name, skipped: names }) =>
    names.map(skip => `skipped: ${name} (${skip})`),
  );
  const total = key => results.reduce((sum, result) => sum + result[key], 0);
  return [
    ...skipped.slice(0, shownSkips),
    ...(skipped.length > shownSkips
      ? [`skipped: ${skipped.length - shownSkips} more`]
      : []),
    '',
    `${total('passed')} passed, ${total('failed')} failed, ${
      skipped.length
    } skipped`,
  ];
}

/** Whether a run succeeded; with `noSkips` nothing may have been left out. */
export function isSuccess(options) {
  const { results, noSkips } = options;
  return results.every(
    ({ failed, skipped }) => failed === 0 && !(noSkips && skipped.length > 0),
  );
}
