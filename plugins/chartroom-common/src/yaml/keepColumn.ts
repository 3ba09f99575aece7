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

import { lineStart } from './outlineBlock';
import type { Splice } from './Splice';

/** Spaces in front of a comment that may keep a column. */
const REACH = 200;

function hasCommentAt(text: string, start: number, column: number): boolean {
  const line = text.slice(start, start + column + 1);
  return (
    line.length === column + 1 &&
    !line.includes('\n') &&
    /^\s*[^\s#].*\s#$/.test(line)
  );
}

/**
 * A replacement inside a line, which also keeps the comment behind it in the column of the comments above or below.
 *
 * @internal
 */
export function keepColumn(options: { text: string; splice: Splice }): Splice {
  const { text, splice } = options;
  const [gap] = /^ */.exec(text.slice(splice.end, splice.end + REACH))!;
  const comment = splice.end + gap.length;
  const start = lineStart(text, splice.start);
  const above = lineStart(text, Math.max(0, start - 1));
  const below = text.indexOf('\n', comment) + 1;
  const column = comment - start;
  const isAligned =
    gap !== '' &&
    text[comment] === '#' &&
    ((above < start && hasCommentAt(text, above, column)) ||
      (below > 0 && hasCommentAt(text, below, column)));
  if (!isAligned || lineStart(text, comment) !== start) {
    return splice;
  }
  const width = column - (splice.start - start);
  return {
    ...splice,
    end: comment,
    text: `${splice.text.padEnd(width - 1)} `,
  };
}
