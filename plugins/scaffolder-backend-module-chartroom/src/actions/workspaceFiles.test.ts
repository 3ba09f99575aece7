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

import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { readWorkspaceFiles, writeWorkspaceFiles } from './workspaceFiles';

const directory = createMockDirectory();
beforeEach(() => directory.clear());
const workspacePath = directory.path;

const write = (files: Record<string, string>, targetPath = './service') =>
  writeWorkspaceFiles({
    workspacePath,
    targetPath,
    files: new Map(Object.entries(files)),
    executable: ['bin/run'],
  });
const read = (sourcePath = './service') =>
  readWorkspaceFiles({ workspacePath, sourcePath });

describe('workspace files', () => {
  it('come back as they were written', async () => {
    await write({ 'a.txt': 'ä\n', 'bin/run': '#!/bin/sh\n' });
    await expect(read()).resolves.toEqual({
      files: new Map([
        ['a.txt', 'ä\n'],
        ['bin/run', '#!/bin/sh\n'],
      ]),
      executable: ['bin/run'],
    });
  });

  it('may be written again, and are never replaced by others', async () => {
    await write({ 'a.txt': 'one' });
    await write({ 'a.txt': 'one', 'b.txt': 'two' });
    await expect(write({ 'a.txt': 'other', 'c.txt': 'three' })).rejects.toThrow(
      'a.txt is in the workspace already, with another content',
    );
    expect([...(await read()).files.keys()]).toEqual(['a.txt', 'b.txt']);
  });

  it.each([
    ['../outside', 'a.txt'],
    ['./service', '../../outside.txt'],
  ])('stay inside of the workspace: %s, %s', async (targetPath, file) => {
    await expect(write({ [file]: 'x' }, targetPath)).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
  });

  it('are no links', async () => {
    await write({ 'a.txt': 'one' });
    await symlink('/etc/hostname', directory.resolve('service/link'));
    await expect(read()).rejects.toThrow(
      'link is neither a file nor a folder: links are not published',
    );
  });

  it('are text', async () => {
    await write({ 'a.txt': 'one' });
    await writeFile(directory.resolve('service/logo.png'), Buffer.from([0xff]));
    await expect(read()).rejects.toThrow('logo.png is not text in UTF-8');
  });

  it('that cannot be read are an error, and not absent', async () => {
    await write({ 'a.txt': 'one' });
    await expect(read('./service/a.txt')).rejects.toThrow(
      './service/a.txt cannot be read in the workspace: ENOTDIR',
    );
    await mkdir(directory.resolve('service/folder'));
    await expect(write({ folder: 'two' })).rejects.toThrow(
      'folder cannot be read in the workspace: EISDIR',
    );
  });

  it('are none where there is no folder', async () => {
    await expect(read('./nowhere')).resolves.toEqual({
      files: new Map(),
      executable: [],
    });
  });
});
