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

import type { YamlPath } from '../yaml';
import { treeDifferences, type TreeDifference } from './treeDifferences';
import { valueAt } from '../values/valueAt';

/**
 * Compares a derived block of a file that people write too with what follows
 * from the matrix. What is beside the block is left alone.
 *
 * @remarks
 * Where there is no such block yet, the maps on the way to it are made. Where
 * nothing follows, and so there should be no block, it is unexpected as a whole.
 *
 * @internal
 */
export function blockDifferences(options: {
  /** All that stands in the file. */
  root: unknown;
  path: YamlPath;
  /** Undefined: there should be no such block. */
  expected: unknown;
  /** The key to stand behind, or the group to belong to, for the first map on the way that is not there. */
  after?: string | readonly string[];
}): TreeDifference[] {
  const { root, path, expected, after } = options;
  const missing = path.findIndex(
    (_, index) =>
      (valueAt({ root, path: path.slice(0, index + 1) }) ?? null) === null,
  );
  const isOnTheWay = missing >= 0 && missing < path.length - 1;
  if (!isOnTheWay) {
    const actual = valueAt({ root, path });
    return treeDifferences({ actual, expected, path, after });
  }
  if (expected === undefined) {
    return [];
  }
  const first = path.slice(0, missing + 1);
  return treeDifferences({
    actual: valueAt({ root, path: first }),
    expected: path
      .slice(missing + 1)
      .reduceRight<unknown>(
        (inner, step) =>
          typeof step === 'string' ? { [step]: inner } : [inner],
        expected,
      ),
    path: first,
    after,
  });
}
