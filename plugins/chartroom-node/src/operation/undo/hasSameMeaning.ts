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

import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';

/**
 * Whether two YAML texts say the same, in whatever order their lists of named things are.
 *
 * @internal
 */
export function hasSameMeaning(options: {
  one: string;
  other: string;
}): boolean {
  return isDeepStrictEqual(
    byName(parse(options.one)),
    byName(parse(options.other)),
  );
}

function byName(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(byName);
    return items.every(isNamed)
      ? items.sort((a, b) => (a.name < b.name ? -1 : 1))
      : items;
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, byName(item)]),
      )
    : value;
}

function isNamed(value: unknown): value is { name: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string'
  );
}
