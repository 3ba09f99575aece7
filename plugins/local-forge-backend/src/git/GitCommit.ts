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
 * A person's signature on a commit.
 *
 * @internal
 */
export interface GitSignature {
  readonly name: string;
  readonly email: string;
  /** ISO 8601. */
  readonly date: string;
}

/**
 * One commit.
 *
 * @internal
 */
export interface GitCommit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: GitSignature;
  readonly committer: GitSignature;
  readonly message: string;
}

/**
 * The `--format` of `git log -z` that {@link parseCommits} reads.
 *
 * @internal
 */
export const commitFormat = [
  '%H',
  '%T',
  '%P',
  '%an',
  '%ae',
  '%aI',
  '%cn',
  '%ce',
  '%cI',
  '%B',
].join('%x00');

/** As Gitea and later versions of git write it. */
function toZulu(date: string): string {
  return date.replace(/\+00:00$/, 'Z');
}

const fieldCount = commitFormat.split('%x00').length;

/**
 * Reads the output of `git log -z` with {@link commitFormat}; a message cannot hold a NUL.
 *
 * @internal
 */
export function parseCommits(options: { output: string }): GitCommit[] {
  const fields = options.output.split('\0');
  const commits: GitCommit[] = [];
  for (let at = 0; at + fieldCount <= fields.length; at += fieldCount) {
    const [sha, tree, parents, an, ae, ad, cn, ce, cd, message] = fields.slice(
      at,
      at + fieldCount,
    );
    commits.push({
      sha,
      tree,
      parents: parents.split(' ').filter(parent => parent !== ''),
      author: { name: an, email: ae, date: toZulu(ad) },
      committer: { name: cn, email: ce, date: toZulu(cd) },
      message,
    });
  }
  return commits;
}
