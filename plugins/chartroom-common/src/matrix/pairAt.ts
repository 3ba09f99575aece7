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

import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Document,
  type Pair,
} from 'yaml';

/**
 * The entry of a map under a key: its own, or the first that a merge key (`<<`)
 * brings; undefined where there is none.
 *
 * @internal
 */
export function pairAt(options: {
  /** A map, an alias of one, or a list of these as a merge key has it. */
  node: unknown;
  key: PropertyKey;
  document: Document.Parsed;
}): Pair | undefined {
  const { key, document } = options;
  // Merges of merges may bring one map a thousand times
  const seen = new Set<unknown>();
  const waiting = [options.node];
  while (waiting.length > 0) {
    const next = waiting.pop();
    const node = isAlias(next) ? next.resolve(document) : next;
    if (seen.has(node)) {
      continue;
    }
    seen.add(node);
    if (isSeq(node)) {
      waiting.push(...[...node.items].reverse());
    } else if (isMap(node)) {
      const under = (name: PropertyKey) =>
        node.items.find(
          item => isScalar(item.key) && String(item.key.value) === name,
        );
      const own = under(key);
      if (own) {
        return own;
      }
      waiting.push(under('<<')?.value);
    }
  }
  return undefined;
}
