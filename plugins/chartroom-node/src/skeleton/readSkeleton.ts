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

import { promises as fs } from 'node:fs';
import path from 'node:path';
import { InputError, NotFoundError } from '@backstage/errors';

const MAXIMUM_FILES = 1_000;
const MAXIMUM_BYTES = 16 * 1024 * 1024;

/**
 * Reads the files of a skeleton from a folder; links are refused.
 *
 * @public
 */
export async function readSkeleton(options: { directory: string }): Promise<{
  files: ReadonlyMap<string, Buffer>;
  /** Paths that are executable, with `.njk` taken off. */
  executable: readonly string[];
}> {
  const files = new Map<string, Buffer>();
  const executable: string[] = [];
  let bytes = 0;

  const walk = async (folder: string): Promise<void> => {
    const entries = await readFolder(folder, options.directory);
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const target = path.join(folder, entry.name);
      const name = path
        .relative(options.directory, target)
        .split(path.sep)
        .join('/');
      if (entry.isDirectory()) {
        await walk(target);
        continue;
      }
      if (!entry.isFile()) {
        throw new InputError(
          `The skeleton's ${name} is neither a file nor a folder: a link cannot be part of a skeleton`,
        );
      }
      const { size, mode } = await fs.stat(target);
      bytes += size;
      if (files.size >= MAXIMUM_FILES || bytes > MAXIMUM_BYTES) {
        throw new InputError(
          `The skeleton is too large: at most ${MAXIMUM_FILES} files and ${
            MAXIMUM_BYTES / 1024 / 1024
          } MiB`,
        );
      }
      files.set(name, await fs.readFile(target));
      if (mode % 2 === 1) {
        executable.push(name.replace(/\.njk$/, ''));
      }
    }
  };
  await walk(options.directory);
  if (files.size === 0) {
    throw new NotFoundError(
      'The skeleton has no files: correct the address of its folder',
    );
  }
  return { files, executable };
}

async function readFolder(folder: string, directory: string) {
  try {
    return await fs.readdir(folder, { withFileTypes: true });
  } catch (error) {
    const name = path.relative(directory, folder) || 'folder';
    throw new NotFoundError(
      `The skeleton's ${name} cannot be read: correct the address of its folder`,
      error,
    );
  }
}
