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

import { InputError, NotAllowedError } from '@backstage/errors';
import git, { Errors } from 'isomorphic-git';
import { createGitHttpClient } from './createGitHttpClient';
import { createLimiter } from './createLimiter';
import { gitError } from './gitError';
import type { GitRepository, GitSnapshot } from './GitRepository';
import { LocalObjects } from './LocalObjects';
import { NotFastForwardError } from './NotFastForwardError';
import { readFiles, type TextCache } from './readFiles';
import { writeTree } from './writeTree';

/** A platform has a few refs at once; those that are not asked for any more are forgotten. */
const MAXIMUM_SNAPSHOTS = 16;
const NO_COMMIT = '0'.repeat(40);
/** What servers say when two pushes to one branch meet; git's own words and those of Gitea and GitLab. */
const RACE =
  /lock ref|failed to update ref|failed to lock|non-fast-forward|fetch first|stale info|reference already exists|incorrect old value/i;

interface RepositoryOptions {
  cloneUrl: string;
  credentials: () => Promise<
    { username: string; password: string } | undefined
  >;
  cacheDirectory: string;
  timeoutMilliseconds: number;
}

type CommitOptions = Parameters<GitRepository['commit']>[0];

/**
 * Git's smart HTTP by isomorphic-git.
 *
 * @internal
 */
export class SmartHttpRepository implements GitRepository {
  readonly #cloneUrl: string;
  readonly #credentials: RepositoryOptions['credentials'];
  readonly #timeoutMilliseconds: number;
  readonly #objects: LocalObjects;
  /** What touches the folder on disk runs one after the other. */
  readonly #inTurn = createLimiter({ concurrency: 1 });
  readonly #snapshots = new Map<string, GitSnapshot>();
  #texts: TextCache = new Map();

  private constructor(options: RepositoryOptions) {
    this.#cloneUrl = options.cloneUrl;
    this.#credentials = options.credentials;
    this.#timeoutMilliseconds = options.timeoutMilliseconds;
    this.#objects = LocalObjects.create(options);
  }

  static create(options: RepositoryOptions): SmartHttpRepository {
    return new SmartHttpRepository(options);
  }

  async head(options: { branch: string; signal?: AbortSignal }) {
    return this.#find({ ...options, name: branchName(options.branch) });
  }

  async read(options: {
    branch: string;
    signal?: AbortSignal;
  }): Promise<GitSnapshot> {
    const head = await this.head(options);
    return head
      ? this.#readAt({ ...options, name: branchName(options.branch), head })
      : { commit: undefined, files: new Map() };
  }

  async readAt(options: { ref: string; signal?: AbortSignal }) {
    // The order in which git itself understands a name (gitrevisions)
    for (const kind of ['tag', 'branch'] as const) {
      const name =
        kind === 'tag' ? tagName(options.ref) : branchName(options.ref);
      const head = await this.#find({ ...options, name });
      if (head) {
        return { ...(await this.#readAt({ ...options, name, head })), kind };
      }
    }
    return undefined;
  }

  /** The commit that a reference has on the remote now. */
  async #find(options: { name: string; signal?: AbortSignal }) {
    const { name } = options;
    const references = await this.#explained(() =>
      git.listServerRefs({
        ...this.#remote(options.signal),
        prefix: name,
        peelTags: true,
        protocolVersion: 2,
      }),
    );
    const found = references.find(reference => reference.ref === name);
    return found?.peeled ?? found?.oid;
  }

