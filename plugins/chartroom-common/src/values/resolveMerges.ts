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

import { isMap } from './isMap';

const mergeKey = '<<';

/** Each merge copies entries, and a short text can ask for any number of copies. */
const mostEntries = 200_000;

/**
 * Values in which what YAML's merge keys (`<<`) bring stands beside a map's own
 * keys, which win, and what an earlier map of a list brings before a later one.
 *
 * @remarks
 * Helm reads values so (go-yaml, `decoder.merge`), and the `yaml` package reads
 * YAML 1.2, which has no such key. A map that is brought in several places is
 * worked out once, so merges of merges cost no more than their text. A `<<` that
 * is followed by anything but maps stays as it is. Throws where more is brought
 * than people write.
 *
 * @internal
 */
export function resolveMerges(options: { value: unknown }): unknown {
  const known = new Map<object, unknown>();
  let brought = 0;
  const count = (entries: number) => {
    brought += entries;
    if (brought > mostEntries) {
      throw new Error(`merge keys (<<) bring more than ${mostEntries} entries`);
    }
  };
  const resolved = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    const before = known.get(value);
    if (before !== undefined) {
      return before;
    }
    const after = Array.isArray(value)
      ? value.map(resolved)
      : withMerged({
          entries: Object.entries(value).map(
            ([key, inner]) => [key, resolved(inner)] as const,
          ),
          count,
        });
    known.set(value, after);
    return after;
  };
  return resolved(options.value);
}

function withMerged(options: {
  entries: ReadonlyArray<readonly [string, unknown]>;
  count: (entries: number) => void;
}): Readonly<Record<string, unknown>> {
  const { entries, count } = options;
  const merged = entries.find(([key]) => key === mergeKey)?.[1];
  const maps = Array.isArray(merged) ? merged : [merged];
  if (!maps.every(isMap)) {
    return Object.fromEntries(entries);
  }
  const all = new Map<string, unknown>();
  const own = entries.filter(([key]) => key !== mergeKey);
  const others = maps.flatMap(it => Object.entries(it));
  count(others.length);
  for (const [key, value] of [...own, ...others]) {
    if (!all.has(key)) {
      all.set(key, value);
    }
  }
  return Object.fromEntries(all);
}
