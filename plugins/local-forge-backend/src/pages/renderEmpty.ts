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
import { html } from './html';
import { renderLayout } from './renderLayout';
import { repositoryCrumbs } from './repositoryCrumbs';

/**
 * A repository without a commit on its default branch.
 *
 * @internal
 */
export function renderEmpty(options: {
  url: string;
  repository: Repository;
}): string {
  const { url, repository } = options;
  const { owner, name, defaultBranch } = repository;
  return renderLayout({
    title: name,
    crumbs: repositoryCrumbs({ repository }),
    content: html`<h1>${name}</h1>
      <p>${repository.description}</p>
      <p>
        There is no commit on <code>${defaultBranch}</code> yet. The first push
        makes one:
      </p>
      <pre><code>git clone ${url}/${owner}/${name}.git
git push origin ${defaultBranch}</code></pre>`,
  });
}
