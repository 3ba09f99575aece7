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

import { InputError, isError } from '@backstage/errors';
import {
  podChanges,
  readPlatform,
  type Environment,
  type Platform,
  type PodChange,
} from '@chartroom/backstage-plugin-chartroom-common';
import {
  renderUmbrella,
  type Helm,
} from '@chartroom/backstage-plugin-chartroom-node';
import { readDirectory } from '../directory';
import { chosenEnvironments, findHelm, readArchives } from '../evidence';
import { exitCode } from '../ExitCode';
import type { Terminal } from '../Terminal';
import type { Command } from './Command';
import { platformArguments, type PlatformArguments } from './platformArguments';

interface DiffArguments extends PlatformArguments {
  readonly base: string;
  readonly environment?: string;
  readonly helm?: string;
}

interface Side {
  /** As a person named it. */
  readonly directory: string;
  readonly platform: Platform;
  readonly archives: ReadonlyMap<string, Buffer>;
}

/**
 * `chartroom diff`: whose pods a change would restart.
 *
 * @internal
 */
export const diff: Command = ({ program, terminal, finish }) => {
  platformArguments({ command: program.command('diff') })
    .summary('name the services whose pods a change would restart')
    .description(
      'Renders two states of a platform repository with Helm, and names the services whose pods would restart, come or go. The other state is a folder, such as one that git worktree makes.',
    )
    .requiredOption('--base <directory>', 'the state before')
    .option('--environment <name>', 'one environment; default all')
    .option('--helm <binary>', 'path of Helm; default CHARTROOM_HELM, or helm')
    .action(async (directory: string, options: DiffArguments) => {
      const helm = await findHelm({ terminal, binary: options.helm });
      const [before, after] = await Promise.all([
        readSide({ terminal, directory: options.base, options }),
        readSide({ terminal, directory, options }),
      ]);
      const environments: Array<{ environment: string; changes: PodChange[] }> =
        [];
      const chosen = chosenEnvironments({
        platform: after.platform,
        name: options.environment,
      });
      for (const environment of chosen) {
        const [old, wanted] = await Promise.all(
          [before, after].map(side => render({ side, environment, helm })),
        );
        environments.push({
          environment: environment?.name ?? '',
          changes: podChanges({ before: old, after: wanted }),
        });
      }
      terminal.output.write(
        options.json
          ? `${JSON.stringify({ environments }, undefined, 2)}\n`
          : environments.map(asText).join(''),
      );
      finish(
        environments.some(({ changes }) => changes.length > 0)
          ? exitCode.findings
          : exitCode.clean,
      );
    });
};

async function readSide(options: {
  terminal: Terminal;
  directory: string;
  options: DiffArguments;
}): Promise<Side> {
  const { terminal, directory } = options;
  const files = await readDirectory({ terminal, directory });
  const platform = readPlatform({ files, matrixPath: options.options.matrix });
  const archives = await readArchives({ terminal, directory, platform });
  return { directory, platform, archives };
}

/** Says of which state, and for which environment, Helm gives no answer. */
async function render(options: {
  side: Side;
  environment: Environment | undefined;
  helm: Helm;
}): Promise<string> {
  const { side, environment, helm } = options;
  const { directory, platform, archives } = side;
  try {
    return await renderUmbrella({ platform, archives, environment, helm });
  } catch (error) {
    if (!isError(error) || error.name !== InputError.name) {
      throw error;
    }
    const of = environment
      ? `The environment ${environment.name}`
      : 'The umbrella';
    throw new InputError(
      `${of} cannot be rendered as it is in ${
        directory === '.' ? 'this folder' : directory
      }: ${error.message}`,
    );
  }
}

function asText(options: {
  environment: string;
  changes: readonly PodChange[];
}): string {
  const { environment, changes } = options;
  const place = environment || 'umbrella';
  if (changes.length === 0) {
    return `${place}: no pod restarts.\n`;
  }
  const lines = changes.map(({ kind, name, change, paths }) => {
    const some = paths.slice(0, 5).join(', ');
    const more = paths.length > 5 ? ` and ${paths.length - 5} more` : '';
    return `  ${name} (${kind}) ${change}${some && `: ${some}${more}`}\n`;
  });
  return `${place}:\n${lines.join('')}`;
}
