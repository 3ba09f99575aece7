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

import type { Repository } from '../repositories';
import { addresses } from './addresses';
import { describeOwner } from './describeOwner';
import { identifier } from './identifier';

/**
 * A repository as Gitea's `Repository`, without the counters and settings that the forge has not.
 *
 * @internal
 */
export function describeRepository(options: {
  url: string;
  repository: Repository;
  empty: boolean;
  /** Who asks; only the forge's user may push. */
  user: string | undefined;
}) {
  const { url, repository, empty, user } = options;
  const { owner, name, description, archived } = repository;
  const { html, api } = addresses({ url, repository });
  const writable = user !== undefined;
  return {
    id: identifier({ name: `${owner}/${name}` }),
    owner: describeOwner({ url, name: owner }),
    name,
    full_name: `${owner}/${name}`,
    description,
    empty,
    private: repository.private,
    fork: false,
    template: false,
    mirror: false,
    html_url: html,
    url: api,
    clone_url: `${html}.git`,
    default_branch: repository.defaultBranch,
    archived,
    created_at: repository.createdAt,
    permissions: { admin: writable, push: writable, pull: true },
    has_pull_requests: false,
    object_format_name: 'sha1',
  };
}
