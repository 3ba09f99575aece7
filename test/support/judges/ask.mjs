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

/**
 * Gives manifests to a judge on its standard input and resolves with what it prints. A judge that could not do its work
 * rejects with what it said: its exit code is neither 0 nor one of `verdicts`, or it gave no verdict.
 */
export async function ask(options) {
  const { program, args, manifests, verdicts = [] } = options;
  if (!/^kind:/m.test(manifests)) {
    throw new Error('There is no manifest to judge.');
  }
  return new Promise((resolve, reject) => {
    const child = spawn(program, args);
    const output = [];
    const complaints = [];
    child.stdout.on('data', data => output.push(data));
    child.stderr.on('data', data => complaints.push(data));
    child.once('error', reject);
    // A judge that ends early closes its input; its exit code says why
    child.stdin.once('error', () => undefined);
    child.once('close', code => {
      const text = Buffer.concat(output).toString();
      if (code === 0 || (verdicts.includes(code) && text)) {
        resolve(text);
      } else {
        const said = Buffer.concat([...complaints, ...output]).toString();
        reject(
          new Error(`${program} ${args.join(' ')}: exit ${code}\n${said}`),
        );
      }
    });
    child.stdin.end(manifests);
  });
}
