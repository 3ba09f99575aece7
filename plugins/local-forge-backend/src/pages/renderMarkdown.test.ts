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

import { renderMarkdown } from './renderMarkdown';

function render(text: string): string {
  const base = '/shop/x/src/branch/main/docs/';
  return renderMarkdown({ text, base }).text.replace(/\s*\n\s*/g, '');
}

describe('renderMarkdown', () => {
  it.each([
    ['# A\n\ntext\nmore', '<h3>A</h3><p>text more</p>'],
    ['###### A', '<h6>A</h6>'],
    [
      '- a\n- b\n  more\n\n1. c',
      '<ul><li>a</li><li>b more</li></ul><ol><li>c</li></ol>',
    ],
    ['```sh\n<b>\n```\nx', '<pre><code>&lt;b&gt;</code></pre><p>x</p>'],
    ['```\nopen', '<pre><code>open</code></pre>'],
    ['---', '<hr />'],
    ['`a` **b**', '<p><code>a</code> <strong>b</strong></p>'],
    ['[a](b.md)', '<p><a href="/shop/x/src/branch/main/docs/b.md">a</a></p>'],
    ['[a](../b)', '<p><a href="/shop/x/src/branch/main/b">a</a></p>'],
    [
      '[a](https://example.com/?a&b)',
      '<p><a href="https://example.com/?a&amp;b">a</a></p>',
    ],
    ['[a](#b) [c](/d)', '<p>a c</p>'],
  ])('renders %j', (text, expected) => {
    expect(render(text)).toBe(expected);
  });

  it('renders a table', () => {
    const text = render('| a | b |\n|---|:-:|\n| 1 | `2` |');
    expect(text).toContain('<th scope="col">a</th>');
    expect(text).toContain('<td><code>2</code></td>');
  });

  it.each([
    '<script>alert(1)</script>',
    '[x](javascript:alert(1))',
    '[x](JavaScript:alert`1`)',
    '[x](data:text/html,<script>)',
    '![x](https://example.com/x.png)',
    '[x](https://e.com/"onmouseover="a)',
    '[<img src=x>](a)',
    '[x](\\\\[)',
    '`<img src=x>`',
    '# <img src=x>',
    '| <img src=x> |\n|--|\n| <img src=x> |',
    '- <img src=x>',
  ])('makes nothing live of %j', text => {
    expect(render(text)).not.toMatch(
      /<script|<img|href="(javascript|data):|onmouseover="/i,
    );
  });

  it('is quick with lines that are made to be slow', () => {
    const start = Date.now();
    for (const piece of ['[', '`', '**', '# ', '|', '-', ' ', '1. ', '[a](']) {
      render(piece.repeat(100_000));
      render(`${piece.repeat(900)}\n`.repeat(200));
    }
    expect(Date.now() - start).toBeLessThan(5000);
  });
});
