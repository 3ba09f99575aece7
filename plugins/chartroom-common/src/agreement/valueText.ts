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

import { quoted } from '../check/quoted';
import { isMap } from '../values/isMap';

const longestText = 100;

/**
 * A value from a YAML file as a message shows it: in one line, and shortened.
 *
 * @internal
 */
export function valueText(value: unknown): string {
  const text = whole(value, 0);
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}

/** No deeper than a message has room for. */
const deepest = 4;

function whole(value: unknown, depth: number): string {
  if (Array.isArray(value)) {
    const items = value.slice(0, longestText);
    return depth > deepest
      ? '[…]'
      : `[${items.map(item => whole(item, depth + 1)).join(', ')}]`;
  }
  if (isMap(value)) {
    const entries = Object.entries(value).slice(0, longestText);
    if (depth > deepest) {
      return '{…}';
    }
    return entries.length === 0
      ? '{}'
      : `{ ${entries
          .map(([key, item]) => `${word(key)}: ${whole(item, depth + 1)}`)
          .join(', ')} }`;
  }
  return value === null ? 'nothing' : quoted(value);
}

function word(key: string): string {
  return /^[\w./-]+$/.test(key) ? key : quoted(key);
}
