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

import type { BlockOutline } from './outlineBlock';
import { lineStart } from './outlineBlock';

/**
 * The comment directly above an entry of a block collection, and whose it is.
 *
 * @internal
 */
export interface CommentAbove {
  /** Where it starts; where there is none, the entry's line, or the entry itself that begins inside a line. */
  readonly start: number;
  /** Where it ends, and the entry's line starts. */
  readonly end: number;
  /** `unsure`: of the entry, or the heading of the group that begins with it. */
  readonly kind: 'none' | 'own' | 'heading' | 'unsure';
  /** Whether it names one of the given names. */
  readonly isNaming: boolean;
  /** Whether it is the first thing at the left margin, where a file or a section has its own heading. */
  readonly isAtTop: boolean;
}

const BLANKS = /^(?:[ \t]*\r?\n)*/;
const COMMENTS = /(?:[ \t]*#[^\n]*\n)*$/;
/** As helm-docs, schema generators and Renovate read them: never a heading. */
const DOCUMENTATION = /^[ \t]*##? (?:-- |@|renovate:)/m;
/** Lines drawn with dashes or the like. */
const RULE = /^[ \t]*#[ \t]*[-=#*~_]{3,}/m;
const TITLE = /^[ \t]*#+[ \t]*\p{Lu}[^\s.:]*(?: [^\s.:]+){0,2}[ \t]*\r?\n$/u;

/**
 * The blank lines with which what stands above an entry begins.
 *
 * @internal
 */
export function blanksAbove(options: {
  text: string;
  outline: BlockOutline;
  index: number;
}): string {
  const { text, outline, index } = options;
  const { lead, start } = outline.entries[index];
  return BLANKS.exec(text.slice(lead, start))![0];
}

/** The comment below the items of a list that a person has commented out. */
function withoutCommentedOut(comment: string): string {
  const items = /^(?:[ \t]*#[ \t]*- [^\n]*\n)+$/;
  const [item] =
    /^[^]*^[ \t]*#[ \t]*- +[\w."'-]+:(?: [^\n]*)?\r?\n(?:[ \t]*#(?: {2,}|\t)[^\n]*\n)*/m.exec(
      comment,
    ) ?? [''];
  return items.test(comment) ? '' : comment.slice(item.length);
}

function isMentioned(comment: string, name: string): boolean {
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return (
    /\w/.test(name) &&
    new RegExp(`(?<![\\w-])${literal}s?(?![\\w-])`, 'i').test(comment)
  );
}

function kindOf(options: {
  comment: string;
  isAfterGap: boolean;
  /** What stands above the next entry; undefined where there is none. */
  below: string | undefined;
  isAtTop: boolean;
}): CommentAbove['kind'] {
  const { comment, isAfterGap, below, isAtTop } = options;
  if (comment === '') {
    return 'none';
  }
  if (DOCUMENTATION.test(comment)) {
    return 'own';
  }
  const isTitle = RULE.test(comment) || TITLE.test(comment);
  if (below?.includes('#')) {
    return isTitle || isAtTop ? 'unsure' : 'own';
  }
  const isHeading =
    below !== undefined && isAfterGap && (below === '' || isTitle);
  return isHeading ? 'heading' : 'unsure';
}

/**
 * Finds the comment directly above an entry, and judges by its neighbours whether it is the heading of a group: below
 * a gap, above entries that have no comments.
 *
 * @internal
 */
export function commentAbove(options: {
  text: string;
  outline: BlockOutline;
  index: number;
  /** Of the entry, or of what may take its place: a comment that names one may be about that alone. */
  names: readonly string[];
}): CommentAbove {
  const { text, outline, index, names } = options;
  const { lead, start } = outline.entries[index];
  const end = lineStart(text, start);
  if (end < lead) {
    const isAtTop = false;
    return { start, end: start, kind: 'none', isNaming: false, isAtTop };
  }
  const above = text.slice(lead, end);
  const [all] = COMMENTS.exec(above)!;
  const comment = outline.kind === 'list' ? withoutCommentedOut(all) : all;
  const next = outline.entries[index + 1];
  const isAtTop =
    index === 0 &&
    outline.column === 0 &&
    !above.slice(0, above.length - comment.length).includes('#');
  return {
    start: end - comment.length,
    end,
    isAtTop,
    isNaming: names.some(name => isMentioned(comment, name)),
    kind: kindOf({
      comment,
      isAfterGap: index === 0 || above !== comment,
      below: next && text.slice(next.lead, lineStart(text, next.start)),
      isAtTop: isAtTop && outline.kind === 'map',
    }),
  };
}
