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

/**
 * The first line in which two texts differ, counted from 1; undefined for the
 * line of a text that has ended.
 *
 * @internal
 */
export function firstDifference(options: { text: string; content: string }): {
  line: number;
  actual: string | undefined;
  expected: string | undefined;
} {
  const { text, content } = options;
  const shorter = Math.min(text.length, content.length);
  let offset = 0;
  let line = 1;
  let start = 0;
  while (offset < shorter && text[offset] === content[offset]) {
    if (text[offset] === '\n') {
      line += 1;
      start = offset + 1;
    }
    offset += 1;
  }
  return {
    line,
    actual: lineFrom({ text, start }),
    expected: lineFrom({ text: content, start }),
  };
}

function lineFrom(options: { text: string; start: number }) {
  const { text, start } = options;
  const end = text.indexOf('\n', start);
  if (start >= text.length) {
    return undefined;
  }
  return end < 0 ? text.slice(start) : text.slice(start, end);
}
