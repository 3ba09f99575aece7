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
 * The text files of a repository at one commit: path to content.
 *
 * @remarks
 * Paths are relative to the repository's root, separated by `/`, without a
 * leading `./`, and never contain `..`. A path that is absent from the map is a
 * file that does not exist. Binary files are not part of a tree.
 *
 * @public
 */
export type FileTree = ReadonlyMap<string, string>;

/**
 * One file that an operation writes or removes.
 *
 * @public
 */
export type FileChange =
  | { readonly kind: 'write'; readonly path: string; readonly content: string }
  | { readonly kind: 'delete'; readonly path: string };
