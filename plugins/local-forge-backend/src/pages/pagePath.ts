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

/**
 * The path of a repository's page, with every name encoded.
 *
 * @internal
 */
export function pagePath(options: {
  repository: Pick<Repository, 'owner' | 'name'>;
  /** Absent: the repository's first page. */
  view?: 'src' | 'raw' | 'commits';
  reference?: string;
  /** Of a file or directory. */
  path?: string;
}): string {
  const { repository, view, reference = '', path = '' } = options;
  const parts = [repository.owner, repository.name];
  if (view !== undefined) {
    parts.push(view, 'branch', reference);
    parts.push(...path.split('/').filter(part => part !== ''));
  }
  return `/${parts.map(encodeURIComponent).join('/')}`;
}