  #readAt(options: {
    name: string;
    head: string;
    signal?: AbortSignal;
  }): Promise<GitSnapshot> {
    const { name, head } = options;
    return this.#inTurn(async () => {
      options.signal?.throwIfAborted();
      const before = this.#snapshots.get(name);
      if (before?.commit === head) {
        this.#keep({ name, snapshot: before });
        return before;
      }
      const commit = (await this.#objects.has({ commit: head }))
        ? head
        : await this.#fetch(options);
      const { texts, ...read } = await readFiles({
        objects: this.#objects,
        commit,
        known: this.#texts,
        cloneUrl: this.#cloneUrl,
        signal: options.signal,
      });
      const snapshot = { commit, ...read };
      this.#texts = texts;
      this.#keep({ name, snapshot });
      return snapshot;
    });
  }

  /** The one that was last asked for stands last. */
  #keep(options: { name: string; snapshot: GitSnapshot }): void {
    this.#snapshots.delete(options.name);
    this.#snapshots.set(options.name, options.snapshot);
    const [oldest] = this.#snapshots.keys();
    if (this.#snapshots.size > MAXIMUM_SNAPSHOTS && oldest !== undefined) {
      this.#snapshots.delete(oldest);
    }
  }

  async commit(options: CommitOptions): Promise<{ commit: string }> {
    return this.#inTurn(async () => {
      options.signal?.throwIfAborted();
      const { base } = options;
      if (base && !(await this.#objects.has({ commit: base }))) {
        await this.#fetch({ ...options, name: branchName(options.branch) });
        if (!(await this.#objects.has({ commit: base }))) {
          throw this.#moved(options.branch);
        }
      }
      const commit = await this.#writeCommit(options);
      if (commit !== base) {
        await this.#push({ ...options, commit });
      }
      return { commit };
    });
  }

  async #writeCommit(options: CommitOptions): Promise<string> {
    const store = await this.#objects.open();
    const { base } = options;
    const before = base
      ? (await git.readCommit({ ...store, oid: base })).commit.tree
      : undefined;
    const tree = await writeTree({
      objects: this.#objects,
      base: before,
      changes: options.changes,
      executable: new Set(options.executable),
    });
    if (base && tree === before) {
      return base;
    }
    if (!tree) {
      throw new InputError(
        `A commit to ${this.#cloneUrl} would leave no file in it`,
      );
    }
    const person = {
      name: personWord(options.author.name),
      email: personWord(options.author.email),
      timestamp: Math.floor(Date.now() / 1000),
      timezoneOffset: 0,
    };
    return git.writeCommit({
      ...store,
      commit: {
        tree,
        parent: base ? [base] : [],
        author: person,
        committer: person,
        message: `${options.message.replaceAll('\0', '').trimEnd()}\n`,
      },
    });
  }

  async #push(options: CommitOptions & { commit: string }): Promise<void> {
    const { branch, base, commit, signal } = options;
    const store = await this.#objects.open();
    const ref = 'refs/chartroom/push';
    await git.writeRef({ ...store, ref, value: commit, force: true });
    let moved = false;
    try {
      await git.push({
        ...store,
        ...this.#remote(signal),
        ref,
        remoteRef: branchName(branch),
        // The remote compares with what is found here, so together this is one compare and swap.
        onPrePush: ({ remoteRef }) => {
          moved = remoteRef.oid !== (base ?? NO_COMMIT);
          return !moved;
        },
      });
    } catch (error) {
      if (moved) {
        throw this.#moved(branch);
      }
      signal?.throwIfAborted();
      // An answer that was lost, and a refusal, look alike from here: the remote knows.
      const head = await this.head({ branch, signal }).catch(() => base);
      if (head === commit) {
        return;
      }
      if (error instanceof Errors.GitPushError) {
        const reason = error.data.prettyDetails.trim();
        if (head !== base || RACE.test(reason)) {
          throw this.#moved(branch);
        }
        throw new NotAllowedError(
          `${new URL(this.#cloneUrl).host} refuses the commit to ${branch} of ${
            this.#cloneUrl
          }: ${reason.replace(/\s+/g, ' ').slice(0, 300)}`,
        );
      }
      throw gitError({ error, cloneUrl: this.#cloneUrl });
    }
  }

  /** Brings a reference's commit here; the commit that it has now. */
  async #fetch(options: {
    /** Such as `refs/heads/main`. */
    name: string;
    signal?: AbortSignal;
  }): Promise<string> {
    const { name } = options;
    await this.#objects.beforeFetch();
    const store = await this.#objects.open();
    // Where the refspec of LocalObjects puts branches; tags are put beside them
    const ref = name
      .replace(/^refs\/heads\//, 'refs/remotes/origin/')
      .replace(/^refs\/tags\//, 'refs/chartroom/tags/');
    const known = await git
      .resolveRef({ ...store, ref })
      .catch(() => undefined);
    const { fetchHead } = await this.#explained(() =>
      git.fetch({
        ...store,
        ...this.#remote(options.signal),
        ref,
        remoteRef: name,
        singleBranch: true,
        // Only the first time: asked for a depth, servers send what they sent before once more.
        depth: known ? undefined : 1,
        tags: false,
      }),
    );
    if (!fetchHead) {
      throw this.#moved(name.replace(/^refs\/[a-z]+\//, ''));
    }
    await git.writeRef({ ...store, ref, value: fetchHead, force: true });
    // Of an annotated tag, what was fetched is the tag
    return (await git.readCommit({ ...store, oid: fetchHead })).oid;
  }

  #remote(signal: AbortSignal | undefined) {
    return {
      url: this.#cloneUrl,
      http: createGitHttpClient({
        timeoutMilliseconds: this.#timeoutMilliseconds,
        signal,
      }),
      onAuth: async () => this.#credentials(),
      onAuthFailure: () => ({ cancel: true }),
    };
  }

  async #explained<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw gitError({ error, cloneUrl: this.#cloneUrl });
    }
  }

  #moved(branch: string): NotFastForwardError {
    return new NotFastForwardError(
      `${branch} of ${
        this.#cloneUrl
      } has moved since it was read: nothing was pushed, read it again`,
    );
  }
}

function branchName(branch: string): string {
  return `refs/heads/${checkedName({ name: branch, what: 'a branch' })}`;
}

function tagName(tag: string): string {
  return `refs/tags/${checkedName({ name: tag, what: 'a branch or tag' })}`;
}

/** @see https://git-scm.com/docs/git-check-ref-format */
function checkedName(options: { name: string; what: string }): string {
  const { name, what } = options;
  if (
    !/^[\w.+@-][\w.+@/-]{0,199}$/.test(name) ||
    /\.\.|\/\/|@\{|\/$|\.$|\.lock$|^-|\/\./.test(name)
  ) {
    throw new InputError(
      `${JSON.stringify(name.slice(0, 200))} cannot be the name of ${what}`,
    );
  }
  return name;
}

function personWord(text: string): string {
  return text.replace(/[<>\s\0]+/g, ' ').trim();
}
