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

import type { YamlStyle } from './emitYaml';
import { learnStyle } from './learnStyle';
import type { Target } from './Target';
import { entryLines, Insertion, NewEntry } from './NewEntry';
import { readKey } from './readKey';
import { valuesOfKey } from './valuesOfKey';

/** The part of a file that a first entry replaces, and what of it stays above the entry. */
function placeOf(
  text: string,
  target: Exclude<Target, { kind: 'block' | 'missing' }>,
): { start: number; end: number; head: string } {
  const { holder } = target;
  if (target.kind === 'empty') {
    const at = holder ? holder.entry.end : target.at;
    return { start: at, end: at, head: '' };
  }
  const word = target.from + target.node.range![0];
  const wordEnd = target.from + target.node.range![1];
  if (!holder) {
    const [line] = /[^\n]*\n?/.exec(text.slice(wordEnd))!;
    return { start: word, end: wordEnd + line.length, head: line.trimStart() };
  }
  const start =
    holder.kind === 'list'
      ? holder.entry.start + 1
      : readKey({ text, offset: holder.entry.start })!.end;
  const rest = text.slice(wordEnd, holder.entry.end);
  const head = /^[ \t]*#/.test(rest) ? rest : rest.replace(/^[ \t]+/, '');
  return { start, end: holder.entry.end, head };
}

/** Whether more than half of some lists have their first item in brackets. */
function areItemsFlow(values: readonly string[]): boolean {
  const firsts = values.flatMap(
    value =>
      /^[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*- +(\S)/.exec(
        value,
      )?.[1] ?? [],
  );
  return firsts.filter(first => first === '{').length * 2 > firsts.length;
}

/**
 * Writes the first entry of a collection below its key, in place of nothing, `null`, `[]` or `{}`.
 *
 * @internal
 */
export function startBlock(options: {
  text: string;
  target: Exclude<Target, { kind: 'block' | 'missing' }>;
  entry: NewEntry;
  eol: string;
  /** The whole file, as it was. */
  whole: string;
}): Insertion {
  const { text, target, entry, eol, whole } = options;
  const { holder } = target;
  const learned = learnStyle({ text, whole });
  const isItemFlow =
    holder !== undefined && areItemsFlow(valuesOfKey({ text, holder, whole }));
  const style: YamlStyle = {
    ...learned,
    isFlow: path => isItemFlow && path.length === 1 && path[0] === '*',
  };
  const isIndented =
    entry.kind === 'map' || holder?.kind === 'list' || style.indentLists;
  const column = holder ? holder.column + (isIndented ? style.indent : 0) : 0;
  const { start, end, head } = placeOf(text, target);
  const before = text.slice(0, start) + head;
  const isAtLineStart = before === '' || before.endsWith('\n');
  const isLineFinished =
    start === end ? isAtLineStart || end < text.length : text[end - 1] === '\n';
  const above = head + (isAtLineStart ? '' : eol) + ' '.repeat(column);
  const body = entryLines({ entry, style, column }).join(eol);
  return {
    index: 0,
    start: start + above.length,
    splice: {
      start,
      end,
      text: above + body + (isLineFinished ? eol : ''),
    },
  };
}
