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

import { readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from './runCommand.mjs';

const countReporter = fileURLToPath(
  new URL('countReporter.mjs', import.meta.url),
);

/**
 * A part of Node's own test runner: every `*.test.mjs` and `*.test.ts` below a folder.
 * They may import the packages of this repository as their sources stand. `globalSetup` is a module that runs once before
 * all of them; `concurrency` is how many files run at once.
 */
export function nodePart(partOptions) {
  const { folder, globalSetup, concurrency = 2 } = partOptions;
  return async options => {
    const { root, env, progress, show, scratch } = options;
    const files = await testFiles(resolve(root, folder));
    if (files.length === 0) {
      return { passed: 0, failed: 0, skipped: [`${folder} has no tests`] };
    }
    const resultFile = join(scratch, 'node.json');
    let tests = 0;
    const { code, lines } = await runCommand({
      command: process.execPath,
      args: [
        ...['--require', '@backstage/cli-node/config/nodeTransform.cjs'],
        ...['--test', `--test-concurrency=${concurrency}`],
        ...(globalSetup
          ? [`--test-global-setup=${resolve(root, globalSetup)}`]
          : []),
        ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
        `--test-reporter=${countReporter}`,
        `--test-reporter-destination=${resultFile}`,
        ...files,
      ],
      cwd: root,
      env,
      onLine(line) {
        if (/^\s*[✔✖] /.test(line)) {
          tests += 1;
          progress.doing = `${tests} tests done`;
        }
      },
    });
    const text = await readFile(resultFile, 'utf8').catch(() => '');
    const result = text
      ? JSON.parse(text)
      : { passed: 0, failed: 0, skipped: [] };
    if (code !== 0) {
      show({ title: folder, lines });
      result.failed = Math.max(result.failed, 1);
    }
    return result;
  };
}

async function testFiles(directory) {
  const entries = await readdir(directory, { recursive: true }).catch(() => []);
  return entries
    .filter(
      entry => /\.test\.(mjs|ts)$/.test(entry) && !/node_modules/.test(entry),
    )
    .sort()
    .map(entry => join(directory, entry));
}
