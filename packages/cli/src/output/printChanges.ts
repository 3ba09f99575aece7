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

import type {
  FileChange,
  Finding,
} from '@chartroom/backstage-plugin-chartroom-common';
import { exitCode, type ExitCode } from '../ExitCode';
import type { Terminal } from '../Terminal';
import { asText } from './printFindings';

/**
 * Prints which files a command wrote, or would write, and what is left to people;
 * or why it wrote nothing.
 *
 * @internal
 */
export function printChanges(options: {
  terminal: Terminal;
  changes: readonly FileChange[];
  findings: readonly Finding[];
  dryRun: boolean;
  json: boolean;
}): ExitCode {
  const { terminal, changes, findings, dryRun, json } = options;
  const open = findings.filter(({ severity }) => severity !== 'info');
  if (json) {
    const listed = changes.map(({ kind, path }) => ({ kind, path }));
    terminal.output.write(
      `${JSON.stringify(
        { dryRun, changes: listed, findings },
        undefined,
        2,
      )}\n`,
    );
  } else {
    const verbs = dryRun
      ? { write: 'would write', delete: 'would delete' }
      : { write: 'wrote', delete: 'deleted' };
    const lines = changes.map(({ kind, path }) => `${verbs[kind]} ${path}\n`);
    const isRefused =
      lines.length === 0 &&
      findings.some(({ severity }) => severity === 'error');
    terminal.output.write(
      [
        ...(isRefused || lines.length > 0 ? lines : ['Nothing to write.\n']),
        ...(findings.length > 0 ? [asText(findings)] : []),
        ...(isRefused ? ['Nothing was written.\n'] : []),
      ].join(''),
    );
  }
  return open.length > 0 ? exitCode.findings : exitCode.clean;
}
