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

const largestDistance = 2;
const longestName = 64;
/** A suggestion is a courtesy; it must not cost more than the answer. */
const mostCandidates = 1000;

/**
 * The candidate that a person most likely meant, if one is near: two slips apart
 * at most, and fewer than half of the name. A slip is a letter too many, too few
 * or wrong, or two that changed places.
 *
 * @public
 */
export function nearestName(options: {
  name: string;
  candidates: Iterable<string>;
}): string | undefined {
  const { name, candidates } = options;
  if (name.length > longestName) {
    return undefined;
  }
  const limit = Math.min(largestDistance, Math.floor((name.length - 1) / 2));
  let nearest: string | undefined;
  let nearestDistance = limit + 1;
  let looked = 0;
  for (const candidate of candidates) {
    looked += 1;
    if (looked > mostCandidates) {
      break;
    }
    if (Math.abs(candidate.length - name.length) <= limit) {
      const found = distance(name.toLowerCase(), candidate.toLowerCase());
      if (found < nearestDistance) {
        nearest = candidate;
        nearestDistance = found;
      }
    }
  }
  return nearest;
}

/** Levenshtein's distance, row by row, where two letters that changed places count as one. */
function distance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSwapped =
        row > 1 &&
        column > 1 &&
        a[row - 1] === b[column - 2] &&
        a[row - 2] === b[column - 1];
      current[column] = Math.min(
        previous[column] + 1,
        current[column - 1] + 1,
        previous[column - 1] + (a[row - 1] === b[column - 1] ? 0 : 1),
        isSwapped ? beforePrevious[column - 2] + 1 : Infinity,
      );
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length];
}
