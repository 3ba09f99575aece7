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

import type { GitCommit, GitSignature } from '../git';
import type { Repository } from '../repositories';
import { addresses } from './addresses';

function describePerson(person: GitSignature) {
  return { name: person.name, email: person.email, username: '' };
}

/**
 * A branch as Gitea's `Branch`; none is protected.
 *
 * @internal
 */
export function describeBranch(options: {
  url: string;
  repository: Repository;
  name: string;
  commit: GitCommit;
  /** Who asks; only the forge's user may push. */
  user: string | undefined;
}) {
  const { name, commit, user } = options;
  return {
    name,
    commit: {
      id: commit.sha,
      message: commit.message,
      url: `${addresses(options).html}/commit/${commit.sha}`,
      author: describePerson(commit.author),
      committer: describePerson(commit.committer),
      timestamp: commit.committer.date,
    },
    protected: false,
    required_approvals: 0,
    enable_status_check: false,
    status_check_contexts: [],
    user_can_push: user !== undefined,
    user_can_merge: user !== undefined,
    effective_branch_protection_name: '',
  };
}
