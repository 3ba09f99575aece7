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

import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runGit } from './runGit';
import { token } from './startForge';

/**
 * The address of a repository with the token in it, as git takes it.
 *
 * @internal
 */
export function pushAddress(options: {
  url: string;
  repository: string;
}): string {
  const { url, repository } = options;
  return `${url.replace('//', `//chartroom:${token}@`)}/${repository}.git`;
}

/**
 * Commits files on top of a branch (or as its first commit), and pushes them with the real git.
 *
 * @returns the commit.
 *
 * @internal
 */
export async function pushFiles(options: {
  url: string;
  repository: string;
  branch?: string;
  files: Readonly<Record<string, string | Buffer>>;
  message?: string;
}): Promise<string> {
  const { url, repository, branch = 'main', files, message = 'Add' } = options;
  const directory = await mkdtemp(join(tmpdir(), 'forge-push-'));
  try {
    const remote = pushAddress({ url, repository });
    const inside = (...args: string[]) => runGit({ args, cwd: directory });
    await inside('init', '--quiet', `--initial-branch=${branch}`);
    await inside('remote', 'add', 'origin', remote);
    const there = await inside('ls-remote', 'origin', `refs/heads/${branch}`);
    if (there !== '') {
      await inside('fetch', '--quiet', 'origin', branch);
      await inside('reset', '--quiet', '--hard', 'FETCH_HEAD');
    }
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeFile(join(directory, path), content);
    }
    await inside('add', '--all');
    await inside('commit', '--quiet', '--message', message);
    await inside('push', '--quiet', 'origin', branch);
    return (await inside('rev-parse', 'HEAD')).trim();
  } finally {
    await rm(directory, { recursive: true });
  }
}
