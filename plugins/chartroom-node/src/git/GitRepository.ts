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

import type {
  FileChange,
  FileTree,
} from '@chartroom/backstage-plugin-chartroom-common';

/**
 * The files of a repository at one commit.
 *
 * @public
 */
export interface GitSnapshot {
  /** 40 hex digits; undefined for a repository without a commit. */
  readonly commit: string | undefined;
  /** What the commit says of itself; undefined for a repository without one. */
  readonly head?: {
    /** None: the repository's first commit. */
    readonly parents: readonly string[];
    readonly message: string;
  };
  readonly files: FileTree;
}

/**
 * A remote git repository over smart HTTP, read and written without a working tree.
 *
 * @public
 */
export interface GitRepository {
  /** The commit that a branch has on the remote now; undefined when the branch is not there. One request. */
  head(options: {
    branch: string;
    signal?: AbortSignal;
  }): Promise<string | undefined>;
  /** The text files at the branch's head; from memory when the head has not moved. */
  read(options: { branch: string; signal?: AbortSignal }): Promise<GitSnapshot>;
  /**
   * The text files at a tag or else a branch of this name; undefined when the remote has neither.
   *
   * @remarks
   * Nothing is fetched while it stays where it was.
   */
  readAt(options: {
    ref: string;
    signal?: AbortSignal;
  }): Promise<(GitSnapshot & { readonly kind: 'tag' | 'branch' }) | undefined>;
  /**
   * Commits changes on top of `base` and pushes them.
   *
   * @remarks
   * Throws an error named `NotFastForwardError` when the branch has moved away
   * from `base`; nothing is pushed then. Resolves with the base itself when the
   * changes leave the tree as it is.
   */
  commit(options: {
    branch: string;
    /** undefined: the first commit of an empty repository. */
    base: string | undefined;
    changes: readonly FileChange[];
    /** Paths that are executable. */
    executable?: readonly string[];
    message: string;
    author: { name: string; email: string };
    signal?: AbortSignal;
  }): Promise<{ commit: string }>;
}
