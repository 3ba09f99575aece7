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

import { Lexer } from 'yaml';
import type { Target } from './Target';
import { pathText } from './Target';
import type { Member } from './member';
import type { BlockOutline } from './outlineBlock';
import { lineStart } from './outlineBlock';
import { readKey } from './readKey';
import { Refusal } from './Refusal';
import type { Splice } from './Splice';
import type { YamlPath } from './YamlEdit';

type BlockTarget = Extract<Target, { kind: 'block' }>;
type FlowTarget = Extract<Target, { kind: 'flow' }>;

const BLANKS = /^(?:[ \t]*\r?\n)*/;

/** Where the comment directly above an entry starts, or the entry's own line where there is none. */
function ownStart(text: string, outline: BlockOutline, index: number): number {
  const { lead, start } = outline.entries[index];
  const line = lineStart(text, start);
  if (line < lead) {
    return start;
  }
  const above = text.slice(lead, line);
  const [comment] = /(?:[ \t]*#[^\n]*\n)*$/.exec(above)!;
  const next = outline.entries[index + 1];
  const isFollowedDirectly =
    next && BLANKS.exec(text.slice(next.lead, next.start))![0] === '';
  const isAfterGap =
    index === 0 || BLANKS.exec(above)![0] !== '' || above !== comment;
  const isHeading =
    isAfterGap && (isFollowedDirectly || (index === 0 && outline.column === 0));
  return isHeading ? line : line - comment.length;
}

function removeOnlyEntry(text: string, target: BlockTarget): Splice {
  const { outline, holder } = target;
  const own = ownStart(text, outline, 0);
  const { end } = outline.entries[0];
  if (!holder) {
    return { start: own, end, text: '' };
  }
  const at =
    holder.kind === 'list'
      ? holder.entry.start + 1
      : readKey({ text, offset: holder.entry.start })!.end;
  const kept = text.slice(at, own).replace(/[ \t]+$/, '');
  const eol = /\r?\n$/.exec(text.slice(at, end))?.[0] ?? '';
  const tail = kept.replace(/\r?\n$/, '') + eol;
  return {
    start: at,
    end,
    text: (outline.kind === 'list' ? ' []' : ' {}') + tail,
  };
}

function removeFromBlock(
  text: string,
  target: BlockTarget,
  index: number,
): Splice {
  const { outline } = target;
  const { entries } = outline;
  if (entries.length === 1) {
    return removeOnlyEntry(text, target);
  }
  const { lead, end } = entries[index];
  const own = ownStart(text, outline, index);
  if (index > 0) {
    const start = text.slice(lead, own).includes('#') ? own : lead;
    const isAtUnfinishedEnd = text[end - 1] !== '\n';
    return isAtUnfinishedEnd
      ? {
          start: text.slice(0, start).replace(/\r?\n$/, '').length,
          end,
          text: '',
        }
      : { start, end, text: '' };
  }
  const next = entries[1];
  if (lineStart(text, entries[0].start) < lead) {
    return { start: own, end: next.start, text: '' };
  }
  const [blanks] = BLANKS.exec(text.slice(next.lead, next.start))!;
  return { start: own, end: next.lead + blanks.length, text: '' };
}

function removeFromFlow(
  text: string,
  target: FlowTarget,
  members: readonly Member[],
  index: number,
): Splice {
  const start = target.from + target.node.range![0];
  const end = target.from + target.node.range![1];
  const own = text.slice(start, end);
  const { start: from, end: to } = members[index];
  let shorter = `${own[0]}${own[own.length - 1]}`;
  if (index + 1 < members.length) {
    shorter =
      text.slice(start, from) + text.slice(members[index + 1].start, end);
  } else if (index > 0) {
    shorter = text.slice(start, members[index - 1].end) + text.slice(to, end);
  }
  return { start, end, text: shorter };
}

/** Refuses to remove an anchor that something else may use, or comments that belong to another entry. */
function refuseShared(text: string, splice: Splice, path: YamlPath): void {
  for (const token of new Lexer().lex(text.slice(splice.start, splice.end))) {
    if (/^[&*]./.test(token)) {
      throw new Refusal({
        offset: splice.start,
        reason: `what is to be removed from ${pathText(
          path,
        )} holds \`${token}\``,
        advice: 'Remove it by hand, together with what it refers to',
      });
    }
  }
}

/**
 * The replacement that removes an entry, with the comment directly above it.
 *
 * @internal
 */
export function removalOf(options: {
  text: string;
  path: YamlPath;
  target: BlockTarget | FlowTarget;
  members: readonly Member[];
  index: number;
}): Splice {
  const { text, path, target, members, index } = options;
  const splice =
    target.kind === 'block'
      ? removeFromBlock(text, target, index)
      : removeFromFlow(text, target, members, index);
  refuseShared(text, splice, path);
  return splice;
}
