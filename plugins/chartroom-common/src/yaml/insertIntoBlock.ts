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

import { learnStyle } from './learnStyle';
import type { Target } from './Target';
import type { Member } from './member';
import { entryLines, Insertion, NewEntry } from './NewEntry';
import { blankLinesBetween, placeEntry } from './placeEntry';

/** Spaces between the dash of an item and its content. */
function dashGap(text: string, dash: number): number {
  const content = /^-( +)[^\s#]/.exec(text.slice(dash, dash + 20));
  return content ? content[1].length : 1;
}

/**
 * Adds an entry to a block collection that has some: below the one before it, in the style of its neighbours.
 *
 * @internal
 */
export function insertIntoBlock(options: {
  text: string;
  target: Extract<Target, { kind: 'block' }>;
  members: readonly Member[];
  entry: NewEntry;
  eol: string;
}): Insertion {
  const { text, target, members, entry, eol } = options;
  const { outline } = target;
  const { entries, column } = outline;
  const index = placeEntry({
    entry,
    members,
    hasCommentAbove: position =>
      text.slice(entries[position].lead, entries[position].start).includes('#'),
  });
  const names = new Set(entry.group);
  const group = members.filter(({ identity = '' }) => names.has(identity));
  const blanks = eol.repeat(
    blankLinesBetween({
      text,
      outline,
      members: (group.length > 1 ? group : members).map(member => member.index),
    }),
  );
  const indent = ' '.repeat(column);
  const body = entryLines({
    entry,
    column,
    style: learnStyle({ text, place: { outline, index } }),
    gap: outline.kind === 'list' ? dashGap(text, entries[0].start) : 1,
  }).join(eol);
  if (index === 0) {
    const { start } = entries[0];
    return {
      index,
      start,
      splice: { start, end: start, text: body + eol + blanks + indent },
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
