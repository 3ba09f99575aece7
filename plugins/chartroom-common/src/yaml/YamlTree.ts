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

import { isAlias, isMap, isScalar, isSeq } from 'yaml';

/**
 * What a piece of YAML means, with the order of its maps, for comparison.
 *
 * @remarks
 * Nothing, `null`, `[]` and `{}` are all `undefined`: a collection may lose its last entry and be any of them.
 *
 * @internal
 */
export type YamlTree =
  | undefined
  | { readonly map: ReadonlyArray<readonly [string, YamlTree]> }
  | { readonly list: readonly YamlTree[] }
  | { readonly scalar: unknown }
  | { readonly alias: string }
  /** A part that is not looked into, by its text. */
  | { readonly text: string };

/**
 * What stands for entries that were left out of a text before the parser read it: the entries, by the offset of the
 * scalar in their place. Those of a list have no key.
 *
 * @internal
 */
export type LeftOut = ReadonlyMap<
  number,
  ReadonlyArray<readonly [string, YamlTree]>
>;

/**
 * The tree of what the parser read, with what was left out put back in its place.
 *
 * @internal
 */
export function treeOfNode(
  node: unknown,
  leftOut: LeftOut = new Map(),
): YamlTree {
  const leftOutAt = (value: unknown) =>
    isScalar(value) && value.range ? leftOut.get(value.range[0]) : undefined;
  if (isMap(node)) {
    return node.items.length === 0
      ? undefined
      : {
          map: node.items.flatMap(
            ({ key, value }) =>
              leftOutAt(value) ?? [[keyText(key), treeOfNode(value, leftOut)]],
          ),
        };
  }
  if (isSeq(node)) {
    return node.items.length === 0
      ? undefined
      : {
          list: node.items.flatMap(
            item =>
              leftOutAt(item)?.map(([, tree]) => tree) ?? [
                treeOfNode(item, leftOut),
              ],
          ),
        };
  }
  if (isAlias(node)) {
    return { alias: node.source };
  }
  return isScalar(node) && node.value !== null
    ? { scalar: node.value }
    : undefined;
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : JSON.stringify(treeOfNode(key));
}

/**
 * The tree of a value that is to be written.
 *
 * @internal
 */
export function treeOfValue(value: unknown): YamlTree {
  if (Array.isArray(value)) {
    return value.length === 0 ? undefined : { list: value.map(treeOfValue) };
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(
      ([, entry]) => entry !== undefined,
    );
    return entries.length === 0
      ? undefined
      : { map: entries.map(([key, entry]) => [key, treeOfValue(entry)]) };
  }
  return value === null || value === undefined ? undefined : { scalar: value };
}

/**
 * Whether two trees mean the same, with their maps in the same order.
 *
 * @internal
 */
export function isSameTree(left: YamlTree, right: YamlTree): boolean {
  if (!left || !right) {
    return left === right;
  }
  if ('map' in left && 'map' in right) {
    return (
      left.map.length === right.map.length &&
      left.map.every(
        ([key, value], index) =>
          key === right.map[index][0] && isSameTree(value, right.map[index][1]),
      )
    );
  }
  if ('list' in left && 'list' in right) {
    return (
      left.list.length === right.list.length &&
      left.list.every((value, index) => isSameTree(value, right.list[index]))
    );
  }
  if ('scalar' in left && 'scalar' in right) {
    return (
      left.scalar === right.scalar ||
      (Number.isNaN(left.scalar) && Number.isNaN(right.scalar))
    );
  }
  if ('alias' in left && 'alias' in right) {
    return left.alias === right.alias;
  }
  return 'text' in left && 'text' in right && left.text === right.text;
}
