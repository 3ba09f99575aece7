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

import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { InputError } from '@backstage/errors';
import { Option } from 'commander';
import {
  checkPlatform,
  readPlatform,
  type AgreementEvidence,
  type Platform,
} from '@chartroom/backstage-plugin-chartroom-common';
import { renderUmbrella } from '@chartroom/backstage-plugin-chartroom-node';
import { readDirectory } from '../directory';
import {
  chosenEnvironments,
  commonChartEvidence,
  findHelm,
  packagedCharts,
  readArchives,
  renderedEvidence,
} from '../evidence';
import { printFindings, type FindingsFormat } from '../output';
import type { Terminal } from '../Terminal';
import type { Command } from './Command';
import { platformArguments, type PlatformArguments } from './platformArguments';

interface CheckArguments extends PlatformArguments {
  readonly format: FindingsFormat;
  readonly render?: boolean;
  readonly manifests?: string;
  readonly environment?: string;
  readonly helm?: string;
}

/**
 * `chartroom check`: what in a platform repository does not agree.
 *
 * @internal
 */
export const check: Command = ({ program, terminal, finish }) => {
  platformArguments({ command: program.command('check') })
    .summary('report what does not agree')
    .description(
      'Reports what in a platform repository does not agree with its service matrix. Charts that helm dependency build laid beside the umbrella are read too; with --render or --manifests, what is rendered.',
    )
    .addOption(
      new Option('--format <format>', 'how findings are printed')
        .choices(['text', 'json', 'github'])
        .default('text'),
    )
    .option('--render', 'render the umbrella with Helm, and check the result')
    .addOption(
      new Option(
        '--manifests <file>',
        'check what was rendered before, for one environment; - reads standard input',
      ).conflicts('render'),
    )
    .option('--environment <name>', 'render one environment; default all')
    .option('--helm <binary>', 'path of Helm; default CHARTROOM_HELM, or helm')
    .action(async (directory: string, options: CheckArguments) => {
      const files = await readDirectory({ terminal, directory });
      const platform = readPlatform({ files, matrixPath: options.matrix });
      const archives = await readArchives({ terminal, directory, platform });
      const charts = await packagedCharts({ platform, archives });
      const evidence = {
        ...(charts && { charts }),
        ...(await commonChartEvidence({ terminal, directory, platform })),
        ...(await rendered({ terminal, platform, archives, options })),
      };
      const findings = checkPlatform({ platform, evidence });
      const format = options.json ? 'json' : options.format;
      finish(printFindings({ terminal, findings, format }));
    });
};

/** What is rendered, where a person asks for that; nothing where there is no umbrella, which is a finding by itself. */
async function rendered(options: {
  terminal: Terminal;
  platform: Platform;
  archives: ReadonlyMap<string, Buffer>;
  options: CheckArguments;
}): Promise<AgreementEvidence> {
  const { terminal, platform, archives } = options;
  const {
    render,
    manifests,
    environment: name,
    helm: binary,
  } = options.options;
  if (!render && manifests === undefined) {
    if (name !== undefined) {
      throw new InputError(
        '--environment is about what is rendered; write --render or --manifests beside it.',
      );
    }
    return {};
  }
  if (platform.matrix?.delivery === 'applications') {
    throw new InputError(
      'What is rendered can be checked of an umbrella; the matrix has delivery: applications.',
    );
  }
  if (!platform.umbrella) {
    return {};
  }
  const environments = chosenEnvironments({ platform, name });
  if (manifests === undefined) {
    const helm = await findHelm({ terminal, binary });
    return renderedEvidence({
      platform,
      environments,
      render: environment =>
        renderUmbrella({ platform, environment, archives, helm }),
    });
  }
  if (environments.length > 1) {
    throw new InputError(
      'The manifests are those of one environment; name it with --environment.',
    );
  }
  const written = await readManifests({ terminal, file: manifests });
  return renderedEvidence({
    platform,
    environments,
    render: async () => written,
  });
}

async function readManifests(options: {
  terminal: Terminal;
  file: string;
}): Promise<string> {
  const { terminal, file } = options;
  if (file === '-') {
    return text(terminal.input);
  }
  const path = resolve(terminal.directory, file);
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new InputError(
      `There is no file ${path}; name one that helm template wrote.`,
    );
  }
}
