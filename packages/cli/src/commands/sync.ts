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
  readPlatform,
  syncPlatform,
} from '@chartroom/backstage-plugin-chartroom-common';
import { readDirectory, writeChanges } from '../directory';
import { commonChartEvidence } from '../evidence';
import { printChanges } from '../output';
import { changingArguments } from './changingArguments';
import type { Command } from './Command';
import type { PlatformArguments } from './platformArguments';

/**
 * `chartroom sync`: writes what follows from the service matrix.
 *
 * @internal
 */
export const sync: Command = ({ program, terminal, finish }) => {
  changingArguments({ command: program.command('sync') })
    .summary('write what follows from the service matrix')
    .description(
      'Writes what follows from the service matrix; what people wrote beside it stays as it is.',
    )
    .action(
      async (
        directory: string,
        options: PlatformArguments & { dryRun?: boolean },
      ) => {
        const { dryRun = false, json = false } = options;
        const files = await readDirectory({ terminal, directory });
        const platform = readPlatform({ files, matrixPath: options.matrix });
        const { changes, findings } = syncPlatform({
          files,
          matrixPath: options.matrix,
          now: new Date().toISOString(),
          evidence: await commonChartEvidence({
            ...{ terminal, directory, platform },
          }),
        });
        if (!dryRun) {
          await writeChanges({ terminal, directory, changes });
        }
        finish(
          printChanges({
            ...{ terminal, changes, dryRun, json },
            findings: dryRun
              ? findingsBeforeChanges({ findings, files, changes })
              : findings,
          }),
        );
      },
    );
};
