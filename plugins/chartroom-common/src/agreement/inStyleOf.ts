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

const byteOrderMark = '\ufeff';

/**
 * A text with the line breaks, and the byte order mark, of the one that it
 * replaces.
 *
 * @internal
 */
export function inStyleOf(options: {
  /** Undefined: nothing is replaced. */
  text: string | undefined;
  /** With `\n` and without a mark. */
  content: string;
}): string {
  const { text = '', content } = options;
  const mark = text.startsWith(byteOrderMark) ? byteOrderMark : '';
  const broken = text.includes('\r\n')
    ? content.replace(/\n/g, '\r\n')
    : content;
  return mark + broken;
}
