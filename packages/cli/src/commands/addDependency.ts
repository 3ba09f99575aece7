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

import { InvalidArgumentError } from 'commander';
import { addProgram } from './addService';
import { changingArguments } from './changingArguments';
import type { Command } from './Command';
import type { PlatformArguments } from './platformArguments';
import { runOperation } from './runOperation';

interface DependencyArguments extends PlatformArguments {
  readonly dryRun?: boolean;
  readonly database?: string;
  readonly user?: string;
  readonly secret?: string;
  readonly port: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly wait?: boolean;
}

/**
 * `chartroom add dependency`: lets one service depend on another.
 *
 * @internal
 */
export const addDependency: Command = ({ program, terminal, finish }) => {
  const command = addProgram(program)
    .command('dependency')
    .summary('let one service depend on another')
    .description(
      'Enters a dependency in the matrix and all that follows: wiring, callers, network policies, diagram.',
    )
    .argument('<service>', 'who depends')
    .argument('<dependency>', 'on whom');
  changingArguments({ command })
    .option('--database <name>', 'database of a backing service')
    .option('--user <name>', 'user of a backing service')
    .option('--secret <name>', 'Kubernetes Secret with the credentials')
    .option(
      '--port <name...>',
      'ports to open, by name; default the first',
      (name: string, names: readonly string[]) => [...names, name],
      [] as readonly string[],
    )
    .option(
      '--env <NAME=template>',
      'environment name and what it holds, such as REDIS_URL=redis://{host}:{port}; may be repeated',
      readEnvironment,
      {} as Readonly<Record<string, string>>,
    )
    .option('--wait', 'its pods wait for it before they start')
    .option('--no-wait', 'they do not')
    .action(
      async (
        service: string,
        name: string,
        directory: string,
        options: DependencyArguments,
      ) => {
        const { database, user, secret, port, env, wait } = options;
        const dependency = {
          name,
          ...(database && { database }),
          ...(user && { user }),
          ...(secret && { secret }),
          ...(port.length > 0 && { ports: port }),
          ...(Object.keys(env).length > 0 && { env }),
          ...(wait !== undefined && { wait }),
        };
        const operation = {
          kind: 'add-dependency',
          service,
          dependency,
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

function readEnvironment(
  text: string,
  environment: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const [, name, template] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  if (name === undefined) {
    throw new InvalidArgumentError('Write it as NAME=template.');
  }
  return { ...environment, [name]: template };
}
