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
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';

const module = name => new URL(name, import.meta.url).href;
let directory;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'chartroom-launch-'));
});
afterEach(() => rm(directory, { recursive: true }));

/** Runs a command that is made of the launcher, and stops it when it has written a word. */
async function command(options) {
  const { body, args = [], stopAt } = options;
  const file = join(directory, 'command.mjs');
  await writeFile(
    file,
    `import { launch } from '${module('launch.mjs')}';
     import { LauncherError } from '${module('launcherError.mjs')}';
     import { runCommand } from '${module('runCommand.mjs')}';
     await launch({ run: async ({ report, env }) => { ${body} } });`,
  );
  const child = spawn(process.execPath, [file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', data => {
      output += data;
      if (stopAt && String(data).includes(stopAt)) {
        child.kill('SIGINT');
      }
    });
  }
  const code = await new Promise(resolve => child.once('close', resolve));
  return { code, output };
}

test('the exit code is what the command returns', async () => {
  assert.deepEqual(await command({ body: 'return 3;' }), {
    code: 3,
    output: '',
  });
});

test('a refusal is its sentence alone', async () => {
  const { code, output } = await command({
    body: "throw new LauncherError('Port 3000 is in use.');",
  });
  assert.equal(code, 1);
  assert.equal(output, '\nPort 3000 is in use.\n');
});

test('an error that nobody foresaw shows its stack on request alone', async () => {
  const body = "throw new TypeError('odd');";
  const calm = await command({ body });
  assert.equal(
    calm.output,
    '\nodd (run it again with --verbose for details).\n',
  );
  const verbose = await command({ body, args: ['--verbose'] });
  assert.match(verbose.output, /TypeError: odd\n +at /);
});

test('Ctrl-C ends a child with those that it started', async () => {
  const witness = join(directory, 'witness');
  const grandchild = `(trap "echo ended > ${witness}; exit" TERM; echo started; while :; do sleep 0.05; done)`;
  const { code, output } = await command({
    body: `await runCommand({
      command: 'sh', args: ['-c', '${grandchild} & wait'], env,
      onLine: report.line,
    });`,
    stopAt: 'started',
  });
  assert.equal(code, 130);
  assert.match(output, /Stopping/);
  assert.equal(await readFile(witness, 'utf8'), 'ended\n');
});
