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

/**
 * The lines that one text has and another has not, as `+line` and `-line`, in
 * order; for texts that differ in a few places.
 *
 * @internal
 */
export function lineDifference(options: {
  before: string;
  after: string;
}): string[] {
  const before = options.before.split('\n');
  const after = options.after.split('\n');
  // Longest common subsequence, from the ends
  const lengths = Array.from({ length: before.length + 1 }, () =>
    new Array<number>(after.length + 1).fill(0),
  );
  for (let a = before.length - 1; a >= 0; a--) {
    for (let b = after.length - 1; b >= 0; b--) {
      lengths[a][b] =
        before[a] === after[b]
          ? lengths[a + 1][b + 1] + 1
          : Math.max(lengths[a + 1][b], lengths[a][b + 1]);
    }
  }
  const lines: string[] = [];
  let a = 0;
  let b = 0;
  while (a < before.length || b < after.length) {
    if (a < before.length && b < after.length && before[a] === after[b]) {
      a += 1;
      b += 1;
    } else if (
      b < after.length &&
      (a === before.length || lengths[a][b + 1] > lengths[a + 1][b])
    ) {
      lines.push(`+${after[b]}`);
      b += 1;
    } else {
      lines.push(`-${before[a]}`);
      a += 1;
    }
  }
  return lines;
}
