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

import type { YamlTree } from './YamlTree';

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

/** What is left of a part that is changed although it is not looked into: it equals nothing. */
const CHANGED: YamlTree = { text: '' };

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
  return tree && 'text' in tree ? CHANGED : tree;
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
  return tree && 'text' in tree ? CHANGED : tree;
}
