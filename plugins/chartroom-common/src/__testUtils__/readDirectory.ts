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

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { FileTree } from '../files';

const repository = resolve(__dirname, '../../../..');

/**
 * The text files of a folder of this repository.
 *
 * @internal
 */
export function readDirectory(options: {
  /** Relative to the repository's root, such as `examples/robot-shop`. */
  directory: string;
}): FileTree {
  const root = join(repository, options.directory);
  const files = new Map<string, string>();
  for (const entry of readdirSync(root, {
    recursive: true,
    withFileTypes: true,
  })) {
    if (entry.isFile()) {
      const path = join(entry.parentPath, entry.name);
      files.set(
        relative(root, path).split('\\').join('/'),
        readFileSync(path, 'utf8'),
      );
    }
  }
  return files;
}
