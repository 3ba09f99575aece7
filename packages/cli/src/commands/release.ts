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

interface ReleaseArguments extends PlatformArguments {
  readonly dryRun?: boolean;
  readonly chartVersion?: string;
  readonly imageTag?: string;
  readonly environment?: string;
}

/**
 * `chartroom release`: pins what a service has released.
 *
 * @internal
 */
export const release: Command = ({ program, terminal, finish }) => {
  const command = program
    .command('release')
    .summary('pin a version of a service, and switch it on')
    .description(
      "Pins the version of a service's chart and image, and switches the service on in an environment. Pin and tag are the umbrella's, which chartroom promote moves from one environment to the next. For the service's own pipeline.",
    )
    .argument('<service>', 'name of the service');
  changingArguments({ command })
    .option('--chart-version <version>', 'version of its chart')
    .option(
      '--image-tag <tag>',
      "tag of its image; default the chart's appVersion",
    )
    .option(
      '--environment <name>',
      'where it is switched on; default the first',
    )
    .action(
      async (service: string, directory: string, options: ReleaseArguments) => {
        const { chartVersion: version, imageTag, environment } = options;
        const operation = {
          kind: 'release',
          service,
          version,
          imageTag,
          environment,
        } as const;
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
