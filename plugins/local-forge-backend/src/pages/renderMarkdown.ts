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

/** A longer line is shown as it is written, so that no line can keep the server busy. */
const maximumLine = 2000;

const fence = /^ {0,3}(```|~~~)/;
const heading = /^(#{1,6}) +(.*)$/;
const listItem = /^ {0,8}(?:[-*+]|(\d+)[.)]) +(.*)$/;
const rule = /^ {0,3}(-{3,}|\*{3,}|_{3,}) *$/;
const tableRule = /^[ :|-]+$/;

function linkTarget(target: string, base: string): string | undefined {
  if (/^https?:\/\//i.test(target)) {
    return target;
  }
  if (/^(#|\/|[a-z][-+.a-z0-9]*:)/i.test(target)) {
    return undefined;
  }
  const from = new URL(base, 'http://localhost').href;
  if (!URL.canParse(target, from)) {
    return undefined;
  }
  const address = new URL(target, from);
  return address.pathname + address.hash;
}

/** Code, bold and links within a line; all else is text. */
function renderInline(line: string, base: string): Html {
  if (line.length > maximumLine) {
    return html`${line}`;
  }
  const parts: Html[] = [];
  let from = 0;
  const marks = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]*)\]\(([^()\s]+)\)/g;
  for (const mark of line.matchAll(marks)) {
    parts.push(html`${line.slice(from, mark.index)}`);
    from = mark.index + mark[0].length;
    const [, code, bold, label, target] = mark;
    const href = target && linkTarget(target, base);
    if (code !== undefined) {
      parts.push(html`<code>${code}</code>`);
    } else if (bold !== undefined) {
      parts.push(html`<strong>${bold}</strong>`);
    } else {
      parts.push(href ? html`<a href="${href}">${label}</a>` : html`${label}`);
    }
  }
  return html`${parts}${line.slice(from)}`;
}

function renderTable(rows: readonly string[], base: string): Html {
  const cells = (row: string) =>
    row
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|')
      .map(cell => renderInline(cell.trim(), base));
  const [head, , ...body] = rows;
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          ${cells(head).map(cell => html`<th scope="col">${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${body.map(
          row =>
            html`<tr>
              ${cells(row).map(cell => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function renderHeading(level: number, content: Html): Html {
  // Below the page's own first and second level.
  switch (Math.min(level + 2, 6)) {
    case 3:
      return html`<h3>${content}</h3>`;
    case 4:
      return html`<h4>${content}</h4>`;
    case 5:
      return html`<h5>${content}</h5>`;
    default:
      return html`<h6>${content}</h6>`;
  }
}

/**
 * Renders what a README mostly holds: headings, paragraphs, lists, tables, code, bold, links. Anything else,
 * HTML included, appears as the text it is.
 *
 * @internal
 */
export function renderMarkdown(options: {
  text: string;
  /** The path that relative links start from. */
  base: string;
}): Html {
  const { base } = options;
  const lines = options.text.split(/\r?\n/);
  const blocks: Html[] = [];
  let at = 0;

  const take = (goesOn: (line: string) => boolean): string[] => {
    const start = at;
    while (at < lines.length && goesOn(lines[at])) {
      at += 1;
    }
    return lines.slice(start, at);
  };
  const isTable = () =>
    lines[at].includes('|') && tableRule.test(lines[at + 1] ?? '');
  const isText = (line: string) =>
    line.trim() !== '' &&
    ![fence, heading, listItem, rule].some(p => p.test(line));

  while (at < lines.length) {
    const line = lines[at];
    const [, hashes, title] = heading.exec(line) ?? [];
    const [, mark] = fence.exec(line) ?? [];
    const item = listItem.exec(line);
    if (line.trim() === '') {
      at += 1;
    } else if (mark) {
      at += 1;
      const code = take(next => !next.trimStart().startsWith(mark));
      at += 1;
      blocks.push(html`<pre><code>${code.join('\n')}</code></pre>`);
    } else if (hashes) {
      at += 1;
      blocks.push(renderHeading(hashes.length, renderInline(title, base)));
    } else if (rule.test(line)) {
      at += 1;
      blocks.push(html`<hr />`);
    } else if (item) {
      const items: string[] = [];
      while (at < lines.length && listItem.test(lines[at])) {
        const [, , text] = listItem.exec(lines[at])!;
        at += 1;
        items.push([text, ...take(isText).map(more => more.trim())].join(' '));
      }
      const list = items.map(
        text => html`<li>${renderInline(text, base)}</li>`,
      );
      blocks.push(
        item[1]
          ? html`<ol>
              ${list}
            </ol>`
          : html`<ul>
              ${list}
            </ul>`,
      );
    } else if (isTable()) {
      blocks.push(
        renderTable(
          take(next => next.includes('|')),
          base,
        ),
      );
    } else {
      const paragraph = take(isText).map(text => text.trim());
      blocks.push(html`<p>${renderInline(paragraph.join(' '), base)}</p>`);
    }
  }
  return html`${blocks}`;
}
