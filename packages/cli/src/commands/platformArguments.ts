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

import { Option, type Command as Program } from 'commander';

/**
 * What every subcommand of a platform repository is told.
 *
 * @internal
 */
export interface PlatformArguments {
  readonly matrix: string;
  readonly json?: boolean;
}

/**
 * Declares the folder of the platform repository, where its matrix is, and machine-readable output.
 *
 * @internal
 */
export function platformArguments(options: { command: Program }): Program {
  return options.command
    .argument('[directory]', 'folder of the platform repository', '.')
    .addOption(
      new Option('--matrix <path>', 'path of the service matrix in it').default(
        'service-matrix.yaml',
      ),
    )
    .option('--json', 'print JSON, for machines');
}
