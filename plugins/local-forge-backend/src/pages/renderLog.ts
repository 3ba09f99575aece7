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
import { html } from './html';
import { pagePath } from './pagePath';
import { renderLayout } from './renderLayout';
import { renderRepositoryHead } from './renderRepositoryHead';
import { renderTime } from './renderTime';
import { repositoryCrumbs } from './repositoryCrumbs';

/**
 * The commits of a branch, newest first, a page of them.
 *
 * @internal
 */
export function renderLog(options: {
  repository: Repository;
  reference: string;
  commits: readonly GitCommit[];
  page: number;
  total: number;
  /** Whether older commits follow. */
  more: boolean;
}): string {
  const { repository, reference, commits, page, total, more } = options;
  const href = pagePath({ repository, view: 'commits', reference });
  return renderLayout({
    title: `Commits of ${repository.name}`,
    crumbs: repositoryCrumbs({ repository }),
    content: html`${renderRepositoryHead({
        repository,
        reference,
        view: 'commits',
      })}
      <div class="scroll">
        <table>
          <caption>
            ${total} commits on
            <bdi>${reference}</bdi
            >, page ${page}
          </caption>
          <thead>
            <tr>
              <th scope="col">Commit</th>
              <th scope="col">Author</th>
              <th scope="col">Date</th>
              <th scope="col">Id</th>
            </tr>
          </thead>
          <tbody>
            ${commits.map(
              commit => html`<tr>
                <th scope="row">
                  <a href="${pagePath({ repository })}/commit/${commit.sha}"
                    ><bdi>${commit.message.split('\n')[0]}</bdi></a
                  >
                </th>
                <td><bdi>${commit.author.name}</bdi></td>
                <td>${renderTime({ date: commit.author.date })}</td>
                <td><code>${commit.sha.slice(0, 10)}</code></td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <nav aria-label="Pages">
        <ul class="tabs">
          ${page > 1
            ? html`<li><a href="${href}?page=${page - 1}">Newer</a></li>`
            : undefined}
          ${more
            ? html`<li><a href="${href}?page=${page + 1}">Older</a></li>`
            : undefined}
        </ul>
      </nav>`,
  });
}
