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

import { randomBytes } from 'node:crypto';
import { InputError } from '@backstage/errors';
import {
  environmentSecrets,
  readPlatform,
  stringifyYaml,
  type RequiredSecret,
} from '@chartroom/backstage-plugin-chartroom-common';
import { readDirectory } from '../directory';
import { unknownEnvironment } from '../evidence';
import { exitCode } from '../ExitCode';
import type { Command } from './Command';
import { platformArguments, type PlatformArguments } from './platformArguments';

/** Hexadecimal, since a password in an address is not encoded. */
const randomText = () => randomBytes(24).toString('hex');

/**
 * `chartroom secrets`: which Secrets an environment needs before its install.
 *
 * @internal
 */
export const secrets: Command = ({ program, terminal, finish }) => {
  platformArguments({ command: program.command('secrets') })
    .summary('list the Secrets that an environment needs')
    .description(
      'Lists the Secrets that must exist in an environment before an install, with their keys. With --generate they are printed as manifests with random values, for a local cluster: pipe them to kubectl apply -f -, and keep them out of git.',
    )
    .option('--environment <name>', 'default the first of the matrix')
    .option('--generate', 'print manifests with random values')
    .action(
      async (
        directory: string,
        options: PlatformArguments & {
          readonly environment?: string;
          readonly generate?: boolean;
        },
      ) => {
        const files = await readDirectory({ terminal, directory });
        const platform = readPlatform({ files, matrixPath: options.matrix });
        const { matrix, findings } = platform;
        if (!matrix) {
          const reason = findings.map(({ message }) => message).join(' ');
          throw new InputError(`The matrix cannot be read. ${reason}`);
        }
        const { environment: name } = options;
        const environment = name
          ? matrix.environments.find(it => it.name === name)
          : matrix.environments.at(0);
        if (name && !environment) {
          throw unknownEnvironment({
            name,
            known: matrix.environments.map(it => it.name),
          });
        }
        const required = environmentSecrets({ platform, matrix, environment });
        const namespace = environment?.namespace ?? matrix.system;
        terminal.output.write(
          options.generate
            ? manifests({ required, namespace })
            : listing({ required, namespace, json: options.json ?? false }),
        );
        finish(exitCode.clean);
      },
    );
};

function listing(options: {
  required: readonly RequiredSecret[];
  namespace: string;
  json: boolean;
}): string {
  const { required, namespace, json } = options;
  const listed = required.map(({ name, neededBy, keys }) => ({
    name,
    keys: Object.keys(keys),
    neededBy,
  }));
  if (json) {
    return `${JSON.stringify({ namespace, secrets: listed }, undefined, 2)}\n`;
  }
  const lines = listed.map(
    ({ name, keys, neededBy }) =>
      `${name}: ${keys.join(', ') || 'its own keys'} (${neededBy.join(
        ', ',
      )})\n`,
  );
  return lines.length > 0
    ? `In namespace ${namespace}:\n${lines.join('')}`
    : `Namespace ${namespace} needs no Secret.\n`;
}

function manifests(options: {
  required: readonly RequiredSecret[];
  namespace: string;
}): string {
  const { required, namespace } = options;
  return required
    .map(({ name, neededBy, keys }) => {
      if (Object.keys(keys).length === 0) {
        // An empty one would be found out only by the running service
        return `# The keys of ${name} are known to ${neededBy.join(
          ', ',
        )} alone: make it by hand.\n`;
      }
      const stringData = Object.fromEntries(
        Object.entries(keys).map(([key, text]) => [key, text ?? randomText()]),
      );
      return `---\n${stringifyYaml({
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name, namespace },
        type: 'Opaque',
        stringData,
      })}`;
    })
    .join('');
}
