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

import {
  findingsBeforeChanges,
  planPlatformOperation,
  type PlatformOperation,
} from '@chartroom/backstage-plugin-chartroom-common';
import { readDirectory, writeChanges } from '../directory';
import type { ExitCode } from '../ExitCode';
import { printChanges } from '../output';
import type { Terminal } from '../Terminal';
import type { PlatformArguments } from './platformArguments';

/**
 * Plans an operation on a platform repository, and writes what it changes; nothing of it where it is refused.
 *
 * @internal
 */
export async function runOperation(options: {
  terminal: Terminal;
  directory: string;
  arguments: PlatformArguments & { readonly dryRun?: boolean };
  operation: PlatformOperation;
}): Promise<ExitCode> {
  const { terminal, directory, operation } = options;
  const {
    matrix: matrixPath,
    json = false,
    dryRun = false,
  } = options.arguments;
  const files = await readDirectory({ terminal, directory });
  const { changes, findings } = planPlatformOperation({
    files,
    matrixPath,
    operation,
    now: new Date().toISOString(),
  });
  if (!dryRun) {
    await writeChanges({ terminal, directory, changes });
  }
  return printChanges({
    ...{ terminal, changes, dryRun, json },
    findings: dryRun
      ? findingsBeforeChanges({ findings, files, changes })
      : findings,
  });
}
