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

import type { StoredChart } from '../charts';
import type { Repository } from '../repositories';
import { type Html, html } from './html';
import { pagePath } from './pagePath';
import { renderLayout } from './renderLayout';
import { renderTime } from './renderTime';

function renderRepositories(repositories: readonly Repository[]): Html {
  if (repositories.length === 0) {
    return html`<p>There are no repositories yet.</p>`;
  }
  return html`<div class="scroll">
    <table>
      <caption>
        By owner and name
      </caption>
      <thead>
        <tr>
          <th scope="col">Repository</th>
          <th scope="col">Description</th>
          <th scope="col">Made</th>
        </tr>
      </thead>
      <tbody>
        ${repositories.map(
          repository => html`<tr>
            <th scope="row">
              <a href="${pagePath({ repository })}"
                >${repository.owner}/${repository.name}</a
              >
              ${repository.archived
                ? html`<span class="label">archived</span>`
                : undefined}
            </th>
            <td>${repository.description}</td>
            <td>${renderTime({ date: repository.createdAt })}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function renderCharts(charts: readonly StoredChart[]): Html {
  if (charts.length === 0) {
    return html`<p>There are no charts yet.</p>`;
  }
  return html`<div class="scroll">
    <table>
      <caption>
        The highest version first
      </caption>
      <thead>
        <tr>
          <th scope="col">Chart</th>
          <th scope="col">Version</th>
          <th scope="col">Application</th>
          <th scope="col">Description</th>
          <th scope="col">Published</th>
        </tr>
      </thead>
      <tbody>
        ${charts.map(
          ({ metadata, file, createdAt }) => html`<tr>
            <th scope="row">${metadata.name}</th>
            <td>
              <a href="/charts/${encodeURIComponent(file)}"
                >${metadata.version}</a
              >
            </td>
            <td>${metadata.appVersion}</td>
            <td>${metadata.description}</td>
            <td>${renderTime({ date: createdAt.toISOString() })}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/**
 * The first page: all repositories and charts, or those repositories that one owner has.
 *
 * @internal
 */
export function renderHome(options: {
  url: string;
  owner?: string;
  repositories: readonly Repository[];
  charts: readonly StoredChart[];
}): string {
  const { url, owner, repositories, charts } = options;
  if (owner !== undefined) {
    return renderLayout({
      title: owner,
      content: html`<h1>${owner}</h1>
        ${renderRepositories(repositories)}`,
    });
  }
  return renderLayout({
    title: 'Repositories and charts',
    content: html`<h1>Repositories and charts</h1>
      <section aria-labelledby="repositories">
        <h2 id="repositories">Repositories</h2>
        ${renderRepositories(repositories)}
      </section>
      <section aria-labelledby="charts">
        <h2 id="charts">Charts</h2>
        <pre><code>helm repo add local-forge ${url}/charts</code></pre>
        ${renderCharts(charts)}
      </section>`,
  });
}
