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

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const sources = resolve(__dirname, '..');
const pages = resolve(__dirname, '../../../../docs/reference/rules');
/** Rooms whose findings are about a platform repository, and not about one operation. */
const rooms = [
  'agreement',
  'charts',
  'derived',
  'matrix',
  'platform',
  'wiring',
];
/** An operation's own finding, which says all in its message. */
const ofOperations = ['umbrella-lock-stale'];

/** Ids in the sources, as findings name them. */
function namedRules(): string[] {
  const texts = rooms.flatMap(room =>
    readdirSync(join(sources, room), { recursive: true, encoding: 'utf8' })
      .filter(file => /^(?!.*(__|\.test\.)).*\.ts$/.test(file))
      .map(file => readFileSync(join(sources, room, file), 'utf8')),
  );
  const ids = texts.flatMap(text =>
    [...text.matchAll(/\b(?:rule|id): '([a-z-]+)'/g)].map(([, id]) => id),
  );
  return [...new Set(ids)].filter(id => !ofOperations.includes(id)).sort();
}

describe('docs/reference/rules', () => {
  const files = readdirSync(pages).filter(file => file !== 'README.md');

  it('has a page for each rule that a finding names', () => {
    const ids = namedRules();
    expect(ids.length).toBeGreaterThan(60);
    expect(ids.filter(id => !files.includes(`${id}.md`))).toEqual([]);
  });

  it('lists each page with its first sentence', () => {
    const index = readFileSync(join(pages, 'README.md'), 'utf8');
    for (const file of files) {
      const [title, summary] = readFileSync(join(pages, file), 'utf8').split(
        '\n\n',
      );
      const id = file.replace(/\.md$/, '');
      expect(title).toBe(`# ${id}`);
      expect(index).toContain(
        `| [${id}](${file}) | ${summary.split('\n')[0].trim()} |`,
      );
    }
  });
});
