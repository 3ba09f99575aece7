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

import type { Redactor } from './Redactor';

/** `name=`, `name: `, `"name":` and `--name `. */
const assignment =
  /(?<![\w.-])([\w.-]+)(?:["']?[ \t]*=[ \t]*|["']?[ \t]*:[ \t]+|["'][ \t]*:|(?<=--[\w.-]*)[ \t]+)/g;
const scheme = String.raw`(?:(?:Bearer|Basic|Token)[ \t]+)?`;
const quotedValue = /"(?:[^"\\\n]|\\.)*"|'[^'\n]*'/y;
const placeholder = '«redacted [0-9a-f]{6}»';
const wordValue = new RegExp(
  String.raw`${scheme}(?:${placeholder}[^\s"',;&]*|[^\s"',;&]+)`,
  'iy',
);
const lineValue = /[^\n\r]+/y;
const lineStart = /(?:^|[\n\r])[ \t]*(?:[#;]+[ \t]*|-[ \t]+|export[ \t]+)?$/;
/** No line is indented further. */
const widestIndent = 200;
/** What is filled in elsewhere: a command, a variable, a template. And a placeholder that stands there already. */
const harmless = new RegExp(
  String.raw`^\$\(|^\{\{|^(?:\$\{\w+\}|\$[A-Z_]+|\{\w+\}|<[\w -]+>|${placeholder})$`,
);

/**
 * A text without the values that it assigns to names that say they are secret, as properties, shell, YAML and JSON do.
 *
 * @internal
 */
export function redactAssignments(options: {
  text: string;
  redactor: Redactor;
}): string {
  const { text, redactor } = options;
  let result = '';
  let position = 0;
  for (const match of text.matchAll(assignment)) {
    const [whole, name] = match;
    const start = match.index + whole.length;
    if (match.index >= position && redactor.isSensitive(name)) {
      const value = valueAt({ text, start, name: match.index });
      const quote = /^(["']).*\1$/s.test(value) ? value[0] : '';
      const secret = quote === '' ? value : value.slice(1, -1);
      if (secret !== '' && !harmless.test(secret)) {
        const replacement = redactor.placeholder(secret);
        result += text.slice(position, start) + quote + replacement + quote;
        position = start + value.length;
      }
    }
  }
  return result + text.slice(position);
}

function valueAt(options: {
  text: string;
  start: number;
  name: number;
}): string {
  const { text, start, name } = options;
  const before = text.slice(Math.max(0, name - widestIndent), name);
  // On a line of its own a value may hold spaces and any sign
  const patterns = lineStart.test(before)
    ? [quotedValue, lineValue]
    : [quotedValue, wordValue];
  for (const pattern of patterns) {
    pattern.lastIndex = start;
    const [value] = pattern.exec(text) ?? [];
    if (value !== undefined) {
      return value;
    }
  }
  return '';
}
