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

import { lstat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ConflictError } from '@backstage/errors';
import {
  findingsBeforeChanges,
  newPlatform,
  type FileChange,
} from '@chartroom/backstage-plugin-chartroom-common';
import { commonChart } from '../commonChart';
import { writeChanges } from '../directory';
import { printChanges } from '../output';
import type { Terminal } from '../Terminal';
import type { Command } from './Command';
import { newEnvironments } from './newEnvironments';

interface InitArguments {
  readonly system: string;
  readonly owner?: string;
  readonly environments: readonly string[];
  readonly domain: readonly string[];
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/**
 * `chartroom init`: makes a platform repository.
 *
 * @internal
 */
export const init: Command = ({ program, terminal, finish }) => {
  program
    .command('init')
    .summary('make a platform repository')
    .description(
      'Makes a platform repository: service matrix, umbrella chart, common chart, pipelines, README. What is there already stays: where a file is in the way, nothing is written.',
    )
    .argument('<directory>', 'folder that becomes the platform repository')
    .requiredOption('--system <name>', 'name of the system')
    .option('--owner <entity>', 'such as group:default/shop')
    .option(
      '--environments <names...>',
      'environments, the first where services are switched on first',
      ['dev', 'staging', 'prod'],
    )
    .option(
      '--domain <domain>',
      'below which exposed services are reached: example.com gives each environment its own, such as dev.example.com, and prod=example.com sets that of one; may be repeated',
      (domain: string, domains: readonly string[]) => [...domains, domain],
      [] as readonly string[],
    )
    .option('--dry-run', 'say what would be written, and write nothing')
    .option('--json', 'print JSON, for machines')
    .action(async (directory: string, options: InitArguments) => {
      const { dryRun = false, json = false } = options;
      const common = await commonChart({ terminal });
      const { files, findings } = newPlatform({
        system: options.system,
        owner: options.owner,
        environments: newEnvironments({
          names: options.environments,
          domains: options.domain,
        }),
        commonChartVersion: common.version,
        now: new Date().toISOString(),
      });
      const changes = [
        ...[...common.files].map(
          ([path, content]) =>
            [`charts/platform-common/${path}`, content] as const,
        ),
        ...files,
      ].map(
        ([path, content]): FileChange => ({ kind: 'write', path, content }),
      );
      if (findings.some(({ severity }) => severity === 'error')) {
        // What disagrees with itself from the start would only be in the way of a second try
        const unmade = { findings, files: new Map(), changes };
        finish(
          printChanges({
            ...{ terminal, dryRun, json },
            changes: [],
            findings: findingsBeforeChanges(unmade),
          }),
        );
        return;
      }
      await refuseToOverwrite({ terminal, directory, changes });
      if (!dryRun) {
        await writeChanges({ terminal, directory, changes });
      }
      finish(printChanges({ terminal, changes, findings, dryRun, json }));
    });
};

async function refuseToOverwrite(options: {
  terminal: Terminal;
  directory: string;
  changes: readonly FileChange[];
}): Promise<void> {
  const { terminal, directory, changes } = options;
  const root = resolve(terminal.directory, directory);
  const found = await Promise.all(
    changes.map(async ({ path }) =>
      (await lstat(resolve(root, path)).catch(() => undefined)) ? [path] : [],
    ),
  );
  const inTheWay = found.flat();
  if (inTheWay.length > 0) {
    const some = inTheWay.slice(0, 5).join(', ');
    const more = inTheWay.length > 5 ? ` and ${inTheWay.length - 5} more` : '';
    throw new ConflictError(
      `${root} has ${some}${more} already; nothing was written. Name an empty folder, or run chartroom import for an umbrella that is there.`,
    );
  }
}
