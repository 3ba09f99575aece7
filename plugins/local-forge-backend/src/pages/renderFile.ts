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

import type { TreeEntry } from '../git';
import type { Repository } from '../repositories';
import { type Html, html } from './html';
import { pagePath } from './pagePath';
import { renderLayout } from './renderLayout';
import { renderRepositoryHead } from './renderRepositoryHead';
import { repositoryCrumbs } from './repositoryCrumbs';

function renderContent(content: Buffer): Html {
  if (content.includes(0)) {
    return html`<p>This file is not text.</p>`;
  }
  const lines = content.toString().replace(/\n$/, '').split('\n');
  return html`<pre
    class="source"
    tabindex="0"
    role="region"
    aria-label="Content"
  ><code>${lines.map(
    (line, index) => html`<span id="L${index + 1}">${line}</span>`,
  )}</code></pre>`;
}

/**
 * A file, with line numbers.
 *
 * @internal
 */
export function renderFile(options: {
  repository: Repository;
  reference: string;
  path: string;
  entry: TreeEntry;
  /** Undefined: too large for a page. */
  content: Buffer | undefined;
}): string {
  const { repository, reference, path, entry, content } = options;
  const raw = pagePath({ repository, view: 'raw', reference, path });
  return renderLayout({
    title: `${repository.name}/${path}`,
    crumbs: repositoryCrumbs({ repository, reference, path }),
    content: html`${renderRepositoryHead({
        repository,
        reference,
        view: 'src',
      })}
      <h2><bdi>${path}</bdi></h2>
      <p>
        <span class="quiet"
          >${entry.type === 'symlink' ? 'A link to another path,' : undefined}
          ${entry.size} bytes at <bdi>${reference}</bdi></span
        >
        · <a href="${raw}">Raw</a>
      </p>
      ${content === undefined
        ? html`<p>This file is too large to be shown here.</p>`
        : renderContent(content)}`,
  });
}
