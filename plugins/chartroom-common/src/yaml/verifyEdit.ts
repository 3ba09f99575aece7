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

import { Document, isMap, isNode, parseDocument } from 'yaml';
import { documentBody } from './documentBody';
import type { BlockOutline } from './outlineBlock';
import { outlineBlock } from './outlineBlock';
import { parseEntry } from './readValue';
import { readKey } from './readKey';
import type { TreeChange, YamlTree } from './YamlTree';
import { changeTree, isSameTree, treeOfNode } from './YamlTree';

/** The entries of a file's root map, each with its text up to the next entry. */
interface Section {
  readonly key: string;
  readonly start: number;
  readonly text: string;
  readonly read: () => YamlTree;
}

function sectionsOf(text: string): Section[] | undefined {
  const { from, to } = documentBody({ text });
  const outline: BlockOutline | undefined = outlineBlock({ text, from, to });
  if (outline?.kind !== 'map') {
    return undefined;
  }
  const { entries } = outline;
  const sections: Section[] = [];
  for (const [index, entry] of entries.entries()) {
    const end = entries[index + 1]?.start ?? to;
    const key = readKey({ text, offset: entry.start })?.key;
    if (key === undefined) {
      return undefined;
    }
    sections.push({
      key,
      start: entry.start,
      text: text.slice(entry.start, end),
      read: () => {
        const { contents } = parseEntry({ text, entry: { ...entry, end } });
        return treeOfNode(isMap(contents) ? contents.items[0].value : contents);
      },
    });
  }
  return sections;
}

/** Whether the parser sees the root's entries exactly where the outline does. */
function isOutlinedRightly(
  sections: readonly Section[],
  document: Document.Parsed,
): boolean {
  const { contents } = document;
  return (
    isMap(contents) &&
    contents.items.length === sections.length &&
    contents.items.every(
      ({ key }, index) =>
        isNode(key) && key.range?.[0] === sections[index].start,
    )
  );
}

/** The whole file as a tree, in which the sections that are the same on both sides are only text. */
function treeOfSections(
  sections: readonly Section[],
  isShared: (section: Section) => boolean,
  read: (section: Section, index: number) => YamlTree,
): YamlTree {
  return {
    map: sections.map((section, index) => [
      section.key,
      isShared(section) ? { text: section.text } : read(section, index),
    ]),
  };
}

function keyed(sections: readonly Section[]): Map<string, string> {
  return new Map(sections.map(({ key, text }) => [key, text]));
}

/**
 * Whether an edited text means what the original means after the changes, and nothing else.
 *
 * @remarks
 * The whole result is read by the parser. Of the original only those entries of the root are read that have changed:
 * the others are the same characters at places where the parser sees the same boundaries.
 *
 * @internal
 */
export function verifyEdit(options: {
  original: string;
  result: string;
  /** The result, read by the parser without errors. */
  document: Document.Parsed;
  changes: readonly TreeChange[];
}): boolean {
  const { original, result, document, changes } = options;
  const before = sectionsOf(original);
  const after = sectionsOf(result);
  if (!before || !after) {
    const tree = treeOfNode(parseDocument(original).contents);
    return isSameTree(
      changes.reduce(changeTree, tree),
      treeOfNode(document.contents),
    );
  }
  if (!isOutlinedRightly(after, document)) {
    return false;
  }
  const beforeText = keyed(before);
  const afterText = keyed(after);
  const isShared = ({ key }: Section) =>
    beforeText.get(key) === afterText.get(key);
  const items = isMap(document.contents) ? document.contents.items : [];
  return isSameTree(
    changes.reduce(
      changeTree,
      treeOfSections(before, isShared, section => section.read()),
    ),
    treeOfSections(after, isShared, (_, index) =>
      treeOfNode(items[index].value),
    ),
  );
}
