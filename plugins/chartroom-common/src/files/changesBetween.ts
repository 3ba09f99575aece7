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

import type { FileChange, FileTree } from './FileTree';

/**
 * What makes of one tree of files the other, in order of paths.
 *
 * @internal
 */
export function changesBetween(options: {
  before: FileTree;
  after: FileTree;
}): FileChange[] {
  const { before, after } = options;
  const written = [...after].flatMap(([path, content]): FileChange[] =>
    before.get(path) === content ? [] : [{ kind: 'write', path, content }],
  );
  const deleted = [...before.keys()].flatMap((path): FileChange[] =>
    after.has(path) ? [] : [{ kind: 'delete', path }],
  );
  return [...written, ...deleted].sort((a, b) => (a.path < b.path ? -1 : 1));
}
