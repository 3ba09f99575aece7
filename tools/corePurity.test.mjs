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

import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const core = join(
  dirname(dirname(fileURLToPath(import.meta.url))),
  'plugins',
  'chartroom-common',
);
const purityRules = [
  'no-restricted-imports',
  'no-restricted-globals',
  'no-restricted-syntax',
];
const eslint = new ESLint({ cwd: core });

async function brokenRules(code, filePath = join(core, 'src', 'fixture.ts')) {
  const [result] = await eslint.lintText(code, { filePath });
  return result.messages
    .map(({ ruleId }) => ruleId)
    .filter(rule => purityRules.includes(rule));
}

const impure = {
  'no-restricted-imports': [
    "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;",
    "import http from 'http';\nexport const get = http.get;",
    "export { readFile } from 'fs/promises';",
  ],
  'no-restricted-globals': [
    'export const home = process.env.HOME;',
    "export const answer = fetch('https://example.com');",
    'export const later = setTimeout(() => {}, 1);',
    "export const bytes = Buffer.from('text');",
    'export const id = crypto.randomUUID();',
    'export const chosen = globalThis.Date;',
  ],
  'no-restricted-syntax': [
    'export const now = Date.now();',
    'export const today = new Date();',
    'export const text = Date();',
    'export const chance = Math.random();',
    "export const loaded = import('yaml');",
  ],
};

for (const [rule, sources] of Object.entries(impure)) {
  for (const source of sources) {
    test(`the core may not contain: ${source}`, async () => {
      assert.deepEqual(await brokenRules(source), [rule]);
    });
  }
}

test('the core may turn a given time into a date', async () => {
  assert.deepEqual(
    await brokenRules('export const at = (time: string) => new Date(time);'),
    [],
  );
});

test('tests of the core may read fixtures', async () => {
  assert.deepEqual(
    await brokenRules(
      "import { readFileSync } from 'node:fs';\nexport const text = readFileSync(process.argv[1]);",
      join(core, 'src', 'fixture.test.ts'),
    ),
    [],
  );
});
