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

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInstalled } from './runInstalled.mjs';

/** The tests of all packages, by Backstage's Jest. */
export async function jestPart(options) {
  const { root, env, progress, show, scratch } = options;
  const resultFile = join(scratch, 'jest.json');
  let files = 0;
  const { code, lines } = await runInstalled({
    root,
    command: [
      ...['backstage-cli', 'repo', 'test', '--maxWorkers=2', '--json'],
      `--outputFile=${resultFile}`,
    ],
    // With CI set Backstage does not watch
    env: { ...env, CI: 'true' },
    onLine(line) {
      if (/^(PASS|FAIL) /.test(line)) {
        files += 1;
        progress.doing = `${files} test files done`;
      }
    },
  });
  const text = await readFile(resultFile, 'utf8').catch(() => '{}');
  const result = jestResult(JSON.parse(text));
  if (code !== 0) {
    show({ title: 'Jest', lines });
    // Jest may also fail without a failing test, as by coverage or a crash
    result.failed = Math.max(result.failed, 1);
  }
  return result;
}

/** What Jest's JSON says: a file that could not run counts as one failure. */
export function jestResult(report) {
  const skipped = (report.testResults ?? []).flatMap(file =>
    file.assertionResults
      .filter(({ status }) => ['pending', 'todo', 'disabled'].includes(status))
      .map(({ fullName }) => fullName),
  );
  return {
    passed: report.numPassedTests ?? 0,
    failed:
      (report.numFailedTests ?? 0) + (report.numRuntimeErrorTestSuites ?? 0),
    skipped,
  };
}
