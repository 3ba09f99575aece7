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

import { Refusal } from './Refusal';

/**
 * The part of a file between its directives and its end marker.
 *
 * @internal
 */
export function documentBody(options: { text: string }): {
  from: number;
  to: number;
} {
  const { text } = options;
  const head =
    /^(?:(?:[ \t]*(?:#[^\n]*)?|%[^\n]*)\r?\n)*---[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/.exec(
      text,
    );
  const from = head ? head[0].length : 0;
  const marker = /^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm;
  marker.lastIndex = from;
  const mayEnd =
    text.startsWith('---', from) ||
    text.includes('\n---', from) ||
    text.includes('\n...', from);
  const end = mayEnd ? marker.exec(text) : null;
  if (!end) {
    return { from, to: text.length };
  }
  if (!/^\.\.\.\s*$/.test(text.slice(end.index))) {
    throw new Refusal({
      offset: end.index,
      reason: 'the file holds several YAML documents',
      advice: 'Keep one document per file, or edit it by hand',
    });
  }
  return { from, to: end.index };
}
