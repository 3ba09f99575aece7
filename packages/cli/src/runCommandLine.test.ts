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

import { execFileSync, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { version } from '../package.json';
import { commandLine } from './__testUtils__/commandLine';

function chartroom(...words: string[]) {
  return commandLine({ directory: __dirname, arguments: words });
}

describe('chartroom', () => {
  it('prints its version', async () => {
    expect(await chartroom('--version')).toEqual({
      code: 0,
      output: `${version}\n`,
      errors: '',
    });
  });

  it.each([[[]], [['add']]])(
    'prints help where no command is given: %j',
    async words => {
      const { code, output, errors } = await chartroom(...words);
      expect(code).toBe(2);
      expect(output).toBe('');
      expect(errors).toMatch(/^Usage: chartroom/);
    },
  );

  it('prints help, with what the exit codes say, where it is asked for', async () => {
    const { code, output } = await chartroom('--help');
    expect(code).toBe(0);
    expect(output).toContain('Exit codes: 0 clean, 1 findings');
  });

  it('offers the nearest command and option', async () => {
    expect((await chartroom('retrie', 'x')).errors).toContain(
      '(Did you mean retire?)',
    );
    expect((await chartroom('sync', '--dry-ron')).errors).toContain(
      '(Did you mean --dry-run?)',
    );
  });

  it('runs as a program that ends with the same codes', () => {
    const bin = resolve(__dirname, '../bin/chartroom');
    const { PATH } = process.env;
    const env = { PATH, NODE_ENV: 'production' };
    expect(
      execFileSync(process.execPath, [bin, '--version'], {
        env,
        encoding: 'utf8',
      }),
    ).toBe(`${version}\n`);
    expect(spawnSync(process.execPath, [bin], { env }).status).toBe(2);
  });
});
