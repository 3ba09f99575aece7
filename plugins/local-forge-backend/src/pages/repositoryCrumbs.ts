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
import { pagePath } from './pagePath';

/**
 * The way to a place in a repository: owner, repository, directories.
 *
 * @internal
 */
export function repositoryCrumbs(options: {
  repository: Repository;
  reference?: string;
  path?: string;
}): Array<{ label: string; href: string }> {
  const { repository, reference, path = '' } = options;
  const parts = path.split('/').filter(part => part !== '');
  return [
    { label: repository.owner, href: `/${repository.owner}` },
    { label: repository.name, href: pagePath({ repository }) },
    ...parts.map((label, index) => ({
      label,
      href: pagePath({
        repository,
        view: 'src',
        reference,
        path: parts.slice(0, index + 1).join('/'),
      }),
    })),
  ];
}
