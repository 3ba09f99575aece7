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
 * `chartroom promote`: moves an environment to another tag or branch of the umbrella.
 *
 * @internal
 */
export const promote: Command = ({ program, terminal, finish }) => {
  const command = program
    .command('promote')
    .summary('move an environment to a tag or branch of the umbrella')
    .argument('<environment>', 'name of the environment')
    .argument('<ref>', 'tag or branch, such as v1.4.0');
  changingArguments({ command }).action(
    async (
      environment: string,
      ref: string,
      directory: string,
      options: PlatformArguments & { readonly dryRun?: boolean },
    ) => {
      const operation = { kind: 'promote', environment, ref } as const;
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
