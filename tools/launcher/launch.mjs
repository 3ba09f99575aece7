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

import { dirname, delimiter } from 'node:path';
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { stopChildren } from './children.mjs';
import { LauncherError } from './launcherError.mjs';
import { provideNode } from './node.mjs';
import { createReport } from './report.mjs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a command of the launcher on a Node that fits and ends the process with its exit code.
 * `run` gets the report, the command's arguments and the environment of its children.
 */
export async function launch(options) {
  const { run, needsNode = true } = options;
  const args = process.argv.slice(2);
  let interrupted;
  const report = createReport({
    write: text => interrupted || process.stdout.write(text),
  });
  const interrupt = async signal => {
    if (!interrupted) {
      report.line();
      report.line('Stopping …');
      interrupted = signal;
      await stopChildren();
      process.exit(128 + constants.signals[signal]);
    }
  };
  for (const signal of signals) {
    process.on(signal, interrupt);
  }
  try {
    const node = needsNode ? await provideNode({ report }) : process.execPath;
    const env = {
      ...process.env,
      PATH: `${dirname(node)}${delimiter}${process.env.PATH}`,
    };
    const code =
      node === process.execPath
        ? await run({ report, args, env })
        : await handOver({ node, env, args, interrupt });
    if (!interrupted) {
      await stopChildren();
      process.exit(code);
    }
  } catch (error) {
    if (!interrupted) {
      report.line();
      report.line(sentenceOf(error, args));
      interrupted = true;
      await stopChildren();
      process.exit(1);
    }
  }
}

/** What a person is told of a failure: one sentence, and the stack only on request. */
function sentenceOf(error, args) {
  if (error instanceof LauncherError) {
    return error.message;
  }
  return args.includes('--verbose')
    ? error.stack
    : `${error.message} (run it again with --verbose for details).`;
}

/** The same command again under another Node, with the same terminal, signals and exit code. */
function handOver(options) {
  const { node, env, args, interrupt } = options;
  const child = spawn(node, [process.argv[1], ...args], {
    env,
    stdio: 'inherit',
  });
  for (const signal of signals) {
    process.off(signal, interrupt);
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      resolve(signal ? 128 + constants.signals[signal] : code),
    );
  });
}
