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

import { isCollection, isPair, type Node } from 'yaml';
import { parseEntry } from './readValue';
import type { Target } from './Target';

/**
 * What the parser reads as the value of a map's entry, or as an item of a list.
 *
 * @internal
 */
export function memberNode(options: {
  text: string;
  target: Extract<Target, { kind: 'block' | 'flow' }>;
  index: number;
}): Node | undefined {
  const { text, target, index } = options;
  const [items, position] =
    target.kind === 'flow'
      ? [target.node.items, index]
      : [itemsOf(text, target, index), 0];
  const item = items[position];
  return ((isPair(item) ? item.value : item) as Node | null) ?? undefined;
}

function itemsOf(
  text: string,
  { outline }: Extract<Target, { kind: 'block' }>,
  index: number,
): readonly unknown[] {
  const { contents } = parseEntry({ text, entry: outline.entries[index] });
  return isCollection(contents) ? contents.items : [];
}
