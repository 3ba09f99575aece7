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

import { blanksAbove, commentAbove } from './commentAbove';
import { learnStyle } from './learnStyle';
import { lineStart } from './outlineBlock';
import type { Target } from './Target';
import type { Member } from './member';
import { entryLines, Insertion, NewEntry } from './NewEntry';
import { blankLinesBetween, placeEntry } from './placeEntry';

type BlockTarget = Extract<Target, { kind: 'block' }>;

/** Spaces between the dash of an item and its content. */
function dashGap(text: string, dash: number): number {
  const content = /^-( +)[^\s#]/.exec(text.slice(dash, dash + 20));
  return content ? content[1].length : 1;
}

/** The blank lines that a new entry has where it meets the one below it, or the one above it at the end. */
function blanksAt(options: {
  text: string;
  target: BlockTarget;
  members: readonly Member[];
  entry: NewEntry;
  /** The entry that has the blank lines above it. */
  index: number;
  eol: string;
}): string {
  const { text, target, members, entry, index, eol } = options;
  const { outline } = target;
  if (
    index < outline.entries.length &&
    blanksAbove({ text, outline, index }) === ''
  ) {
    return '';
  }
  const names = new Set(entry.group);
  const group = members.filter(({ identity = '' }) => names.has(identity));
  const peers = group.length > 1 ? group : members;
  return eol.repeat(
    blankLinesBetween({
      ...{ text, outline },
      members: peers.map(member => member.index),
    }),
  );
}

/**
 * Adds an entry to a block collection that has some, in the style of its neighbours: below the one before it; or above
 * the first of its group, below the heading of the group.
 *
 * @internal
 */
export function insertIntoBlock(options: {
  text: string;
  target: BlockTarget;
  members: readonly Member[];
  entry: NewEntry;
  eol: string;
  /** The whole file, as it was. */
  whole: string;
}): Insertion {
  const { text, target, members, entry, eol, whole } = options;
  const { outline } = target;
  const { entries, column } = outline;
  const { index, isFirst } = placeEntry({
    entry,
    members,
    canStandAbove: ({ index: first, identity = '' }) => {
      const { kind, isNaming } = commentAbove({
        ...{ text, outline, index: first },
        names: [identity, entry.identity],
      });
      const { lead, start } = entries[first];
      const isBehindDash = lineStart(text, start) < lead;
      return (
        !isBehindDash && (kind === 'heading' ? !isNaming : kind !== 'unsure')
      );
    },
  });
  const blanks = blanksAt({ ...options, index: isFirst ? index + 1 : index });
  const indent = ' '.repeat(column);
  const body = entryLines({
    entry,
    column,
    style: learnStyle({ text, whole, place: { outline, index } }),
    gap: outline.kind === 'list' ? dashGap(text, entries[0].start) : 1,
  }).join(eol);
  if (isFirst) {
    const comment = commentAbove({ text, outline, index, names: [] });
    const isOwn = comment.kind === 'own';
    const at = isOwn ? comment.start : entries[index].start;
    const [above, below] = isOwn ? [indent, ''] : ['', indent];
    return {
      index,
      start: at + above.length,
      splice: { start: at, end: at, text: above + body + eol + blanks + below },
    };
  }
  const at = entries[index - 1].end;
  const isAtLineStart = text[at - 1] === '\n';
  const above = (isAtLineStart ? '' : eol) + blanks + indent;
  return {
    index,
    start: at + above.length,
    splice: {
      start: at,
      end: at,
      text: above + body + (isAtLineStart ? eol : ''),
    },
  };
}
