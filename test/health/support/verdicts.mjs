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
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** What a program says of each object: it reads JSON lines, and prints one verdict a line. */
export async function verdicts({ program, args = [], objects }) {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const closed = once(child, 'close');
  // A program that ends early closes its input; its exit code says why
  child.stdin.once('error', () => undefined);
  child.stdin.end(objects.map(one => `${JSON.stringify(one)}\n`).join(''));
  const [output, complaints] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
  ]);
  const [code] = await closed;
  if (code !== 0) {
    throw new Error(
      `${program} ${args.join(' ')}: exit ${code}\n${complaints}`,
    );
  }
  return output
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line));
}
