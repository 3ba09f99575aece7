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

/**
 * Values as Helm merges them: maps merge, and of anything else the upper stands.
 *
 * @internal
 */
export function mergeValues(options: {
  below: Readonly<Record<string, unknown>>;
  above: Readonly<Record<string, unknown>>;
}): Record<string, unknown> {
  const { below, above } = options;
  const merged = new Map(Object.entries(below));
  for (const [key, value] of Object.entries(above)) {
    const under = merged.get(key);
    merged.set(
      key,
      isMap(under) && isMap(value)
        ? mergeValues({ below: under, above: value })
        : value,
    );
  }
  return Object.fromEntries(merged);
}
