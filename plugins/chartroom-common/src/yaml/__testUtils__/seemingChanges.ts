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

import { parseDocument } from 'yaml';
import type { TreeChange } from '../changeTree';
import { isSameTree, treeOfNode, type YamlTree } from '../YamlTree';

type Entry = readonly [key: string | undefined, value: YamlTree];

function entriesOf(tree: YamlTree): Entry[] | undefined {
  if (tree && 'map' in tree) {
    return [...tree.map];
  }
  return tree && 'list' in tree
    ? tree.list.map(value => [undefined, value])
    : undefined;
}

function changesOfTree(
  before: YamlTree,
  after: YamlTree,
  indices: readonly number[],
): TreeChange[] {
  if (isSameTree(before, after)) {
    return [];
  }
  const left = entriesOf(before);
  const right = entriesOf(after);
  const isSameKind =
    left && right && (left[0][0] === undefined) === (right[0][0] === undefined);
  if (!isSameKind) {
    return [{ kind: 'set', indices, value: after }];
  }
  const isSame = ([key, value]: Entry, [otherKey, other]: Entry) =>
    key === otherKey && isSameTree(value, other);
  let start = 0;
  while (
    start < Math.min(left.length, right.length) &&
    isSame(left[start], right[start])
  ) {
    start += 1;
  }
  const [one, other] = [left[start], right[start]];
  if (left.length === right.length && one[0] === other[0]) {
    const rest = [...left.slice(0, start), other, ...left.slice(start + 1)];
    if (rest.every((entry, index) => isSame(entry, right[index]))) {
      return changesOfTree(one[1], other[1], [...indices, start]);
    }
  }
  return [
    ...right.slice(start).map(
      ([key, value], index): TreeChange => ({
        ...{ kind: 'insert', indices, index: start + index, value },
        ...(key !== undefined && { key }),
      }),
    ),
    ...left
      .slice(start)
      .map(
        (): TreeChange => ({ kind: 'remove', indices, index: right.length }),
      ),
  ];
}

/**
 * Changes that make of one text what another seems to mean to a parser that overlooks its errors.
 *
 * @internal
 */
export function seemingChanges(options: {
  original: string;
  result: string;
}): TreeChange[] {
  const treeOf = (text: string) =>
    treeOfNode(
      parseDocument(text, { prettyErrors: false, uniqueKeys: false }).contents,
    );
  return changesOfTree(treeOf(options.original), treeOf(options.result), []);
}
