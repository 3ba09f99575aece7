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

import type { Block, BlockPart } from './BlockPart';
import { blockOfPart, partsOfBlock, rootBlock } from './BlockPart';
import type { ParsedYaml, YamlEntries } from './ParsedYaml';
import type { LeftOut } from './YamlTree';

/**
 * A text of which some entries were left out: in place of those that follow each other stands one.
 *
 * @internal
 */
export interface ShortText {
  readonly text: string;
  readonly leftOut: LeftOut;
}

/** Text that is kept, or entries that are left out. */
type Piece = string | readonly BlockPart[];

interface Sides<T> {
  readonly original: T;
  readonly result: T;
}

/** Whether the parser found one entry in each part, and no more. */
function isCutRightly(parts: readonly BlockPart[], { starts }: YamlEntries) {
  return (
    parts.length === starts.length &&
    parts.every(
      ({ start, end }, index) => start <= starts[index] && starts[index] < end,
    )
  );
}

function piecesOf(
  blocks: Sides<Block | undefined>,
  entries: YamlEntries | undefined,
): Sides<Piece[]> | undefined {
  const { original, result } = blocks;
  const before = original && partsOfBlock({ block: original });
  const after = result && partsOfBlock({ block: result });
  if (!before || !after || !entries || !isCutRightly(before, entries)) {
    return undefined;
  }
  const texts = new Set(before.map(({ text }) => text));
  const shared = new Set(
    after.map(({ text }) => text).filter(text => texts.has(text)),
  );
  const twins = new Map(after.map(part => [part.key, part]));
  const changed = new Map<string, Sides<Piece[]>>();
  for (const part of before) {
    const below = entries.below.get(part.index);
    const twin = twins.get(part.key);
    if (part.key && twin && below && !shared.has(part.text)) {
      const pieces = piecesOf(
        {
          original: blockOfPart({ block: original, part }),
          result: blockOfPart({ block: result, part: twin }),
        },
        below,
      );
      if (pieces) {
        changed.set(part.key, pieces);
      }
    }
  }
  const write = (block: Block, parts: BlockPart[], side: keyof Sides<Piece>) =>
    withRuns(block, parts, part =>
      shared.has(part.text)
        ? undefined
        : changed.get(part.key)?.[side] ?? [part.text],
    );
  return {
    original: write(original, before, 'original'),
    result: write(result, after, 'result'),
  };
}

/** The pieces of a block, where `kept` tells what is kept of a part. */
function withRuns(
  block: Block,
  parts: readonly BlockPart[],
  kept: (part: BlockPart) => Piece[] | undefined,
): Piece[] {
  const pieces: Piece[] = [block.text.slice(block.from, parts[0].start)];
  let run: BlockPart[] | undefined;
  for (const part of parts) {
    const own = kept(part);
    if (own) {
      run = undefined;
      pieces.push(...own);
    } else if (run) {
      run.push(part);
    } else {
      run = [part];
      pieces.push(run);
    }
  }
  return pieces;
}

function directives({ text, from }: Block): string {
  return text.slice(0, from);
}

function shortText(root: Block, pieces: readonly Piece[]): ShortText {
  const leftOut = new Map<number, ReadonlyArray<[string, { text: string }]>>();
  let text = directives(root);
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece;
    } else {
      text += `${piece[0].head} `;
      leftOut.set(
        text.length,
        piece.map(part => [part.key, { text: part.text }]),
      );
      text += '0\n';
    }
  }
  return { text: text + root.text.slice(root.to), leftOut };
}

/**
 * Leaves out of a text, and of what it was edited to, those entries that are the same characters in both; undefined
 * where nothing can be left out safely.
 *
 * @remarks
 * That the short texts mean the same after the changes tells as much as that the whole texts do, because:
 *
 * - In the original the parser found every entry that is left out, from its first line to the line of the next. So its
 *   characters at that column are one whole entry, and leave nothing open: no quote, no bracket, no deeper line.
 * - In the result the parser reads what stands in its place as an entry of the same kind at the same column, and reads
 *   all that has changed around it. So it would come to the entry in the same state as in the original.
 * - Nothing else decides what the entry means but the directives, which are the same, and the other keys of its map,
 *   which are words and all different. An alias is compared by its name.
 *
 * @internal
 */
export function leaveOutShared(options: {
  original: ParsedYaml;
  result: string;
}): Sides<ShortText> | undefined {
  const { text, entries } = options.original;
  const original = rootBlock({ text });
  const result = rootBlock({ text: options.result });
  if (!original || !result || directives(original) !== directives(result)) {
    return undefined;
  }
  const pieces = piecesOf({ original, result }, entries);
  return (
    pieces && {
      original: shortText(original, pieces.original),
      result: shortText(result, pieces.result),
    }
  );
}
