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
import { type Html, html } from './html';
import { pagePath } from './pagePath';

/**
 * What stands at the top of every page of a repository: its name, and the ways between its pages.
 *
 * @internal
 */
export function renderRepositoryHead(options: {
  repository: Repository;
  /** The branch, tag or commit that is looked at. */
  reference: string;
  /** Which of the ways leads here. */
  view: 'src' | 'commits' | undefined;
}): Html {
  const { repository, reference, view } = options;
  const tab = (name: 'src' | 'commits', label: string) => html`<li>
    <a
      href="${pagePath({ repository, view: name, reference })}"
      ${view === name ? html`aria-current="page"` : undefined}
      >${label}</a
    >
  </li>`;
  return html`<h1>
      ${repository.name}
      ${repository.archived
        ? html`<span class="label">archived</span>`
        : undefined}
    </h1>
    <nav aria-label="Repository">
      <ul class="tabs">
        ${tab('src', 'Files')}${tab('commits', 'Commits')}
      </ul>
    </nav>`;
}
