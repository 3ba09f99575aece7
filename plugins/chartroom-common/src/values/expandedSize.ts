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
 * How many values a tree has when each is counted as often as it is reached:
 * what aliases let stand in many places is one object, and a walk meets it in each.
 *
 * @internal
 */
export function expandedSize(options: { value: unknown }): number {
  const known = new Map<object, number>();
  const sizeOf = (value: unknown): number => {
    if (typeof value !== 'object' || value === null) {
      return 1;
    }
    const before = known.get(value);
    if (before !== undefined) {
      return before;
    }
    const size = Object.values(value).reduce<number>(
      (sum, inner) => sum + sizeOf(inner),
      1,
    );
    known.set(value, size);
    return size;
  };
  return sizeOf(options.value);
}
