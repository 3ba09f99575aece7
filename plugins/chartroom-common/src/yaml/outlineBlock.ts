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

/**
 * Where one entry of a block collection stands in the text.
 *
 * @internal
 */
export interface BlockEntry {
  /** Where the blank lines and comments above it start. */
  readonly lead: number;
  /** Its key or its dash. */
  readonly start: number;
  /** After its last line, with the comments below it that are indented deeper than it. */
  readonly end: number;
}

/**
 * A map or list in block style, cut into its entries by their indentation.
 *
 * @internal
 */
export interface BlockOutline {
  readonly kind: 'map' | 'list';
  /** Spaces before each entry. */
  readonly column: number;
  readonly entries: readonly BlockEntry[];
}

/**
 * Where the line that holds an offset starts.
 *
 * @internal
 */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/**
 * Whether a dash that starts an item of a block list stands here.
 *
 * @internal
 */
export function isDash(text: string, offset: number): boolean {
  return (
    text[offset] === '-' &&
    (offset + 1 >= text.length || ' \t\r\n'.includes(text[offset + 1]))
  );
}

const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const COMMENT = 35;

function isBlankFrom(text: string, from: number, to: number): boolean {
  for (let offset = from; offset < to; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code !== SPACE && code !== TAB && code !== RETURN && code !== NEWLINE) {
      return false;
    }
  }
  return true;
}

/**
 * Cuts a block collection into its entries: those lines that stand exactly at its column.
 *
 * @remarks
 * In valid YAML every other line of an entry is indented deeper, except the items of a list that is not indented
 * below its key, closing brackets and comments. Nothing is believed: the parser is asked in the end, by
 * `verifyChanged`.
 *
 * Undefined where there is nothing but blank lines and comments.
 *
 * @internal
 */
export function outlineBlock(options: {
  text: string;
  /** The start of a line, or of the first entry where that stands on its parent's line. */
  from: number;
  to: number;
}): BlockOutline | undefined {
  const { text, from, to } = options;
  let outline: { kind: 'map' | 'list'; column: number } | undefined;
  const entries: Array<{ lead: number; start: number; end: number }> = [];
  let beginning = lineStart(text, from);
  let cursor = from;
  let ownCommentsEnd: number | undefined;
  let onlyOwnComments = true;

  while (cursor < to) {
    const newline = text.indexOf('\n', cursor);
    const next = newline < 0 || newline >= to ? to : newline + 1;
    let content = cursor;
    while (text.charCodeAt(content) === SPACE) {
      content += 1;
    }
    const column = content - beginning;
    const isBlank = isBlankFrom(text, content, next);
    const last = entries[entries.length - 1];
    if (!isBlank && text.charCodeAt(content) === COMMENT) {
      onlyOwnComments &&= outline !== undefined && column > outline.column;
      if (onlyOwnComments) {
        ownCommentsEnd = next;
      }
    } else if (!isBlank) {
      outline ??= {
        kind: isDash(text, content) ? 'list' : 'map',
        column,
      };
      const isEntry =
        column === outline.column &&
        isDash(text, content) === (outline.kind === 'list') &&
        text[content] !== ']' &&
        text[content] !== '}';
      if (isEntry || !last) {
        if (last && ownCommentsEnd !== undefined) {
          last.end = ownCommentsEnd;
        }
        entries.push({ lead: last?.end ?? from, start: content, end: next });
      } else {
        last.end = next;
      }
      ownCommentsEnd = undefined;
      onlyOwnComments = true;
    }
    cursor = next;
    beginning = next;
  }

  const last = entries[entries.length - 1];
  if (last && ownCommentsEnd !== undefined) {
    last.end = ownCommentsEnd;
  }
  return outline && { ...outline, entries };
}
