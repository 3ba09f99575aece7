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

import { emitEntry, emitItem, YamlStyle } from './emitYaml';
import type { Splice } from './Splice';

/**
 * What is to be added to a map or a list.
 *
 * @internal
 */
export interface NewEntry {
  readonly kind: 'map' | 'list';
  readonly identity: string;
  /** The key of a map's entry, or the key that tells items of a list apart. */
  readonly key?: string;
  readonly value: unknown;
  /** The group that it belongs to; of one entry, the one to stand behind. */
  readonly group?: readonly string[];
  /** The position to stand at, whatever its group. */
  readonly at?: number;
}

/**
 * A replacement that adds an entry.
 *
 * @internal
 */
export interface Insertion {
  readonly splice: Splice;
  /** The position of the new entry. */
  readonly index: number;
  /** Where its key, its dash or its first character stands in the new text. */
  readonly start: number;
}

/**
 * A new entry as lines in block style, the first of which stands where the entry starts, the others at `column`.
 *
 * @internal
 */
export function entryLines(options: {
  entry: NewEntry;
  style: YamlStyle;
  column: number;
  /** Spaces behind the dash of an item. */
  gap?: number;
}): string[] {
  const { entry, style, column, gap } = options;
  const [first, ...rest] =
    entry.kind === 'map'
      ? emitEntry(entry.key!, entry.value, style, [])
      : emitItem(entry.value, style, [], gap);
  return [
    first,
    ...rest.map(line => (line === '' ? '' : ' '.repeat(column) + line)),
  ];
}
