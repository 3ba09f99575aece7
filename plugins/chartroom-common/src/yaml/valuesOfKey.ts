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

import { readKey } from './readKey';
import type { Holder } from './Target';

/** Characters of the file that are looked at. */
const SAMPLE_LENGTH = 50_000;
/** Characters behind a key in which its value begins. */
const REACH = 2_000;

/**
 * How the values begin that have the same key as an entry, at the same depth: the text behind their colons.
 *
 * @internal
 */
export function valuesOfKey(options: {
  text: string;
  holder: Holder;
  /** The whole file, as it was. */
  whole: string;
}): string[] {
  const { text, holder, whole } = options;
  const { kind, column, entry } = holder;
  const key =
    kind === 'map' ? readKey({ text, offset: entry.start })?.key : undefined;
  if (key === undefined) {
    return [];
  }
  const sample = whole.slice(0, SAMPLE_LENGTH);
  const name = key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const heads = new RegExp(
    `^([ \\t]*(?:- +)*)(?:${name}|"${name}"|'${name}')[ \\t]*:(?=[ \\t\\r\\n])`,
    'gm',
  );
  return [...sample.matchAll(heads)]
    .filter(([, before]) => before.length === column)
    .map(({ 0: head, index }) =>
      sample.slice(index + head.length, index + head.length + REACH),
    );
}
