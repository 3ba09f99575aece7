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
/** Rooms whose findings are about one operation, and not about a platform repository. */
const rooms = ['plan', 'platformOperations', 'umbrellaImport'];

/** Ids in the sources, as findings name them. */
function namedFindings(): string[] {
  const texts = rooms.flatMap(room =>
    readdirSync(join(sources, room), { recursive: true, encoding: 'utf8' })
      .filter(file => /^(?!.*(__|\.test\.)).*\.ts$/.test(file))
      .map(file => readFileSync(join(sources, room, file), 'utf8')),
  );
  const ids = texts.flatMap(text =>
    [...text.matchAll(/\brule(?::| =) '([a-z-]+)'|'(import-[a-z-]+)'/g)].map(
      ([, rule, question]) => rule ?? question,
    ),
  );
  return [...new Set(ids)].sort();
}

describe('docs/reference/rules', () => {
  it('has a page for each finding of an operation', () => {
    const ids = namedFindings();
    expect(ids.length).toBeGreaterThan(30);
    const files = readdirSync(pages);
    expect(ids.filter(id => !files.includes(`${id}.md`))).toEqual([]);
  });
});
