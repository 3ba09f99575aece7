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

import { isMap, Node, Pair } from 'yaml';
import { identityOfEntry, identityOfNode } from './readValue';
import type { Target } from './Target';

/**
 * One entry of a map or list, whatever its style.
 *
 * @internal
 */
export interface Member {
  readonly index: number;
  readonly identity: string | undefined;
  /** Its key, its dash, or its first character inside brackets. */
  readonly start: number;
  readonly end: number;
}

/**
 * The entries of what was located; none where there is no collection.
 *
 * @internal
 */
export function membersOf(options: {
  text: string;
  target: Target;
  /** The key that tells items of a list of maps apart. */
  key?: string;
}): Member[] {
  const { text, target, key } = options;
  if (target.kind === 'block') {
    const { kind, entries } = target.outline;
    return entries.map((entry, index) => ({
      index,
      identity: identityOfEntry({ text, kind, entry, key }),
      start: entry.start,
      end: entry.end,
    }));
  }
  if (target.kind !== 'flow') {
    return [];
  }
  const { node, from } = target;
  if (isMap(node)) {
    return (node.items as Array<Pair<Node, Node | null>>).map(
      (pair, index) => ({
        index,
        identity: identityOfNode(pair.key, undefined),
        start: from + pair.key.range![0],
        end: from + (pair.value?.range ?? pair.key.range!)[1],
      }),
    );
  }
  return (node.items as Node[]).map((item, index) => ({
    index,
    identity: identityOfNode(item, key),
    start: from + item.range![0],
    end: from + item.range![1],
  }));
}

/**
 * Whether a map (`map`), a list (`list`), or neither stands at a target.
 *
 * @internal
 */
export function collectionKind(target: Target): 'map' | 'list' | undefined {
  if (target.kind === 'block') {
    return target.outline.kind;
  }
  if (target.kind === 'flow') {
    return isMap(target.node) ? 'map' : 'list';
  }
  return undefined;
}
