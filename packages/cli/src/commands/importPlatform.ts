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

import { importUmbrella } from '@chartroom/backstage-plugin-chartroom-common';
import { commonChart } from '../commonChart';
import { readDirectory, writeChanges } from '../directory';
import { printChanges } from '../output';
import { changingArguments } from './changingArguments';
import type { Command } from './Command';
import type { PlatformArguments } from './platformArguments';

/**
 * `chartroom import`: builds a matrix from an umbrella that was made by hand.
 *
 * @internal
 */
export const importPlatform: Command = ({ program, terminal, finish }) => {
  changingArguments({ command: program.command('import') })
    .summary('build a matrix from an umbrella that was made by hand')
    .description(
      'Builds a service matrix from an umbrella that was made by hand. No other file is touched; what cannot be known is asked.',
    )
    .option(
      '--umbrella <folder>',
      'folder of the umbrella chart; default the only one',
    )
    .action(
      async (
        directory: string,
        options: PlatformArguments & {
          readonly umbrella?: string;
          readonly dryRun?: boolean;
        },
      ) => {
        const { umbrella, matrix, dryRun = false, json = false } = options;
        const files = await readDirectory({ terminal, directory });
        const { version: commonChartVersion } = await commonChart({ terminal });
        const { changes, findings } = importUmbrella({
          ...{ files, umbrella, commonChartVersion },
          matrixPath: matrix,
        });
        if (!dryRun) {
          await writeChanges({ terminal, directory, changes });
        }
        finish(printChanges({ terminal, changes, findings, dryRun, json }));
      },
    );
};
