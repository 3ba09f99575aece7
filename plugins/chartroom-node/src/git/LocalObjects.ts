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

import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import git from 'isomorphic-git';

/** A folder that nobody wrote to for so long was left behind by a process that ended. */
const ABANDONED_AFTER_MILLISECONDS = 24 * 60 * 60 * 1000;
/** Every fetch adds a pack that every later read has to search. */
const MAXIMUM_FETCHES = 50;

/**
 * The bare repository on disk that holds what was fetched from one remote.
 *
 * @remarks
 * It belongs to one object in one process, which alone reads and writes it, one
 * operation at a time: isomorphic-git writes packs in place, so that another
 * reader could see half of one. It may vanish at any time and is then made again.
 *
 * @internal
 */
export class LocalObjects {
  #directory: string | undefined;
  #fetches = 0;

  private constructor(
    private readonly options: { cloneUrl: string; cacheDirectory: string },
  ) {}

  static create(options: {
    cloneUrl: string;
    cacheDirectory: string;
  }): LocalObjects {
    return new LocalObjects(options);
  }

  /** What isomorphic-git needs to work here; a cache of its own for each operation. */
  async open(): Promise<{ fs: typeof fs; gitdir: string; cache: object }> {
    if (!this.#directory) {
      await removeAbandoned(this.options.cacheDirectory);
      this.#directory = path.join(this.options.cacheDirectory, randomUUID());
    }
    const gitdir = this.#directory;
    if (!fs.existsSync(path.join(gitdir, 'HEAD'))) {
      await fs.promises.mkdir(gitdir, { recursive: true, mode: 0o700 });
      await git.init({ fs, gitdir, bare: true, defaultBranch: 'main' });
      await git.addRemote({
        fs,
        gitdir,
        remote: 'origin',
        url: this.options.cloneUrl,
      });
    }
    return { fs, gitdir, cache: {} };
  }

  /** To be called before a fetch: starts anew when there are many packs. */
  async beforeFetch(): Promise<void> {
    this.#fetches += 1;
    if (this.#directory && this.#fetches > MAXIMUM_FETCHES) {
      await fs.promises.rm(this.#directory, { recursive: true, force: true });
      this.#directory = undefined;
      this.#fetches = 1;
    }
    const { gitdir } = await this.open();
    const now = new Date();
    await fs.promises.utimes(gitdir, now, now);
  }

  async has(options: { commit: string }): Promise<boolean> {
    try {
      await git.readCommit({ ...(await this.open()), oid: options.commit });
      return true;
    } catch {
      return false;
    }
  }
}

async function removeAbandoned(cacheDirectory: string): Promise<void> {
  await fs.promises.mkdir(cacheDirectory, { recursive: true, mode: 0o700 });
  for (const name of await fs.promises.readdir(cacheDirectory)) {
    const directory = path.join(cacheDirectory, name);
    const status = await fs.promises.stat(directory).catch(() => undefined);
    if (
      status?.isDirectory() &&
      Date.now() - status.mtimeMs > ABANDONED_AFTER_MILLISECONDS
    ) {
      await fs.promises.rm(directory, { recursive: true, force: true });
    }
  }
}
