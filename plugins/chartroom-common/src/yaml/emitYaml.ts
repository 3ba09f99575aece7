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

import { InputError } from '@backstage/errors';
import { doubleQuoted, isPrintable, scalarText } from './scalarText';

/**
 * How new YAML is written.
 *
 * @internal
 */
export interface YamlStyle {
  /** Spaces per level. */
  readonly indent: number;
  /** Whether a list stands deeper than the key that holds it. */
  readonly indentLists: boolean;
  /** Whether `{ a: 1 }` has spaces inside its braces, and `[a]` inside its brackets. */
  readonly padBraces: boolean;
  readonly padBrackets: boolean;
  readonly quote: 'single' | 'double';
  /** Whether all text inside brackets has quotes, as in JSON. */
  readonly isJson: boolean;
  /** Whether the map or list at this place is written in one line; `*` stands for any item of a list. */
  readonly isFlow: (path: readonly string[]) => boolean;
}

/**
 * Block style, two spaces.
 *
 * @internal
 */
export const DEFAULT_YAML_STYLE: YamlStyle = {
  indent: 2,
  indentLists: true,
  padBraces: true,
  padBrackets: false,
  quote: 'double',
  isJson: false,
  isFlow: () => false,
};

function entriesOf(value: object): Array<[string, unknown]> {
  return Object.entries(value).filter(([, entry]) => entry !== undefined);
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value)
    ? value.length === 0
    : typeof value === 'object' &&
        value !== null &&
        entriesOf(value).length === 0;
}

function isPlainObject(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function emitScalar(value: unknown, style: YamlStyle, flow: boolean): string {
  switch (typeof value) {
    case 'string':
      return flow && style.isJson
        ? doubleQuoted(value)
        : scalarText({ value, flow, quote: style.quote });
    case 'number':
    case 'boolean':
      return scalarText({ value, flow });
    default:
      if (value === null) {
        return 'null';
      }
      throw new InputError(
        `A value of type ${typeof value} cannot be written as YAML; write text, numbers, booleans, lists or maps.`,
      );
  }
}

/**
 * A value in one line.
 *
 * @internal
 */
export function emitFlow(value: unknown, style: YamlStyle): string {
  if (Array.isArray(value)) {
    const pad = style.padBrackets && value.length > 0 ? ' ' : '';
    const items = value.map(item => emitFlow(item ?? null, style));
    return `[${pad}${items.join(', ')}${pad}]`;
  }
  if (typeof value === 'object' && value !== null && isPlainObject(value)) {
    const pad = style.padBraces && !isEmpty(value) ? ' ' : '';
    const entries = entriesOf(value).map(
      ([key, entry]) =>
        `${emitScalar(key, style, true)}: ${emitFlow(entry, style)}`,
    );
    return `{${pad}${entries.join(', ')}${pad}}`;
  }
  return emitScalar(value, style, true);
}

/** Text of several lines as a literal block; undefined where it needs quotes. */
function literalBlock(value: string): string[] | undefined {
  const [, body, end] = /^([^]*?)(\n*)$/.exec(value)!;
  const lines = body.split('\n');
  return lines.length > 1 &&
    end.length < 2 &&
    !/^\s/.test(value) &&
    lines.every(isPrintable)
    ? [end ? '|' : '|-', ...lines]
    : undefined;
}

function indented(lines: readonly string[], spaces: number): string[] {
  return lines.map(line => (line === '' ? '' : ' '.repeat(spaces) + line));
}

/**
 * A value as lines in block style, without line breaks; the first line stands where the value starts.
 *
 * @internal
 */
export function emitBlock(
  value: unknown,
  style: YamlStyle,
  path: readonly string[] = [],
): string[] {
  if (
    typeof value === 'object' &&
    value !== null &&
    (Array.isArray(value) || isPlainObject(value))
  ) {
    if (isEmpty(value) || style.isFlow(path)) {
      return [emitFlow(value, style)];
    }
    if (Array.isArray(value)) {
      return value.flatMap(item => emitItem(item, style, path));
    }
    return entriesOf(value).flatMap(([key, entry]) =>
      emitEntry(key, entry, style, path),
    );
  }
  return [emitScalar(value, style, false)];
}

/**
 * One item of a list as lines, with its dash.
 *
 * @internal
 */
export function emitItem(
  item: unknown,
  style: YamlStyle,
  path: readonly string[],
  gap: number = 1,
): string[] {
  const literal = typeof item === 'string' ? literalBlock(item) : undefined;
  const [first, ...rest] = literal
    ? [literal[0], ...indented(literal.slice(1), style.indent)]
    : emitBlock(item ?? null, style, [...path, '*']);
  return [
    `-${' '.repeat(gap)}${first}`,
    ...indented(rest, literal ? 0 : 1 + gap),
  ];
}

/**
 * One entry of a map as lines, with its key.
 *
 * @internal
 */
export function emitEntry(
  key: string,
  value: unknown,
  style: YamlStyle,
  path: readonly string[],
): string[] {
  const head = `${emitScalar(key, style, false)}:`;
  const literal = typeof value === 'string' ? literalBlock(value) : undefined;
  if (literal) {
    return [
      `${head} ${literal[0]}`,
      ...indented(literal.slice(1), style.indent),
    ];
  }
  const lines = emitBlock(value, style, [...path, key]);
  const isBlock =
    typeof value === 'object' &&
    value !== null &&
    !isEmpty(value) &&
    !style.isFlow([...path, key]);
  if (!isBlock) {
    return [`${head} ${lines[0]}`];
  }
  const spaces = Array.isArray(value) && !style.indentLists ? 0 : style.indent;
  return [head, ...indented(lines, spaces)];
}
