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
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { commonChart } from './support/repository.mjs';

const chart = fileURLToPath(new URL('unit', import.meta.url));
const program = process.env.CHARTROOM_HELM_UNITTEST;

const suites = (await readdir(join(chart, 'tests'), { recursive: true }))
  .filter(file => file.endsWith('_test.yaml'))
  .sort();

/** What helm-unittest says of one suite, and how many of its tests passed. */
function runSuite({ directory, suite }) {
  return new Promise(resolve => {
    execFile(
      program,
      ['--strict', '--color=false', '-f', join('tests', suite), directory],
      (error, output, complaints) =>
        resolve({
          ok: !error,
          said: `${output}${complaints}`,
          passed: Number(output.match(/^Tests:.*?(\d+) passed/m)?.[1] ?? 0),
        }),
    );
  });
}

describe(
  "the common chart's units",
  { skip: !program && 'it is absent' },
  () => {
    let directory;
    let count = 0;
    before(async () => {
      directory = await mkdtemp(join(tmpdir(), 'chartroom-unit-'));
      await cp(chart, directory, { recursive: true });
      await cp(commonChart, join(directory, 'charts/platform-common'), {
        recursive: true,
      });
    });
    after(async () => {
      console.log(`helm-unittest: ${count} tests in ${suites.length} suites`);
      await rm(directory, { recursive: true });
    });

    for (const suite of suites) {
      it(suite.replace('_test.yaml', ''), async () => {
        const { ok, said, passed } = await runSuite({ directory, suite });
        assert.ok(ok, said);
        assert.ok(passed > 0, `${suite} has no test\n${said}`);
        count += passed;
      });
    }

    for (const room of ['kinds', 'workloads']) {
      it(`has a suite for each of the ${room}`, async () => {
        const templates = await readdir(join(commonChart, 'templates', room));
        const missing = templates
          .map(
            file => `${room}/${file.replace(/^_(.*)\.tpl$/, '$1_test.yaml')}`,
          )
          .filter(suite => !suites.includes(suite));
        assert.deepEqual(missing, []);
      });
    }
  },
);
