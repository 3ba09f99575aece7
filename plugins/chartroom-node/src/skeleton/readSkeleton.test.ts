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
import { createMockDirectory } from '@backstage/backend-test-utils';
import { readSkeleton } from './readSkeleton';

describe('readSkeleton', () => {
  const directory = createMockDirectory();

  it('reads files byte for byte, and says which are executable', async () => {
    const bytes = Buffer.from([0, 255, 13, 10]);
    directory.setContent({
      'a.md.njk': '# {{ name | markdown }}',
      deep: { '.hidden': '', 'run.sh.njk': 'echo' },
      binary: bytes,
    });
    await fs.chmod(directory.resolve('deep/run.sh.njk'), 0o755);
    const { files, executable } = await readSkeleton({
      directory: directory.path,
    });
    expect([...files.keys()]).toEqual([
      'a.md.njk',
      'binary',
      'deep/.hidden',
      'deep/run.sh.njk',
    ]);
    expect(files.get('binary')?.equals(bytes)).toBe(true);
    expect(executable).toEqual(['deep/run.sh']);
  });

  it.each([
    ['to a file', '/etc/passwd'],
    ['to a folder', '/etc'],
    ['to nothing', './absent'],
    ['to its own folder', '.'],
  ])('refuses a link %s', async (_, target) => {
    directory.setContent({ folder: { a: 'x' } });
    await fs.symlink(target, path.join(directory.path, 'folder', 'link'));
    await expect(readSkeleton({ directory: directory.path })).rejects.toThrow(
      "The skeleton's folder/link is neither a file nor a folder: a link cannot be part of a skeleton",
    );
  });

  it('refuses too many files', async () => {
    directory.setContent(
      Object.fromEntries(
        Array.from({ length: 1_001 }, (_, index) => [`file-${index}`, '']),
      ),
    );
    await expect(readSkeleton({ directory: directory.path })).rejects.toThrow(
      'The skeleton is too large: at most 1000 files and 16 MiB',
    );
  });

  it('refuses a file that is too large, without reading it', async () => {
    directory.setContent({ a: '' });
    await fs.truncate(directory.resolve('a'), 1024 ** 3);
    await expect(readSkeleton({ directory: directory.path })).rejects.toThrow(
      'too large',
    );
  });

  it('says that a folder is not there, or has no files', async () => {
    await expect(
      readSkeleton({ directory: directory.resolve('absent') }),
    ).rejects.toThrow(
      "The skeleton's folder cannot be read: correct the address of its folder",
    );
    directory.setContent({ empty: {} });
    await expect(readSkeleton({ directory: directory.path })).rejects.toThrow(
      'The skeleton has no files',
    );
  });
});
