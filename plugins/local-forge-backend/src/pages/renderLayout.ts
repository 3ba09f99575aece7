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

import { type Html, html } from './html';

/**
 * A whole page around its content.
 *
 * @internal
 */
export function renderLayout(options: {
  title: string;
  /** Where the page is, from the outside in, itself excluded. */
  crumbs?: ReadonlyArray<{ label: string; href: string }>;
  content: Html;
}): string {
  const { title, crumbs = [], content } = options;
  const trail = html`<nav aria-label="Breadcrumb">
    <ol>
      ${crumbs.map(
        ({ label, href }) =>
          html`<li>
            <a href="${href}"><bdi>${label}</bdi></a>
          </li>`,
      )}
    </ol>
  </nav>`;
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Local forge</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/-/style.css" />
      </head>
      <body>
        <a class="skip" href="#content">Skip to content</a>
        <header>
          <p><a href="/">Local forge</a></p>
          ${crumbs.length > 0 ? trail : undefined}
        </header>
        <main id="content">${content}</main>
        <footer>
          <p>A git server for development, on this machine only.</p>
        </footer>
      </body>
    </html>`.text;
}
