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
 * A tree of files as it is after changes.
 *
 * @internal
 */
export function withChanges(options: {
  files: FileTree;
  changes: readonly FileChange[];
}): Map<string, string> {
  const files = new Map(options.files);
  for (const change of options.changes) {
    if (change.kind === 'write') {
      files.set(change.path, change.content);
    } else {
      files.delete(change.path);
    }
  }
  return files;
}
