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
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { jestResult } from './jestPart.mjs';
import { nodePart } from './nodePart.mjs';
import { chooseParts } from './parts.mjs';
import { createReport } from './report.mjs';
import { runPart } from './runPart.mjs';
import { isSuccess, summaryLines } from './summary.mjs';

const names = args => chooseParts(args).map(({ name }) => name);

test('without names all parts run but those on demand', () => {
  assert.ok(names([]).includes('unit'));
  assert.ok(names(['--no-skips']).includes('browser'));
  assert.ok(names([]).includes('cluster'));
  assert.ok(!names([]).includes('bench'));
});

test('named parts run in their order, and an unknown one is refused', () => {
  assert.deepEqual(names(['unit', 'types']), ['types', 'unit']);
  assert.deepEqual(names(['bench']), ['bench']);
  assert.throws(() => chooseParts(['units']), /There is no part "units"/);
});

test('the counts stand on a line of their own, after the names of what was skipped', () => {
  const results = [
    { name: 'unit', passed: 7, failed: 1, skipped: ['Helm renders'] },
    { name: 'browser', passed: 0, failed: 0, skipped: ['no Chromium'] },
  ];
  assert.deepEqual(summaryLines(results), [
    'skipped: unit (Helm renders)',
    'skipped: browser (no Chromium)',
    '',
    '7 passed, 1 failed, 2 skipped',
  ]);
});

test('a failure fails the run, and so does a skip where none may be', () => {
  const skipping = [{ failed: 0, skipped: ['no Chromium'] }];
  assert.equal(isSuccess({ results: skipping, noSkips: false }), true);
  assert.equal(isSuccess({ results: skipping, noSkips: true }), false);
  assert.equal(
    isSuccess({ results: [{ failed: 1, skipped: [] }], noSkips: false }),
    false,
  );
});

test('a Jest file that could not run counts as a failure', () => {
  assert.deepEqual(
    jestResult({
      numPassedTests: 3,
      numFailedTests: 1,
      numRuntimeErrorTestSuites: 1,
      testResults: [
        {
          assertionResults: [
            { status: 'passed', fullName: 'a' },
            { status: 'pending', fullName: 'b' },
          ],
        },
      ],
    }),
    { passed: 3, failed: 2, skipped: ['b'] },
  );
});

test('a part whose requirement is missing is skipped by name', async () => {
  const lines = [];
  const result = await runPart({
    part: { name: 'browser', requires: ['CHARTROOM_CHROMIUM'] },
    report: createReport({ write: text => lines.push(text) }),
    missing: { CHARTROOM_CHROMIUM: 'no Chromium; install it' },
  });
  assert.deepEqual(result.skipped, ['no Chromium; install it']);
  assert.match(lines.join(''), /browser +skipped: no Chromium; install it/);
});

test("tests of Node's runner are counted, and their failures shown", async t => {
  const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  const scratch = await mkdtemp(join(tmpdir(), 'chartroom-part-'));
  t.after(() => rm(scratch, { recursive: true }));
  await mkdir(join(scratch, 'suite'));
  await writeFile(
    join(scratch, 'suite', 'some.test.mjs'),
    `import { describe, test } from 'node:test';
     test('passes', () => {});
     test('fails', () => { throw new Error('as it should'); });
     test('is skipped', { skip: true }, () => {});
     describe('group', () => { test('inner', () => {}); });`,
  );
  const shown = [];
  const { NODE_TEST_CONTEXT: _context, ...env } = process.env;
  const result = await nodePart({ folder: join(scratch, 'suite') })({
    root,
    env,
    scratch,
    progress: {},
    show: failure => shown.push(...failure.lines),
  });
  assert.deepEqual(result, { passed: 2, failed: 1, skipped: ['is skipped'] });
  assert.match(shown.join('\n'), /as it should/);
});
