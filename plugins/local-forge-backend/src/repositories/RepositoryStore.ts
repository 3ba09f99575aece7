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

import { ConflictError, NotFoundError } from '@backstage/errors';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Git, GitReader } from '../git';
import type { ImportedFile } from './importStream';
import { makeBareRepository } from './makeBareRepository';
import { ownerNameSchema, repositoryNameSchema } from './names';
import { readRepository, type Repository, writeRecord } from './Repository';

/**
 * The repositories of the forge: bare ones at `<directory>/repositories/<owner>/<name>.git`.
 *
 * @remarks
 * The only place that makes a path from an owner's and a repository's name. A repository appears and goes
 * by one rename, so that nobody sees half of one. Names differ by more than case, as on Gitea; those of owners are
 * in lower case.
 *
 * @internal
 */
export class RepositoryStore {
  readonly #git: Git;
  readonly #root: string;
  readonly #temporary: string;

  private constructor(options: { git: Git; root: string; temporary: string }) {
    this.#git = options.git;
    this.#root = options.root;
    this.#temporary = options.temporary;
  }

  static async create(options: {
    git: Git;
    directory: string;
    /** On the same file system as `directory`. */
    temporary: string;
  }): Promise<RepositoryStore> {
    const root = join(options.directory, 'repositories');
    await mkdir(root, { recursive: true });
    return new RepositoryStore({ ...options, root });
  }

  /** Makes an organisation, if it is not there. */
  async createOwner(options: { owner: string }): Promise<void> {
    const owner = ownerNameSchema.parse(options.owner);
    await mkdir(join(this.#root, owner.toLowerCase()), { recursive: true });
  }

  async owners(): Promise<string[]> {
    const entries = await readdir(this.#root, { withFileTypes: true });
    return entries
      .filter(entry => entry.isDirectory())
      .map(entry => entry.name)
      .filter(name => ownerNameSchema.safeParse(name).success)
      .sort();
  }

  async hasOwner(options: { owner: string }): Promise<boolean> {
    return (await this.owners()).includes(options.owner.toLowerCase());
  }

  /** All repositories, or those of one owner, by name. */
  async list(options: { owner?: string } = {}): Promise<Repository[]> {
    const owners = await this.owners();
    const found: Repository[] = [];
    for (const owner of owners) {
      if (
        options.owner !== undefined &&
        options.owner.toLowerCase() !== owner
      ) {
        continue;
      }
      for (const entry of (await readdir(join(this.#root, owner))).sort()) {
        const name = entry.replace(/\.git$/, '');
        const repository = await this.find({ owner, name });
        if (repository) {
          found.push(repository);
        }
      }
    }
    return found;
  }

  async find(options: {
    owner: string;
    name: string;
  }): Promise<Repository | undefined> {
    const directory = this.#path(options);
    return directory === undefined ? undefined : readRepository({ directory });
  }

  /** Throws NotFoundError when there is none. */
  async get(options: { owner: string; name: string }): Promise<Repository> {
    const repository = await this.find(options);
    if (!repository) {
      throw new NotFoundError('not found');
    }
    return repository;
  }

  /** What reads the commits and files of a repository. */
  reader(options: { repository: Repository }): GitReader {
    return GitReader.create({
      git: this.#git,
      directory: options.repository.directory,
    });
  }

  /** Throws ConflictError when the name is taken. With files, they are the first commit of the default branch. */
  async create(options: {
    owner: string;
    name: string;
    description: string;
    private: boolean;
    defaultBranch: string;
    files?: readonly ImportedFile[];
    message?: string;
  }): Promise<Repository> {
    const owner = ownerNameSchema.parse(options.owner).toLowerCase();
    const name = repositoryNameSchema.parse(options.name);
    const { description, defaultBranch: branch, files = [] } = options;
    const { message = 'Initial commit' } = options;
    const git = this.#git;
    const place = this.#path({ owner, name })!;
    const directory = join(this.#temporary, randomUUID());
    try {
      await makeBareRepository({ git, directory, branch, files, message });
      await writeRecord({
        directory,
        record: {
          owner,
          name,
          description,
          private: options.private,
          archived: false,
          createdAt: new Date().toISOString(),
        },
      });
      await this.createOwner({ owner });
      // Fails where the place is taken: a bare repository is no empty directory.
      await rename(directory, place);
    } catch (error) {
      await rm(directory, { recursive: true, force: true });
      if (existsSync(place)) {
        throw new ConflictError(
          'The repository with the same name already exists.',
        );
      }
      throw error;
    }
    return this.get({ owner, name });
  }

  /** Changes what is said about a repository; throws NotFoundError when there is none. */
  async update(options: {
    owner: string;
    name: string;
    changes: Partial<Pick<Repository, 'archived' | 'description' | 'private'>>;
  }): Promise<Repository> {
    const { defaultBranch, directory, ...record } = await this.get(options);
    await writeRecord({
      directory,
      record: { ...record, ...options.changes },
    });
    return this.get(options);
  }

  /** Throws NotFoundError when there is none. */
  async remove(options: { owner: string; name: string }): Promise<void> {
    const { directory } = await this.get(options);
    const removed = join(this.#temporary, randomUUID());
    await rename(directory, removed);
    await rm(removed, { recursive: true, force: true });
  }

  /**
   * Moves away what stands at a repository's place and cannot be read as one.
   *
   * @returns where it is now; undefined when there was nothing to move.
   */
  async setAside(options: {
    owner: string;
    name: string;
  }): Promise<string | undefined> {
    const place = this.#path(options);
    if (place === undefined || !existsSync(place)) {
      return undefined;
    }
    const readable =
      (await this.find(options)) !== undefined &&
      (await this.#git
        .run({ directory: place, args: ['rev-list', '--all', '--max-count=1'] })
        .then(
          () => true,
          () => false,
        ));
    if (readable) {
      return undefined;
    }
    const unreadable = join(this.#root, '..', 'unreadable');
    await mkdir(unreadable, { recursive: true });
    const aside = join(unreadable, `${basename(place)}-${randomUUID()}`);
    await rename(place, aside);
    return aside;
  }

  /** Undefined for names that no repository can have; the result never leaves the root. */
  #path(options: { owner: string; name: string }): string | undefined {
    const owner = ownerNameSchema.safeParse(options.owner);
    const name = repositoryNameSchema.safeParse(options.name);
    return owner.success && name.success
      ? join(
          this.#root,
          owner.data.toLowerCase(),
          `${name.data.toLowerCase()}.git`,
        )
      : undefined;
  }
}
