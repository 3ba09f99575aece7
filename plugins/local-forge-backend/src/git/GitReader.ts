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

import type { Git } from './Git';
import { commitFormat, type GitCommit, parseCommits } from './GitCommit';
import { isReferenceName } from './isReferenceName';
import { isTreePath } from './isTreePath';
import { parseTree, type TreeEntry } from './TreeEntry';

/**
 * Reads one bare repository.
 *
 * @remarks
 * Names from outside reach git only as data: references through {@link isReferenceName}, paths after `--`
 * and taken literally. Paths name entries of a commit, never files of this machine.
 *
 * @internal
 */
export class GitReader {
  readonly #git: Git;
  readonly #directory: string;

  private constructor(options: { git: Git; directory: string }) {
    this.#git = options.git;
    this.#directory = options.directory;
  }

  static create(options: { git: Git; directory: string }): GitReader {
    return new GitReader(options);
  }

  /** Names of branches or tags, sorted. */
  async names(options: { of: 'heads' | 'tags' }): Promise<string[]> {
    const prefix = `refs/${options.of}/`;
    const output = await this.#run(
      'for-each-ref',
      '--format=%(refname)',
      prefix,
    );
    return output
      .toString()
      .split('\n')
      .filter(name => name !== '')
      .map(name => name.slice(prefix.length));
  }

  /** The commit of a branch, a tag, or an (abbreviated) commit id, in this order. */
  async resolve(options: { reference: string }): Promise<string | undefined> {
    const { reference } = options;
    if (!isReferenceName({ name: reference })) {
      return undefined;
    }
    const candidates = [`refs/heads/${reference}`, `refs/tags/${reference}`];
    if (/^[0-9a-f]{4,40}$/.test(reference)) {
      candidates.push(reference);
    }
    if (reference === 'HEAD') {
      candidates.push(reference);
    }
    const output = await this.#git.run({
      directory: this.#directory,
      args: ['cat-file', '--batch-check'],
      input: candidates.map(name => `${name}^{commit}\n`).join(''),
    });
    return /^([0-9a-f]{40}) commit/m.exec(output.toString())?.[1];
  }

  /** The commit of a branch; undefined when there is no such branch. */
  async branch(options: { name: string }): Promise<string | undefined> {
    const branches = await this.names({ of: 'heads' });
    return branches.includes(options.name)
      ? this.resolve({ reference: options.name })
      : undefined;
  }

  /** The entry at a path of a commit; the empty path is the root. */
  async entry(options: {
    commit: string;
    path: string;
  }): Promise<TreeEntry | undefined> {
    const { commit, path } = options;
    if (path === '') {
      const tree = await this.#run('rev-parse', '--verify', `${commit}^{tree}`);
      const sha = tree.toString().trim();
      return { name: '', type: 'dir', sha, size: undefined };
    }
    if (!isTreePath({ path })) {
      return undefined;
    }
    const output = await this.#run(
      'ls-tree',
      '-z',
      '--long',
      '--full-tree',
      commit,
      '--',
      path,
    );
    return parseTree({ output })[0];
  }

  /** The entries of a tree, directories first. */
  async list(options: { tree: string }): Promise<TreeEntry[]> {
    const output = await this.#run('ls-tree', '-z', '--long', options.tree);
    const entries = parseTree({ output });
    return [
      ...entries.filter(entry => entry.type === 'dir'),
      ...entries.filter(entry => entry.type !== 'dir'),
    ];
  }

  async blob(options: { sha: string }): Promise<Buffer> {
    return this.#run('cat-file', 'blob', options.sha);
  }

  /** Newest first, from `commit` back; with a path (see {@link isTreePath}) only those that touched it. */
  async log(options: {
    commit: string;
    limit: number;
    skip?: number;
    path?: string;
  }): Promise<GitCommit[]> {
    const { commit, limit, skip = 0, path } = options;
    const output = await this.#run(
      'log',
      '-z',
      `--format=${commitFormat}`,
      `--max-count=${limit}`,
      `--skip=${skip}`,
      commit,
      '--',
      ...(path ? [path] : []),
    );
    return parseCommits({ output: output.toString() });
  }

  /** How many commits {@link GitReader.log} would list without a limit. */
  async count(options: { commit: string; path?: string }): Promise<number> {
    const { commit, path } = options;
    const paths = path ? [path] : [];
    return Number(
      await this.#run('rev-list', '--count', commit, '--', ...paths),
    );
  }

  /** What a commit changed against its first parent, as a patch; no more than `limit` bytes of it. */
  async patch(options: { commit: string; limit: number }): Promise<string> {
    const output = await this.#git.run({
      directory: this.#directory,
      args: [
        'show',
        '--format=',
        '--patch',
        '--no-color',
        '--no-ext-diff',
        '--no-textconv',
        '-m',
        '--first-parent',
        options.commit,
        '--',
      ],
      limit: options.limit,
      cut: true,
    });
    return output.toString();
  }

  #run(...args: string[]): Promise<Buffer> {
    return this.#git.run({ directory: this.#directory, args });
  }
}
