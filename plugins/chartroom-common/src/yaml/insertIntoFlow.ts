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

import { isMap, visit, type Node } from 'yaml';
import { emitFlow } from './emitYaml';
import { learnStyle } from './learnStyle';
import type { Target } from './Target';
import type { Member } from './member';
import type { Insertion, NewEntry } from './NewEntry';
import { placeEntry } from './placeEntry';

/** Characters in front of brackets in which their key is looked for. */
const REACH = 200;

/** Whether all text has double quotes; where there is none, the key in front of the brackets. */
function isJson(node: Node, before: string): boolean {
  let count = /[{,]\s*"(?:[^"\\]|\\.)*"\s*:\s*$/.test(before) ? 1 : 0;
  let isQuoted = true;
  visit(node, {
    Scalar: (_, { type, value }) => {
      count += type === 'QUOTE_DOUBLE' ? 1 : 0;
      isQuoted &&= type === 'QUOTE_DOUBLE' || typeof value !== 'string';
    },
  });
  return isQuoted && count > 0;
}

/** The first colon behind a key with the spaces around it, where there may be none. */
function colonOf(brackets: string, isInJson: boolean): string {
  const [, colon = ': '] =
    (isInJson && /^\{\s*"(?:[^"\\]|\\.)*"(\s*:\s*)/.exec(brackets)) || [];
  return colon;
}

/** What stands between two neighbours, or would: a comma with spaces or a line break. */
function separatorOf(options: {
  text: string;
  members: readonly Member[];
  index: number;
  /** Where the brackets start. */
  start: number;
}): string {
  const { text, members, index, start } = options;
  const last = Math.min(Math.max(index, 1), members.length - 1);
  if (members.length > 1) {
    const between = text.slice(members[last - 1].end, members[last].start);
    if (/^\s*,\s*$/.test(between)) {
      return between;
    }
  }
  const [, space] = /(\s*)$/.exec(text.slice(start, members[0].start))!;
  return space.includes('\n') ? `,${space}` : ', ';
}

/**
 * Adds an entry inside brackets, with the spaces or line breaks that stand between its neighbours.
 *
 * @internal
 */
export function insertIntoFlow(options: {
  text: string;
  target: Extract<Target, { kind: 'flow' }>;
  members: readonly Member[];
  entry: NewEntry;
  /** The whole file, as it was. */
  whole: string;
}): Insertion {
  const { text, target, members, entry, whole } = options;
  const { node, from } = target;
  const start = from + node.range![0];
  const end = from + node.range![1];
  const own = text.slice(start, end);
  const style = {
    ...learnStyle({ text, whole }),
    isJson: isJson(node, text.slice(Math.max(0, start - REACH), start)),
  };
  const value = emitFlow(entry.value, style);
  const body = isMap(node)
    ? `${emitFlow(entry.key, style)}${colonOf(own, style.isJson)}${value}`
    : value;
  if (members.length === 0) {
    const isPadded =
      /\s/.test(own) || (isMap(node) ? style.padBraces : style.padBrackets);
    const pad = isPadded ? ' ' : '';
    return {
      index: 0,
      start: start + 1 + pad.length,
      splice: {
        start,
        end,
        text: own[0] + pad + body + pad + own[own.length - 1],
      },
    };
  }
  const { index } = placeEntry({ entry, members, canStandAbove: () => true });
  const neighbour = members[Math.max(0, index - 1)];
  const at = index === 0 ? neighbour.start : neighbour.end;
  const separator = separatorOf({ text, members, index, start });
  return {
    index,
    start: index === 0 ? at : at + separator.length,
    splice: {
      start: at,
      end: at,
      text: index === 0 ? body + separator : separator + body,
    },
  };
}
