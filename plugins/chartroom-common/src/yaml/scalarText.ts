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

/** Words and numbers that a YAML 1.1 or 1.2 reader would not take for text when they stand without quotes. */
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null|~|<<|=)$/i;
const INTEGERS = /^[-+]?(?:0b[01]+|0o?[0-7]+|0x[\da-f]+|\d+)$/i;
const FLOATS = /^[-+]?(?:\d*\.?\d*(?:e[-+]?\d+)?|\.inf|\.nan)$/i;
const SEXAGESIMALS = /^[-+]?\d+(?::\d+)+(?:\.\d*)?$/;
const DATES = /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt ]|$)/;

/** Characters that readers drop, refuse, or take for a line break. */
const UNPRINTABLE =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u001f\u007f-\u00a0\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * Whether no character of a line needs an escape.
 *
 * @internal
 */
export function isPrintable(line: string): boolean {
  return !UNPRINTABLE.test(line);
}

function isTextWithoutQuotes(value: string, flow: boolean): boolean {
  const number = value.replace(/_/g, '');
  return (
    /^(?:[\p{L}\p{N}_./<(^$+;\\~]|-+\p{L})/u.test(value) &&
    !/^\.{3}/.test(value) &&
    !/: |:$| #|\s$/.test(value) &&
    !(flow && /[,[\]{}?]/.test(value)) &&
    isPrintable(value) &&
    !WORDS.test(value) &&
    !INTEGERS.test(number) &&
    !FLOATS.test(number) &&
    !SEXAGESIMALS.test(number) &&
    !DATES.test(value)
  );
}

/**
 * Text in double quotes, with every character escaped that a reader might drop or take for a line break.
 *
 * @internal
 */
export function doubleQuoted(value: string): string {
  return JSON.stringify(value).replace(
    new RegExp(UNPRINTABLE, 'g'),
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * A scalar on one line, quoted where a YAML 1.1 or 1.2 reader needs it.
 *
 * @internal
 */
export function scalarText(options: {
  value: string | number | boolean | null;
  /** Inside `[…]` or `{…}`. */
  flow?: boolean;
  /** Which quotes the text has, where it must have some; double unless given. */
  quote?: 'single' | 'double';
}): string {
  const { value, flow = false, quote = 'double' } = options;
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return Number.isNaN(value) ? '.nan' : `${value < 0 ? '-' : ''}.inf`;
  }
  if (typeof value !== 'string') {
    return String(value);
  }
  if (isTextWithoutQuotes(value, flow)) {
    return value;
  }
  return quote === 'single' && isPrintable(value)
    ? `'${value.replace(/'/g, "''")}'`
    : doubleQuoted(value);
}
