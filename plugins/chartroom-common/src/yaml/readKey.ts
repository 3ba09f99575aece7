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

import { isScalar, parseDocument } from 'yaml';

/**
 * The key that stands at an offset of a block map, and where its value may start.
 *
 * @remarks
 * Undefined for keys that are not plain or quoted text on one line (anchors, aliases, tags, `? `), and where no key
 * stands.
 *
 * @internal
 */
export function readKey(options: {
  text: string;
  offset: number;
}): { key: string; end: number } | undefined {
  const { text, offset } = options;
  const newline = text.indexOf('\n', offset);
  const line = text.slice(offset, newline < 0 ? undefined : newline);
  const quoted =
    /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?=[ \t]*:(?:[ \t\r]|$))/.exec(line);
  if (quoted) {
    const { contents, errors } = parseDocument(quoted[0]);
    return errors.length === 0 && isScalar(contents)
      ? {
          key: String(contents.value),
          end: offset + line.indexOf(':', quoted[0].length) + 1,
        }
      : undefined;
  }
  const plain =
    /^(?![&*!|>@%`{[#,\]}"']|[-?:](?:[ \t\r]|$))(?:[^:#]|:(?![ \t\r]|$)|(?<![ \t])#)+?(?=[ \t]*:(?:[ \t\r]|$))/.exec(
      line,
    );
  return plain
    ? {
        key: plain[0],
        end: offset + line.indexOf(':', plain[0].length) + 1,
      }
    : undefined;
}
