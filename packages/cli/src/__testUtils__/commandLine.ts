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

import { Readable, Writable } from 'node:stream';
import { runCommandLine } from '../runCommandLine';

class Collected extends Writable {
  text = '';

  _write(chunk: Buffer, _encoding: string, done: () => void) {
    this.text += chunk.toString();
    done();
  }
}

/** Runs the command as a person does in a folder, and resolves with all that it said. */
export async function commandLine(options: {
  directory: string;
  arguments: readonly string[];
  input?: string;
}): Promise<{ code: number; output: string; errors: string }> {
  const output = new Collected();
  const errors = new Collected();
  const code = await runCommandLine({
    arguments: options.arguments,
    directory: options.directory,
    input: Readable.from([options.input ?? '']),
    output,
    errors,
    env: {},
  });
  return { code, output: output.text, errors: errors.text };
}
