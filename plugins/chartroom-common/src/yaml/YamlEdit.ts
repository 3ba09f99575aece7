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
 * Where in a YAML file a value stands: map keys, list indices, or `{ key, value }` for the item of a list of maps
 * whose `key` has that value.
 *
 * @remarks
 * In a list that mixes maps and bare words, `{ key, value }` also finds the bare word `value`.
 *
 * @public
 */
export type YamlPath = ReadonlyArray<
  string | number | { readonly key: string; readonly value: string }
>;

/**
 * What an inverse edit needs to bring back the very same bytes.
 *
 * @remarks
 * Opaque to callers, and serialisable. Where the text has changed since, the edit is done without it.
 *
 * @public
 */
export interface YamlRestore {
  /** The text that must stand there. */
  readonly found: string;
  /** The text that takes its place. */
  readonly text: string;
  /** Where `found` starts, counted from the place that the edit names. */
  readonly offset: number;
  /** The neighbour to count from, where the edit's own place is not there yet. */
  readonly beside?: {
    readonly side: 'after' | 'before';
    readonly index: number;
    /** Found by its index where it has none. */
    readonly identity?: string;
  };
}

/**
 * One change to a YAML file that people edit too.
 *
 * @remarks
 * - `ensureListItem` adds an item unless the list has one of the same identity: the value of `key` in a map, or the
 *   item itself. `place.after` lists the identities of the group that it belongs to; `place.at` is the position, counted
 *   from 0, that it takes instead.
 * - `ensureMapEntry` adds an entry unless the map has the key. `after` names the key to stand behind, or lists the keys
 *   of the group that it belongs to.
 * - `removeListItem` and `removeMapEntry` do nothing where there is nothing to remove.
 * - `setScalar` replaces a value that is there.
 *
 * What is there already is left as it is, whatever its value: only `setScalar` overwrites.
 *
 * @public
 */
export type YamlEdit =
  | {
      readonly op: 'ensureListItem';
      readonly path: YamlPath;
      readonly key?: string;
      readonly item: unknown;
      readonly place?: {
        readonly after?: readonly string[];
        readonly at?: number;
      };
      readonly restore?: YamlRestore;
    }
  | {
      readonly op: 'ensureMapEntry';
      readonly path: YamlPath;
      readonly key: string;
      readonly value: unknown;
      readonly after?: string | readonly string[];
      readonly restore?: YamlRestore;
    }
  | {
      readonly op: 'removeListItem';
      readonly path: YamlPath;
      readonly key?: string;
      readonly identity: string;
      readonly restore?: YamlRestore;
    }
  | {
      readonly op: 'removeMapEntry';
      readonly path: YamlPath;
      readonly key: string;
      readonly restore?: YamlRestore;
    }
  | {
      readonly op: 'setScalar';
      readonly path: YamlPath;
      readonly value: string | number | boolean;
      readonly restore?: YamlRestore;
    };
