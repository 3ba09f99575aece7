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

import type { GitCommit } from '../git';
import type { Repository } from '../repositories';
import { addresses } from './addresses';

/**
 * A commit as Gitea's `Commit`, without the files it touched.
 *
 * @internal
 */
export function describeCommit(options: {
  url: string;
  repository: Repository;
  commit: GitCommit;
}) {
  const { commit } = options;
  const { html, api } = addresses(options);
  const url = `${api}/git/commits/${commit.sha}`;
  const created = commit.committer.date;
  return {
    url,
    sha: commit.sha,
    created,
    html_url: `${html}/commit/${commit.sha}`,
    commit: {
      url,
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: {
        url: `${api}/git/trees/${commit.tree}`,
        sha: commit.tree,
        created,
      },
    },
    // Gitea's accounts of these people; the forge has none.
    author: null,
    committer: null,
    parents: commit.parents.map(sha => ({
      url: `${api}/git/commits/${sha}`,
      sha,
    })),
  };
}
