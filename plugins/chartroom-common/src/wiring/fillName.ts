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
 * Writes the name of a backing service for `{name}`, in every text and key of a
 * tree.
 *
 * @internal
 */
export function fillName<T>(options: { value: T; name: string }): T;
export function fillName(options: { value: unknown; name: string }): unknown {
  const { value, name } = options;
  if (typeof value === 'string') {
    return value.replaceAll('{name}', name);
  }
  if (Array.isArray(value)) {
    return value.map(item => fillName({ value: item, name }));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key.replaceAll('{name}', name),
        fillName({ value: inner, name }),
      ]),
    );
  }
  return value;
}
