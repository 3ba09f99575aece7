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
import { blanksAbove, commentAbove } from './commentAbove';
import { lineStart } from './outlineBlock';
import { readKey } from './readKey';
import { Refusal } from './Refusal';
import type { Splice } from './Splice';
import type { YamlPath } from './YamlEdit';

type BlockTarget = Extract<Target, { kind: 'block' }>;
type FlowTarget = Extract<Target, { kind: 'flow' }>;

/** Where the comment starts that is removed with an entry, or the entry's own line where there is none. */
function ownStart(
  text: string,
  { outline }: BlockTarget,
  member: Member,
): number {
  const { index, identity = '' } = member;
  const { start, end, kind, isNaming, isAtTop } = commentAbove({
    ...{ text, outline, index },
    names: [identity],
  });
  const isAboutAll =
    kind === 'unsure' && (isAtTop || outline.entries.length === 1);
  return isAboutAll || (kind === 'heading' && !isNaming) ? end : start;
}

function removeOnlyEntry(
  text: string,
  target: BlockTarget,
  own: number,
): Splice {
  const { outline, holder } = target;
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

/** Of the blank lines above and below an entry the fewer go with it. */
function removeFromBlock(
  text: string,
  target: BlockTarget,
  member: Member,
): Splice {
  const { outline } = target;
  const { entries } = outline;
  const { index } = member;
  const own = ownStart(text, target, member);
  if (entries.length === 1) {
    return removeOnlyEntry(text, target, own);
  }
  const { lead, end, start } = entries[index];
  if (lineStart(text, start) < lead) {
    return { start, end: entries[1].start, text: '' };
  }
  const kept = text.slice(lead, own);
  const next = entries[index + 1];
  const below = next && blanksAbove({ text, outline, index: index + 1 });
  const isBelowFewer =
    next && (index === 0 || kept.includes('#') || below!.length < kept.length);
  if (isBelowFewer) {
    return { start: own, end: next.lead + below!.length, text: '' };
  }
  const from = kept.includes('#') ? own : lead;
  const isAtUnfinishedEnd = text[end - 1] !== '\n';
  return isAtUnfinishedEnd
    ? {
        start: text.slice(0, from).replace(/\r?\n$/, '').length,
        end,
        text: '',
      }
    : { start: from, end, text: '' };
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
  const before = members.at(index - 1);
  const next = members.at(index + 1);
  if (!before || index === 0) {
    return next
      ? { start: from, end: next.start, text: '' }
      : { start, end, text: `${own[0]}${own[own.length - 1]}` };
  }
  const isFirstOfLine =
    text.slice(before.end, from).includes('\n') &&
    next &&
    !text.slice(to, next.start).includes('\n');
  return isFirstOfLine
    ? { start: from, end: next.start, text: '' }
    : { start: before.end, end: to, text: '' };
}

/** What the lexer puts between the tokens of a text. */
const MARKS = ['\u0002', '\u0018', '\u001f'];

/** Refuses to remove an anchor that something else uses. */
function refuseShared(text: string, splice: Splice, path: YamlPath): void {
  let offset = splice.start;
  for (const token of new Lexer().lex(text.slice(splice.start, splice.end))) {
    const use = `*${token.slice(1)}`;
    if (
      /^&./.test(token) &&
      (text.slice(0, splice.start).includes(use) ||
        text.slice(splice.end).includes(use))
    ) {
      throw new Refusal({
        offset,
        reason: `what is to be removed from ${pathText(
          path,
        )} holds \`${token}\`, which \`${use}\` refers to`,
        advice: 'Remove it by hand, together with what refers to it',
      });
    }
    offset += MARKS.includes(token) ? 0 : token.length;
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
      ? removeFromBlock(text, target, members[index])
      : removeFromFlow(text, target, members, index);
  refuseShared(text, splice, path);
  return splice;
}
