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
 * One change to a tree, at a path of positions.
 *
 * @internal
 */
export type TreeChange = {
  /** Positions on the way to the collection, or to the scalar. */
  readonly indices: readonly number[];
} & (
  | {
      readonly kind: 'insert';
      readonly index: number;
      /** Only in a map. */
      readonly key?: string;
      readonly value: YamlTree;
    }
  | { readonly kind: 'remove'; readonly index: number }
  | { readonly kind: 'set'; readonly value: YamlTree }
);

/**
 * The tree of what the parser read.
 *
 * @internal
 */
export function treeOfNode(node: unknown): YamlTree {
  if (isMap(node)) {
    return node.items.length === 0
      ? undefined
      : {
          map: node.items.map(({ key, value }) => [
            isScalar(key) ? String(key.value) : JSON.stringify(treeOfNode(key)),
            treeOfNode(value),
          ]),
        };
  }
  if (isSeq(node)) {
    return node.items.length === 0
      ? undefined
      : { list: node.items.map(treeOfNode) };
  }
  if (isAlias(node)) {
    return { alias: node.source };
  }
  return isScalar(node) && node.value !== null
    ? { scalar: node.value }
    : undefined;
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

function changeChild(
  tree: YamlTree,
  index: number,
  change: (child: YamlTree) => YamlTree,
): YamlTree {
  if (tree && 'map' in tree) {
    return {
      map: tree.map.map(([key, value], position) => [
        key,
        position === index ? change(value) : value,
      ]),
    };
  }
  if (tree && 'list' in tree) {
    return {
      list: tree.list.map((value, position) =>
        position === index ? change(value) : value,
      ),
    };
  }
  return tree;
}

/**
 * The tree after a change.
 *
 * @internal
 */
export function changeTree(tree: YamlTree, change: TreeChange): YamlTree {
  const [first, ...rest] = change.indices;
  if (first !== undefined) {
    return changeChild(tree, first, child =>
      changeTree(child, { ...change, indices: rest }),
    );
  }
  if (change.kind === 'set') {
    return change.value;
  }
  if (change.kind === 'insert' && change.key !== undefined) {
    const map = tree && 'map' in tree ? [...tree.map] : [];
    map.splice(change.index, 0, [change.key, change.value]);
    return { map };
  }
  if (change.kind === 'insert') {
    const list = tree && 'list' in tree ? [...tree.list] : [];
    list.splice(change.index, 0, change.value);
    return { list };
  }
  if (tree && 'map' in tree) {
    const map = tree.map.filter((_, index) => index !== change.index);
    return map.length === 0 ? undefined : { map };
  }
  if (tree && 'list' in tree) {
    const list = tree.list.filter((_, index) => index !== change.index);
    return list.length === 0 ? undefined : { list };
  }
  return tree;
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
