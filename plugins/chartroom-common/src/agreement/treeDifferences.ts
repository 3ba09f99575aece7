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

import type { YamlEdit, YamlPath } from '../yaml';
import { isMap } from '../values/isMap';

/**
 * One place where a tree is other than it should be.
 *
 * @internal
 */
export interface TreeDifference {
  readonly kind: 'missing' | 'different' | 'unexpected';
  /** From the root of the file. */
  readonly path: YamlPath;
  /** Undefined where it is missing. */
  readonly actual: unknown;
  /** Undefined where it is unexpected. */
  readonly expected: unknown;
  /** What makes this place as it should be. */
  readonly edits: readonly YamlEdit[];
}

/**
 * Compares what stands at a path of a file with what should, and says with
 * which edits the one becomes the other.
 *
 * @remarks
 * Maps are compared key by key, in any order; lists are compared and replaced
 * as a whole. Undefined stands for nothing, on both sides. The path must not be
 * empty, and what is on the way to it must be there.
 *
 * @internal
 */
export function treeDifferences(options: {
  actual: unknown;
  expected: unknown;
  path: YamlPath;
  /** The key to stand behind, or the keys of the group to belong to, where the place is new. */
  after?: string | readonly string[];
  /** Whether maps may hold more than they should: people's own keys. */
  open?: boolean;
}): TreeDifference[] {
  const { actual, expected, path, after, open = false } = options;
  if (isMap(expected) && (isMap(actual) || isEmptyPlaceFor(actual, expected))) {
    return mapDifferences({ actual: actual ?? {}, expected, path, open });
  }
  if (isEqual(actual, expected)) {
    return [];
  }
  const { removal, insertion } = replacement({ path, value: expected, after });
  if (actual === undefined) {
    return [{ kind: 'missing', path, actual, expected, edits: [insertion] }];
  }
  if (expected === undefined) {
    return [{ kind: 'unexpected', path, actual, expected, edits: [removal] }];
  }
  const edits: YamlEdit[] =
    isScalar(actual) && isScalar(expected)
      ? [{ op: 'setScalar', path, value: expected }]
      : [removal, insertion];
  return [{ kind: 'different', path, actual, expected, edits }];
}

/** A key with nothing behind it takes the entries of a map one by one. */
function isEmptyPlaceFor(
  actual: unknown,
  expected: Readonly<Record<string, unknown>>,
): actual is null {
  return actual === null && Object.keys(expected).length > 0;
}

function replacement(options: {
  path: YamlPath;
  value: unknown;
  after: string | readonly string[] | undefined;
}): { removal: YamlEdit; insertion: YamlEdit } {
  const { value, after } = options;
  const path = options.path.slice(0, -1);
  const step = options.path.at(-1);
  if (typeof step === 'object') {
    const { key, value: identity } = step;
    return {
      removal: { op: 'removeListItem', path, key, identity },
      insertion: { op: 'ensureListItem', path, key, item: value },
    };
  }
  const key = String(step);
  return {
    removal: { op: 'removeMapEntry', path, key },
    insertion: { op: 'ensureMapEntry', path, key, value, after },
  };
}

function mapDifferences(options: {
  actual: Readonly<Record<string, unknown>>;
  expected: Readonly<Record<string, unknown>>;
  path: YamlPath;
  open: boolean;
}): TreeDifference[] {
  const { actual, expected, path, open } = options;
  const differences: TreeDifference[] = [];
  for (const [key, value] of Object.entries(open ? {} : actual)) {
    if (!Object.hasOwn(expected, key) || expected[key] === undefined) {
      differences.push(
        ...treeDifferences({
          actual: value,
          expected: undefined,
          path: [...path, key],
        }),
      );
    }
  }
  let after: string | undefined;
  for (const [key, value] of Object.entries(expected)) {
    if (value !== undefined) {
      differences.push(
        ...treeDifferences({
          actual: Object.hasOwn(actual, key) ? actual[key] : undefined,
          expected: value,
          path: [...path, key],
          after,
          open,
        }),
      );
      after = key;
    }
  }
  return differences;
}

/** Text, numbers and truth values; nothing (`null`) can be replaced as they can. */
function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function isEqual(left: unknown, right: unknown): boolean {
  if (Array.isArray(left) && Array.isArray(right)) {
    return (
      left.length === right.length &&
      left.every((item, index) => isEqual(item, right[index]))
    );
  }
  if (isMap(left) && isMap(right)) {
    const keys = Object.keys(left);
    return (
      keys.length === Object.keys(right).length &&
      keys.every(
        key => Object.hasOwn(right, key) && isEqual(left[key], right[key]),
      )
    );
  }
  return left === right;
}
