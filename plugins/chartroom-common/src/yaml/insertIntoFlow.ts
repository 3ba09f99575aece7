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

import { isMap } from 'yaml';
import { emitFlow } from './emitYaml';
import { learnStyle } from './learnStyle';
import type { Target } from './Target';
import type { Member } from './member';
import type { Insertion, NewEntry } from './NewEntry';
import { placeEntry } from './placeEntry';

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
}): Insertion {
  const { text, target, members, entry } = options;
  const { node, from } = target;
  const style = learnStyle({ text });
  const start = from + node.range![0];
  const end = from + node.range![1];
  const own = text.slice(start, end);
  const value = emitFlow(entry.value, style);
  const body = isMap(node) ? `${emitFlow(entry.key, style)}: ${value}` : value;
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
  const index = placeEntry({ entry, members, hasCommentAbove: () => false });
  const neighbour = members[Math.max(0, index - 1)];
  const [space] = own.includes('\n')
    ? /\s*$/.exec(text.slice(start, neighbour.start))!
    : [' '];
  const at = index === 0 ? neighbour.start : neighbour.end;
  const separator = `,${space}`;
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
