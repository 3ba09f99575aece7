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

import { Command, CommanderError } from 'commander';
import { isError } from '@backstage/errors';
import { version } from '../package.json';
import { commands } from './commands';
import { exitCode, type ExitCode } from './ExitCode';
import type { Terminal } from './Terminal';

/**
 * Runs one command line, and resolves with the exit code.
 *
 * @internal
 */
export async function runCommandLine(
  options: Terminal & { readonly arguments: readonly string[] },
): Promise<ExitCode> {
  let code: ExitCode = exitCode.clean;
  const program = new Command('chartroom')
    .description('Keeps a platform repository in agreement with itself')
    .version(version, '--version', 'print the version')
    .exitOverride()
    .configureOutput({
      writeOut: text => options.output.write(text),
      writeErr: text => options.errors.write(text),
    })
    .addHelpText(
      'after',
      '\nExit codes: 0 clean, 1 findings (or pods change), 2 could not run.',
    );
  const finish = (it: ExitCode) => {
    code = it;
  };
  commands.forEach(command => command({ program, terminal: options, finish }));
  try {
    await program.parseAsync([...options.arguments], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? exitCode.clean : exitCode.couldNotRun;
    }
    if (isUsersMistake(error)) {
      options.errors.write(`chartroom: ${error.message}\n`);
      return exitCode.couldNotRun;
    }
    throw error;
  }
}

/** An error that says what to do needs no stack; any other is ours, and does. */
function isUsersMistake(error: unknown): error is Error {
  return (
    isError(error) &&
    [
      'InputError',
      'NotFoundError',
      'ConflictError',
      'NotAllowedError',
    ].includes(error.name)
  );
}
