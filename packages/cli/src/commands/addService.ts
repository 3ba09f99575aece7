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
  InvalidArgumentError,
  Option,
  type Command as Program,
} from 'commander';
import { changingArguments } from './changingArguments';
import type { Command } from './Command';
import type { PlatformArguments } from './platformArguments';
import { runOperation } from './runOperation';

interface ServiceArguments extends PlatformArguments {
  readonly dryRun?: boolean;
  readonly description?: string;
  readonly language?: string;
  readonly type?: string;
  readonly tier?: string;
  readonly port?: number;
  readonly exposed?: boolean;
  readonly owner?: string;
  readonly repository?: string;
  readonly image?: string;
  readonly engine?: string;
  readonly source?: string;
  readonly dependsOn: readonly string[];
}

/**
 * `chartroom add service`: enters a service, and makes its chart where it has no repository of its own.
 *
 * @internal
 */
export const addService: Command = ({ program, terminal, finish }) => {
  const command = addProgram(program)
    .command('service')
    .summary('enter a service')
    .description(
      'Enters a service in the matrix and all that follows. Without --repository its chart is made in charts/<name>.',
    )
    .argument('<name>', 'name of the service');
  changingArguments({ command })
    .option('--description <text>', 'one sentence')
    .option('--language <language>', 'such as node, java, python or go')
    .addOption(
      new Option('--type <type>', 'kind of workload').choices([
        'deployment',
        'statefulset',
        'daemonset',
        'cronjob',
        'job',
      ]),
    )
    .option('--tier <tier>', 'a free word, such as backend or frontend')
    .option(
      '--port <port>',
      'port that it listens on; none: a worker',
      readPort,
    )
    .option('--exposed', 'reached from outside the cluster')
    .option('--owner <entity>', 'such as group:default/shop')
    .option('--repository <url>', 'web address of its own repository')
    .option('--image <image>', 'where its image is, with or without a tag')
    .option('--engine <engine>', 'a backing service: such as postgresql')
    .option(
      '--source <source>',
      'where the chart of a backing service comes from',
    )
    .option(
      '--depends-on <service...>',
      'services that it depends on',
      (name: string, names: readonly string[]) => [...names, name],
      [] as readonly string[],
    )
    .action(
      async (name: string, directory: string, options: ServiceArguments) => {
        const operation = {
          kind: 'add-service',
          service: { name, ...described(options) },
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

/**
 * The subcommand `add`, which has subcommands of its own.
 *
 * @internal
 */
export function addProgram(program: Program): Program {
  return (
    program.commands.find(it => it.name() === 'add') ??
    program.command('add').summary('enter a service or a dependency')
  );
}

/** As the matrix writes it; what is not given is not written. */
function described(options: ServiceArguments): Record<string, unknown> {
  const { description, language, type, engine, source, tier } = options;
  const { port, exposed, owner, repository, image, dependsOn } = options;
  const written = {
    description,
    language,
    type,
    engine,
    chart_source: source,
    tier,
    port,
    exposed,
    owner,
    repository,
    image: image && imageOf(image),
    dependencies: dependsOn.length > 0 ? dependsOn : undefined,
  };
  return Object.fromEntries(
    Object.entries(written).filter(([, value]) => value !== undefined),
  );
}

/** A tag stands behind the last colon, unless that belongs to the port of a registry. */
function imageOf(text: string): { repository: string; tag?: string } {
  const [, repository, tag] = /^(.+?)(?::([^:/]+))?$/.exec(text) ?? [];
  return { repository: repository ?? text, ...(tag && { tag }) };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new InvalidArgumentError('A port is a number from 1 to 65535.');
  }
  return port;
}
