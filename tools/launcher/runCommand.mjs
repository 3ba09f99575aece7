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

import { createInterface } from 'node:readline';
import { startChild } from './children.mjs';

/**
 * Runs a program to its end and returns its exit code and all that it wrote.
 * A program that is not there answers 127, as in a shell.
 */
export function runCommand(options) {
  const { command, args, cwd, env, identity, onLine, timeLimit } = options;
  return new Promise(resolve => {
    const lines = [];
    const child = startChild({ command, args, cwd, env, identity });
    const timer =
      timeLimit && setTimeout(() => child.kill('SIGKILL'), timeLimit);
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', line => {
        lines.push(line);
        onLine?.(line);
      });
    }
    const end = code => {
      clearTimeout(timer);
      resolve({ code, lines });
    };
    child.once('error', () => end(127));
    child.once('close', (code, signal) => end(signal ? 130 : code));
  });
}
