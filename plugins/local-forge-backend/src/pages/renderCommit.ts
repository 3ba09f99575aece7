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
import { type Html, html } from './html';
import { pagePath } from './pagePath';
import { renderLayout } from './renderLayout';
import { renderRepositoryHead } from './renderRepositoryHead';
import { renderTime } from './renderTime';
import { repositoryCrumbs } from './repositoryCrumbs';

const kinds: Readonly<Record<string, string>> = {
  '+': 'added',
  '-': 'removed',
  '@': 'hunk',
};

/** From `a/path b/path`; both, where a file was renamed. */
function fileName(head: string): string {
  const half = (head.length - 1) / 2;
  const [before, after] = [head.slice(2, half), head.slice(half + 3)];
  return before === after ? after : head;
}

/** One file's part of a patch. Its head says which file; its lines begin with what happened to them. */
function renderFilePatch(patch: string): Html {
  const lines = patch.replace(/\n$/, '').split('\n');
  const firstHunk = lines.findIndex(line => line.startsWith('@@'));
  const body = firstHunk < 0 ? lines.slice(1) : lines.slice(firstHunk);
  const head = fileName(lines[0].replace(/^diff --git /, ''));
  return html`<section>
    <h3><bdi>${head}</bdi></h3>
    <pre
      class="patch"
      tabindex="0"
      role="region"
      aria-label="Change of ${head}"
    ><code>${body.map(line => {
      const kind = firstHunk < 0 ? undefined : kinds[line[0]];
      return html`<span class="${kind ?? 'same'}">${line}</span>`;
    })}</code></pre>
  </section>`;
}

function renderPerson(person: GitSignature): Html {
  return html`<bdi>${person.name}</bdi> &lt;<bdi>${person.email}</bdi>&gt;,
    ${renderTime({ date: person.date })}`;
}

/**
 * A commit and what it changed.
 *
 * @internal
 */
export function renderCommit(options: {
  repository: Repository;
  commit: GitCommit;
  patch: string;
  /** Whether the patch goes on beyond what is given. */
  cut: boolean;
}): string {
  const { repository, commit, patch, cut } = options;
  const files = patch === '' ? [] : patch.split(/^(?=diff --git )/m);
  const [subject, ...rest] = commit.message.split('\n');
  const explanation = rest.join('\n').trim();
  return renderLayout({
    title: subject,
    crumbs: repositoryCrumbs({ repository }),
    content: html`${renderRepositoryHead({
        repository,
        reference: repository.defaultBranch,
        view: undefined,
      })}
      <h2><bdi>${subject}</bdi></h2>
      <dl>
        <dt>Commit</dt>
        <dd><code>${commit.sha}</code></dd>
        <dt>Author</dt>
        <dd>${renderPerson(commit.author)}</dd>
        <dt>Committer</dt>
        <dd>${renderPerson(commit.committer)}</dd>
        <dt>Parents</dt>
        <dd>
          ${commit.parents.length === 0 ? 'none' : undefined}
          ${commit.parents.map(
            sha =>
              html`<a href="${pagePath({ repository })}/commit/${sha}"
                ><code>${sha.slice(0, 10)}</code></a
              > `,
          )}
        </dd>
      </dl>
      ${explanation === ''
        ? undefined
        : html`<pre><code>${explanation}</code></pre>`}
      ${files.map(renderFilePatch)}
      ${cut
        ? html`<p>
            The change is larger than this page; the rest is in the repository.
          </p>`
        : undefined}`,
  });
}
