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

/**
 * Where a repository is, on the host that holds it.
 *
 * @public
 */
export interface RepositoryLocation {
  readonly owner: string;
  readonly name: string;
  /** Page for people; also the value of `repository` in the matrix. */
  readonly webUrl: string;
  /** What `git clone` accepts, without credentials. */
  readonly cloneUrl: string;
}

/**
 * A repository that exists.
 *
 * @public
 */
export interface HostedRepository extends RepositoryLocation {
  readonly defaultBranch: string;
  /** Without any commit. */
  readonly empty: boolean;
  readonly archived: boolean;
}

/**
 * One git host, such as a Gitea or a GitHub; hosts and tokens come from `integrations`.
 *
 * @remarks
 * A new host is one new file that implements this interface and one line in
 * `buildDefaultGitHosts`. Errors are those of `@backstage/errors`; their
 * messages never hold a credential.
 *
 * @public
 */
export interface GitHost {
  /** The host, with its port, as in `integrations.*.host`. */
  readonly host: string;
  /** The location that a web or clone address of this host names; throws InputError for any other address. */
  locate(options: { url: string }): RepositoryLocation;
  /** The location that a repository of this owner and name has, or would have. */
  location(options: { owner: string; name: string }): RepositoryLocation;
  /** Undefined when there is none. */
  getRepository(
    options: RepositoryLocation,
  ): Promise<HostedRepository | undefined>;
  /** Makes an empty repository; throws ConflictError when the name is taken. */
  createRepository(
    options: RepositoryLocation & {
      description: string;
      defaultBranch: string;
      private: boolean;
    },
  ): Promise<HostedRepository>;
  deleteRepository(options: RepositoryLocation): Promise<void>;
  archiveRepository(options: RepositoryLocation): Promise<void>;
  /** Page of one file at a branch, or at a tag: what `catalog:register` and people open. */
  fileUrl(
    options: RepositoryLocation & {
      path: string;
      ref: string;
      /** By default a branch. */
      kind?: 'branch' | 'tag';
    },
  ): string;
  /** Page of one commit. */
  commitUrl(options: RepositoryLocation & { commit: string }): string;
  /** User name and password (or token) for git over HTTP; undefined when the host is read anonymously. */
  gitCredentials(): Promise<{ username: string; password: string } | undefined>;
}

/**
 * The git hosts of this installation.
 *
 * @public
 */
export interface GitHosts {
  /** The host of an address; throws InputError with what to configure when no integration names it. */
  byUrl(options: { url: string }): GitHost;
}
