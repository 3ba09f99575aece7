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

import { createMockDirectory } from '@backstage/backend-test-utils';
import { once } from 'node:events';
import { Git } from './Git';

describe('Git', () => {
  const directory = createMockDirectory();

  it('says what is wrong when there is no git', async () => {
    const path = process.env.PATH;
    process.env.PATH = directory.path;
    try {
      await expect(Git.create()).rejects.toThrow(
        'The local forge needs git 2.28 or later on the PATH, found: none',
      );
    } finally {
      process.env.PATH = path;
    }
  });

  it("reads none of the user's configuration", async () => {
    directory.setContent({
      '.gitconfig': '[core]\n\thooksPath = /elsewhere\n',
    });
    const home = process.env.HOME;
    process.env.HOME = directory.path;
    try {
      const git = await Git.create();
      const output = await git.run({ args: ['config', 'core.hooksPath'] });
      expect(output.toString().trim()).not.toBe('/elsewhere');
    } finally {
      process.env.HOME = home;
    }
  });

  it("tells git's own words when a command fails", async () => {
    const git = await Git.create();
    await expect(
      git.run({ args: ['rev-parse', 'x'], directory: directory.path }),
    ).rejects.toThrow(/^git rev-parse failed: fatal: not a git repository/);
  });

  it('ends a command that answers too much', async () => {
    const git = await Git.create();
    const args = ['help', '--all'];
    await expect(git.run({ args, limit: 10 })).rejects.toThrow(
      'git help answered more than 10 bytes',
    );
    const cut = await git.run({ args, limit: 10, cut: true });
    expect(cut).toHaveLength(10);
  });

  it('leaves no command running once it is closed', async () => {
    const git = await Git.create();
    const target = directory.resolve('bare.git');
    await git.run({ args: ['init', '--bare', target] });
    const child = git.start({
      args: ['cat-file', '--batch'],
      environment: { GIT_DIR: target },
    });
    const stubborn = git.start({
      args: ['-c', 'alias.wait=!exec sleep 60', 'wait'],
    });
    await once(stubborn, 'spawn');
    await git.close();
    expect(child.exitCode).not.toBeNull();
    expect(stubborn.exitCode ?? stubborn.signalCode).not.toBeNull();
  });
});
