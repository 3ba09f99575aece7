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
 * Takes a tree of values apart, so that each can be compared and written on its
 * own.
 *
 * @remarks
 * A list is one value, as Helm replaces lists and merges maps; so is an empty map.
 *
 * @public
 */
export function valueLeaves(options: {
  values: Readonly<Record<string, unknown>>;
}): ReadonlyArray<{
  readonly path: readonly string[];
  readonly value: unknown;
}> {
  return Object.entries(options.values).flatMap(([key, value]) =>
    isBranch(value)
      ? valueLeaves({ values: value }).map(leaf => ({
          path: [key, ...leaf.path],
          value: leaf.value,
        }))
      : [{ path: [key], value }],
  );
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length > 0
  );
}
