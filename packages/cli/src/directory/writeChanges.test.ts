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

import { chmod, readFile, stat, symlink } from 'node:fs/promises';
import { Readable, Writable } from 'node:stream';
import { createMockDirectory } from '@backstage/backend-test-utils';
import type { FileChange } from '@chartroom/backstage-plugin-chartroom-common';
import { writeChanges } from './writeChanges';

const directory = createMockDirectory();

function write(changes: FileChange[]) {
  const nowhere = new Writable();
  return writeChanges({
    terminal: {
      directory: directory.path,
      input: Readable.from([]),
      output: nowhere,
      errors: nowhere,
      env: {},
    },
    directory: '.',
    changes,
  });
}

describe('writeChanges', () => {
  beforeEach(() => directory.clear());

  it('writes new files into new folders, and deletes', async () => {
    directory.setContent({ old: 'x' });
    await write([
      { kind: 'write', path: 'a/b/c.yaml', content: 'c: 1\n' },
      { kind: 'delete', path: 'old' },
    ]);
    expect(directory.content()).toEqual({ a: { b: { 'c.yaml': 'c: 1\n' } } });
  });

  it('takes along the folders that a deletion empties, and no other', async () => {
    directory.setContent({ 'a/b/c/old.txt': 'x', 'a/kept.txt': 'x' });
    await write([{ kind: 'delete', path: 'a/b/c/old.txt' }]);
    expect(directory.content()).toEqual({ a: { 'kept.txt': 'x' } });
  });

  it.each([
    ['a file where a folder must be', 'file.txt/a.yaml'],
    ['a folder where a file must be', 'folder'],
    ['a name that is too long', `new/${'x'.repeat(300)}`],
  ])('writes nothing where one change is refused by %s', async (_, path) => {
    const before = {
      ...{ 'file.txt': 'x', 'old.txt': 'x' },
      folder: { 'a.txt': 'x' },
    };
    directory.setContent(before);
    const changes: FileChange[] = [
      { kind: 'write', path: 'new/first', content: '' },
      { kind: 'write', path: 'old.txt', content: 'y' },
      { kind: 'delete', path: 'folder/a.txt' },
      { kind: 'write', path, content: '' },
    ];
    await expect(write(changes)).rejects.toThrow(path);
    expect(directory.content()).toEqual(before);
  });

  it('keeps the permissions of a file that is there', async () => {
    directory.setContent({ 'run.sh': 'old' });
    await chmod(directory.resolve('run.sh'), 0o755);
    await write([{ kind: 'write', path: 'run.sh', content: 'new' }]);
    const { mode } = await stat(directory.resolve('run.sh'));
    expect(mode % 0o1000).toBe(0o755);
  });

  it.each(['../outside', '/etc/passwd', 'a//b', 'a/../../b'])(
    'refuses the path %s before anything is written',
    async path => {
      const changes: FileChange[] = [
        { kind: 'write', path: 'first', content: '' },
        { kind: 'write', path, content: '' },
      ];
      await expect(write(changes)).rejects.toThrow(`Refusing to write ${path}`);
      expect(directory.content()).toEqual({});
    },
  );

  it('refuses to write through a link', async () => {
    directory.setContent({ target: { 'a.yaml': 'a' } });
    await symlink(directory.resolve('target'), directory.resolve('link'));
    await expect(
      write([{ kind: 'write', path: 'link/a.yaml', content: 'b' }]),
    ).rejects.toThrow('is a symbolic link');
    expect(await readFile(directory.resolve('target/a.yaml'), 'utf8')).toBe(
      'a',
    );
  });
});
