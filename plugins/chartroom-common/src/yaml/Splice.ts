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
 * One replacement of text.
 *
 * @internal
 */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The text with one piece replaced, and every other character as it was.
 *
 * @internal
 */
export function spliceText(text: string, splice: Splice): string {
  return text.slice(0, splice.start) + splice.text + text.slice(splice.end);
}

/**
 * Where an offset of the changed text stood before the changes; inside a change, where that started.
 *
 * @internal
 */
export function offsetBefore(
  offset: number,
  splices: readonly Splice[],
): number {
  return splices.reduceRight((position, { start, end, text }) => {
    if (position < start) {
      return position;
    }
    return position < start + text.length
      ? start
      : position - text.length + (end - start);
  }, offset);
}
