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

import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const patience = 5_000;
const shownLines = 8;

/**
 * Starts one program of the control plane in a directory, with its log beside it.
 * `stop` ends exactly this process: the handle knows whether it still runs, so a number that another
 * process has by now is never signalled. Should the tests end first, it ends with them.
 */
export function startProgram(options) {
  const { name, args, directory } = options;
  const log = join(directory, `${name}.log`);
  const output = openSync(log, 'a');
  const child = spawn(process.env.CHARTROOM_CONTROL_PLANE, [name, ...args], {
    cwd: directory,
    // Not the environment of the tests: Kubernetes and etcd read their own variables from it
    env: { PATH: process.env.PATH, HOME: directory },
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = new Promise(resolve => {
    child.once('error', error => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`));
  }).finally(() => process.off('exit', kill));
  let end;
  ended.then(how => {
    end = how;
  });

  return {
    name,
    pid: child.pid,
    /** Undefined while it runs, then an error with the end of its log. */
    async failure() {
      if (end === undefined) {
        return undefined;
      }
      const lines = (await readFile(log, 'utf8')).trimEnd().split('\n');
      return new Error(
        [`${name} has ended (${end}):`, ...lines.slice(-shownLines)].join('\n'),
      );
    },
    async stop({ signal = 'SIGTERM' } = {}) {
      if (end === undefined) {
        child.kill(signal);
        await Promise.race([ended, sleep(patience, undefined, { ref: false })]);
        child.kill('SIGKILL');
      }
      await ended;
    },
  };
}
