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

import { changingArguments } from './changingArguments';
import type { Command } from './Command';
import type { PlatformArguments } from './platformArguments';
import { runOperation } from './runOperation';

/**
 * `chartroom retire`: takes a service out of the platform.
 *
 * @internal
 */
export const retire: Command = ({ program, terminal, finish }) => {
  const command = program
    .command('retire')
    .summary('take a service out')
    .description(
      'Takes a service out of the matrix and of all that follows. A service that others depend on stays, and so do files that people added to its chart: these are named.',
    )
    .argument('<service>', 'name of the service');
  changingArguments({ command })
    .option('--force', 'delete what people added to its chart, too')
    .action(
      async (
        service: string,
        directory: string,
        options: PlatformArguments & {
          readonly dryRun?: boolean;
          readonly force?: boolean;
        },
      ) => {
        const { force } = options;
        const operation = { kind: 'retire', service, force } as const;
        finish(
          await runOperation({
            terminal,
            directory,
            arguments: options,
            operation,
          }),
        );
      },
    );
};
