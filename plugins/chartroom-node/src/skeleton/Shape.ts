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
 * What a skeleton's templates may name: a text, a number or a truth value, a list, or a map with known keys.
 *
 * @remarks
 * `unknown` is what a list holds that was empty when its shape was taken: nothing of it is ever written.
 *
 * @public
 */
export type Shape =
  | 'text'
  | 'number'
  | 'truth'
  | 'unknown'
  | { readonly list: Shape }
  | { readonly map: Readonly<Record<string, Shape>> };

/**
 * The shape of a plain value: its own keys, and for a list that of its first item.
 *
 * @internal
 */
export function shapeOf(value: unknown): Shape {
  if (Array.isArray(value)) {
    return { list: value.length > 0 ? shapeOf(value[0]) : 'unknown' };
  }
  if (typeof value === 'object' && value !== null) {
    return {
      map: Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]),
      ),
    };
  }
  switch (typeof value) {
    case 'number':
      return 'number';
    case 'boolean':
      return 'truth';
    default:
      return 'text';
  }
}
