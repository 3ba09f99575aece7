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

const begin = '-----BEGIN ';
const end = '-----END ';
const dashes = '-----';

/**
 * A text without its PEM blocks. One that does not end reaches to the end of the text.
 *
 * @internal
 */
export function redactPem(options: {
  text: string;
  redactor: Redactor;
}): string {
  const { text, redactor } = options;
  let result = '';
  let position = 0;
  for (;;) {
    const start = text.indexOf(begin, position);
    if (start < 0) {
      return result + text.slice(position);
    }
    const stop = endOfBlock(text, start);
    result += text.slice(position, start);
    result += redactor.placeholder(text.slice(start, stop));
    position = stop;
  }
}

function endOfBlock(text: string, start: number): number {
  const footer = text.indexOf(end, start);
  const close = footer < 0 ? -1 : text.indexOf(dashes, footer + end.length);
  return close < 0 ? text.length : close + dashes.length;
}
