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

import { isCollection, isPair, type Document, type Node } from 'yaml';

/**
 * Where the parser found the entries of a collection in block style.
 *
 * @public
 */
export interface YamlEntries {
  /** Where each key, or the content of each item, starts. */
  readonly starts: readonly number[];
  /** Of the block collections that are values here, by the position of their entry. */
  readonly below: ReadonlyMap<number, YamlEntries>;
}

/**
 * A text that the parser has read, and where it found the entries of the two outer levels.
 *
 * @public
 */
export interface ParsedYaml {
  readonly text: string;
  /** Absent where the text has errors, or its root is no collection in block style. */
  readonly entries?: YamlEntries;
}

const LEVELS = 2;

function entriesOf(node: unknown, levels: number): YamlEntries | undefined {
  if (levels === 0 || !isCollection(node) || node.flow) {
    return undefined;
  }
  const below = new Map<number, YamlEntries>();
  const starts = node.items.map((item, index) => {
    const inner = entriesOf(isPair(item) ? item.value : item, levels - 1);
    if (inner) {
      below.set(index, inner);
    }
    return startOf(isPair(item) ? item.key : item);
  });
  return { starts, below };
}

function startOf(node: unknown): number {
  return (node as Node | null)?.range?.[0] ?? -1;
}

/**
 * Keeps of a parsed document what a later edit needs to be verified without parsing all of it again.
 *
 * @internal
 */
export function parsedYaml(options: {
  text: string;
  document: Document.Parsed;
}): ParsedYaml {
  const { text, document } = options;
  return {
    text,
    entries:
      document.errors.length === 0
        ? entriesOf(document.contents, LEVELS)
        : undefined,
  };
}
