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

import { InputError } from '@backstage/errors';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportedFile } from '../repositories';

const leftOut = new Set(['.git', 'node_modules', '.DS_Store']);

/**
 * The files of a directory, with those below it, in the order of their paths.
 *
 * @remarks
 * Throws InputError for a directory that is not there, and for anything that is neither a file nor a
 * directory: a link could lead anywhere on this machine.
 *
 * @internal
 */
export async function readFiles(options: {
  directory: string;
  /** Put before every path. */
  prefix?: string;
}): Promise<ImportedFile[]> {
  const { directory, prefix = '' } = options;
  const entries = await readdir(directory, { withFileTypes: true }).catch(
    () => {
      throw new InputError(
        `The seed of the local forge names a directory that cannot be read: ${directory}`,
      );
    },
  );
  const found = await Promise.all(
    entries
      .filter(({ name }) => !leftOut.has(name))
      .map(async (entry): Promise<ImportedFile[]> => {
        const place = join(directory, entry.name);
        const path = prefix + entry.name;
        if (entry.isDirectory()) {
          return readFiles({ directory: place, prefix: `${path}/` });
        }
        if (!entry.isFile()) {
          throw new InputError(
            `The seed of the local forge holds something other than files and directories: ${place}`,
          );
        }
        const [content, { mode }] = await Promise.all([
          readFile(place),
          stat(place),
        ]);
        // eslint-disable-next-line no-bitwise -- a file mode is bits
        return [{ path, content, executable: (mode & 0o111) !== 0 }];
      }),
  );
  return found.flat().sort((a, b) => (a.path < b.path ? -1 : 1));
}
