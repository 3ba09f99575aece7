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

import type { GitCommit, TreeEntry } from '../git';
import type { Repository } from '../repositories';
import { type Html, html } from './html';
import { pagePath } from './pagePath';
import { renderLayout } from './renderLayout';
import { renderMarkdown } from './renderMarkdown';
import { renderRepositoryHead } from './renderRepositoryHead';
import { renderTime } from './renderTime';
import { repositoryCrumbs } from './repositoryCrumbs';

/** A repository with this file at its root is a platform's, and its charts come from the chart repository. */
const platformFile = 'service-matrix.yaml';

const kinds = {
  dir: 'directory',
  symlink: 'link',
  submodule: 'submodule',
};

function renderEntry(options: {
  repository: Repository;
  reference: string;
  directory: string;
  entry: TreeEntry;
}): Html {
  const { repository, reference, directory, entry } = options;
  const path = directory === '' ? entry.name : `${directory}/${entry.name}`;
  const href = pagePath({ repository, view: 'src', reference, path });
  const label = entry.type === 'dir' ? `${entry.name}/` : entry.name;
  return html`<tr>
    <th scope="row">
      ${entry.type === 'submodule'
        ? html`<bdi>${label}</bdi>`
        : html`<a href="${href}"><bdi>${label}</bdi></a>`}
    </th>
    <td class="number">
      ${entry.type === 'file' ? `${entry.size} bytes` : kinds[entry.type]}
    </td>
  </tr>`;
}

function renderTerminal(options: {
  url: string;
  repository: Repository;
  entries: readonly TreeEntry[];
}): Html {
  const { url, repository, entries } = options;
  const { owner, name } = repository;
  const isPlatform = entries.some(entry => entry.name === platformFile);
  return html`<p>In a terminal:</p>
    <pre><code>git clone ${url}/${owner}/${name}.git${isPlatform
      ? `\nhelm repo add local-forge ${url}/charts`
      : ''}</code></pre>`;
}

/**
 * A directory of a repository; at the root with the last commit and the lines for a terminal.
 *
 * @internal
 */
export function renderTree(options: {
  url: string;
  repository: Repository;
  reference: string;
  branches: readonly string[];
  latest: GitCommit;
  /** From the root, which is empty. */
  path: string;
  entries: readonly TreeEntry[];
  readme: { name: string; content: string } | undefined;
}): string {
  const { url, repository, reference, branches, latest, path } = options;
  const { entries, readme } = options;
  const [subject] = latest.message.split('\n');
  const root = html`<p>${repository.description}</p>
    ${renderTerminal({ url, repository, entries })}
    <p>
      Last commit:
      <a href="${pagePath({ repository })}/commit/${latest.sha}"
        ><bdi>${subject}</bdi></a
      >, <bdi>${latest.author.name}</bdi>,
      ${renderTime({ date: latest.author.date })}
    </p>
    <p>
      Branches:
      ${branches.map(
        branch =>
          html`<a
            href="${pagePath({ repository, view: 'src', reference: branch })}"
            ><bdi>${branch}</bdi></a
          > `,
      )}
    </p>`;
  return renderLayout({
    title: [repository.name, path].filter(part => part !== '').join('/'),
    crumbs: repositoryCrumbs({ repository, reference, path }),
    content: html`${renderRepositoryHead({
        repository,
        reference,
        view: 'src',
      })}
      ${path === '' ? root : undefined}
      <div class="scroll">
        <table>
          <caption>
            Files in
            <bdi>${path === '' ? repository.name : path}</bdi>
            at
            <bdi>${reference}</bdi>
          </caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col" class="number">Size or kind</th>
            </tr>
          </thead>
          <tbody>
            ${entries.map(entry =>
              renderEntry({ repository, reference, directory: path, entry }),
            )}
          </tbody>
        </table>
      </div>
      ${readme &&
      html`<section aria-labelledby="readme">
        <h2 id="readme"><bdi>${readme.name}</bdi></h2>
        <div class="readme">
          ${renderMarkdown({
            text: readme.content,
            base: `${pagePath({ repository, view: 'src', reference, path })}/`,
          })}
        </div>
      </section>`}`,
  });
}
