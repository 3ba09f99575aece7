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

import { Alias, Document, isMap, isSeq, Node, parseDocument } from 'yaml';
import type { BlockEntry, BlockOutline } from './outlineBlock';
import { isDash, lineStart, outlineBlock } from './outlineBlock';
import { readKey } from './readKey';

/**
 * The value of an entry, as far as its text tells without reading what is inside.
 *
 * @internal
 */
export type BlockValue =
  | { readonly kind: 'block'; readonly outline: BlockOutline }
  /** Nothing is written after the colon or the dash that ends at `at`. */
  | { readonly kind: 'empty'; readonly at: number }
  /** A scalar, a flow collection, an alias, or something with an anchor or a tag. */
  | { readonly kind: 'inline'; readonly from: number; readonly to: number };

function readBlock(
  text: string,
  from: number,
  to: number,
): BlockValue | undefined {
  const outline = outlineBlock({ text, from, to });
  if (!outline) {
    return undefined;
  }
  const { start } = outline.entries[0];
  return outline.kind === 'list' || readKey({ text, offset: start })
    ? { kind: 'block', outline }
    : { kind: 'inline', from: start, to };
}

/**
 * Finds the value of an entry of a block collection.
 *
 * @internal
 */
export function readValue(options: {
  text: string;
  kind: 'map' | 'list';
  entry: BlockEntry;
}): BlockValue {
  const { text, kind, entry } = options;
  const at =
    kind === 'list'
      ? entry.start + 1
      : readKey({ text, offset: entry.start })?.end;
  if (at === undefined) {
    return { kind: 'inline', from: entry.start, to: entry.end };
  }
  let content = at;
  while (text[content] === ' ' || text[content] === '\t') {
    content += 1;
  }
  const isRestOfLineEmpty =
    content >= entry.end || '\r\n#'.includes(text[content]);
  if (!isRestOfLineEmpty) {
    const isCompact =
      kind === 'list' &&
      (isDash(text, content) || readKey({ text, offset: content }));
    const block = isCompact ? readBlock(text, content, entry.end) : undefined;
    return block ?? { kind: 'inline', from: content, to: entry.end };
  }
  const newline = text.indexOf('\n', at);
  const nested = newline < 0 ? entry.end : Math.min(newline + 1, entry.end);
  return readBlock(text, nested, entry.end) ?? { kind: 'empty', at };
}

/**
 * Reads a piece of YAML with the parser, for positions relative to `from`.
 *
 * @internal
 */
export function parseInline(options: {
  text: string;
  from: number;
  to: number;
}): Document.Parsed {
  return parseDocument(options.text.slice(options.from, options.to), {
    prettyErrors: false,
    uniqueKeys: false,
  });
}

/**
 * Reads an entry with the parser, at the column where it stands.
 *
 * @internal
 */
export function parseEntry(options: {
  text: string;
  entry: BlockEntry;
}): Document.Parsed {
  const { text, entry } = options;
  const column = entry.start - lineStart(text, entry.start);
  return parseDocument(
    ' '.repeat(column) + text.slice(entry.start, entry.end),
    { prettyErrors: false, uniqueKeys: false },
  );
}

/** Plain text that no reader takes for anything else. */
const WORD = /^(?!(?:true|false|null|yes|no|on|off)$)[a-z][a-z0-9_-]*$/;

function readInlineText(
  text: string,
  from: number,
  to: number,
): string | undefined {
  const source = text.slice(from, to).trimEnd();
  if (WORD.test(source)) {
    return source;
  }
  const { contents } = parseInline({ text, from, to });
  return contents && 'value' in contents ? String(contents.value) : undefined;
}

/**
 * What tells a node of a list from its neighbours: the value of `key`, or the scalar itself.
 *
 * @internal
 */
export function identityOfNode(
  node: Node | Alias | null | undefined,
  key: string | undefined,
): string | undefined {
  if (isMap(node) && key !== undefined) {
    const value: unknown = node.get(key);
    return value === undefined || typeof value === 'object'
      ? undefined
      : String(value);
  }
  if (isMap(node) || isSeq(node)) {
    return JSON.stringify(node);
  }
  return node && 'value' in node ? String(node.value) : undefined;
}

/**
 * What tells an entry of a block collection from its neighbours: the key in a map; in a list the value of `key`, or
 * the item itself.
 *
 * @internal
 */
export function identityOfEntry(options: {
  text: string;
  kind: 'map' | 'list';
  entry: BlockEntry;
  key?: string;
}): string | undefined {
  const { text, kind, entry, key } = options;
  if (kind === 'map') {
    return readKey({ text, offset: entry.start })?.key;
  }
  const value = readValue({ text, kind, entry });
  if (value.kind === 'empty') {
    return undefined;
  }
  if (value.kind === 'inline') {
    return identityOfNode(parseInline({ text, ...value }).contents, key);
  }
  if (value.outline.kind === 'list' || key === undefined) {
    const { contents } = parseEntry({ text, entry });
    return isSeq(contents)
      ? identityOfNode(contents.items[0] as Node, key)
      : undefined;
  }
  for (const inner of value.outline.entries) {
    if (readKey({ text, offset: inner.start })?.key === key) {
      const scalar = readValue({ text, kind: 'map', entry: inner });
      return scalar.kind === 'inline'
        ? readInlineText(text, scalar.from, scalar.to)
        : undefined;
    }
  }
  return undefined;
}

/**
 * What tells a new item from its neighbours; undefined where it has no value under `key`.
 *
 * @internal
 */
export function identityOfItem(
  item: unknown,
  key: string | undefined,
): string | undefined {
  if (typeof item !== 'object' || item === null) {
    return String(item);
  }
  if (key === undefined || Array.isArray(item)) {
    return JSON.stringify(item);
  }
  const value = (item as Record<string, unknown>)[key];
  return value === undefined || typeof value === 'object'
    ? undefined
    : String(value);
}
