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

import { documentBody } from './documentBody';
import { isWord } from './isWord';
import type { BlockOutline } from './outlineBlock';
import { lineStart, outlineBlock } from './outlineBlock';
import { readKey } from './readKey';
import { readValue } from './readValue';

/**
 * A collection in block style, with what stands above its first entry.
 *
 * @internal
 */
export interface Block {
  readonly text: string;
  readonly outline: BlockOutline;
  readonly from: number;
  readonly to: number;
}

/**
 * An entry of a block with all its lines up to the next.
 *
 * @internal
 */
export interface BlockPart {
  readonly index: number;
  /** Empty in a list. */
  readonly key: string;
  /** The start of its first line, up to the colon or the dash. */
  readonly head: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The outermost collection of a file, with the comments above it.
 *
 * @internal
 */
export function rootBlock(options: { text: string }): Block | undefined {
  const { text } = options;
  const { from, to } = documentBody({ text });
  const outline = outlineBlock({ text, from, to });
  return outline && { text, outline, from, to };
}

/**
 * The collection that is the value of a part, with its key.
 *
 * @internal
 */
export function blockOfPart(options: {
  block: Block;
  part: BlockPart;
}): Block | undefined {
  const { text, outline } = options.block;
  const { index, start, end } = options.part;
  const entry = { ...outline.entries[index], end };
  const value = readValue({ text, kind: outline.kind, entry });
  return value.kind === 'block'
    ? { text, outline: value.outline, from: start, to: end }
    : undefined;
}

/**
 * Cuts a block into its parts; undefined where two keys may be the same to the parser although their texts differ.
 *
 * @internal
 */
export function partsOfBlock(options: {
  block: Block;
}): BlockPart[] | undefined {
  const { text, outline, to } = options.block;
  const { kind, entries } = outline;
  const keys = new Set<string>();
  const parts: BlockPart[] = [];
  for (const [index, entry] of entries.entries()) {
    const start = lineStart(text, entry.start);
    const next = entries[index + 1];
    const end = next ? lineStart(text, next.start) : to;
    const found =
      kind === 'map' ? readKey({ text, offset: entry.start }) : undefined;
    const key = found?.key ?? '';
    if (kind === 'map' && (!isWord(key) || keys.has(key))) {
      return undefined;
    }
    keys.add(key);
    parts.push({
      ...{ index, key, start, end, text: text.slice(start, end) },
      head: text.slice(start, found?.end ?? entry.start + 1),
    });
  }
  return parts;
}
