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

import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError, toError } from '@backstage/errors';
import {
  type ChartMetadata,
  type ChartStore,
  packChart,
  parseChartMetadata,
} from '../charts';
import type { ImportedFile, RepositoryStore } from '../repositories';
import { readFiles } from './readFiles';
import type { SeedOptions } from './SeedOptions';

interface SeedChart {
  metadata: ChartMetadata;
  files: ImportedFile[];
}

async function readChart(directory: string): Promise<SeedChart> {
  const files = await readFiles({ directory });
  const chartFile = files.find(({ path }) => path === 'Chart.yaml');
  if (!chartFile) {
    throw new InputError(
      `The seed of the local forge names a chart without Chart.yaml: ${directory}`,
    );
  }
  const content = chartFile.content.toString();
  return { metadata: parseChartMetadata({ content }), files };
}

/** The library charts as files of a platform, apart from those that it has itself. */
function vendored(charts: readonly SeedChart[], own: readonly ImportedFile[]) {
  return charts
    .filter(({ metadata }) => metadata.type === 'library')
    .map(({ metadata, files }) => ({
      prefix: `charts/${metadata.name}/`,
      files,
    }))
    .filter(({ prefix }) => !own.some(({ path }) => path.startsWith(prefix)))
    .flatMap(({ prefix, files }) =>
      files.map(file => ({ ...file, path: prefix + file.path })),
    );
}

/**
 * Makes what a forge starts with, as far as it is not there yet.
 *
 * @remarks
 * What is there stays as it is, whatever has become of the directories since.
 *
 * @internal
 */
export async function seedForge(options: {
  seed: SeedOptions;
  repositories: RepositoryStore;
  charts: ChartStore;
  logger: LoggerService;
}): Promise<void> {
  const { seed, repositories, charts, logger } = options;
  const { owner } = seed;
  const sources = await Promise.all(seed.charts.map(readChart));

  for (const { metadata, files } of sources) {
    const archive = await packChart({ name: metadata.name, files });
    try {
      const { file, created } = await charts.add({ archive });
      if (created) {
        logger.info(`The local forge has published ${file}`);
      }
    } catch (error) {
      if (toError(error).name !== 'ConflictError') {
        throw error;
      }
      logger.warn(
        `Chart ${metadata.name} ${metadata.version} of the seed differs from the one that the local forge holds: raise its version, or delete the forge's directory to begin anew`,
      );
    }
  }

  await repositories.createOwner({ owner });
  for (const { repository: name, directory } of seed.platforms) {
    const aside = await repositories.setAside({ owner, name });
    if (aside !== undefined) {
      logger.warn(
        `The local forge could not read its repository ${owner}/${name}, and has moved it to ${aside}`,
      );
    }
    if ((await repositories.find({ owner, name })) === undefined) {
      const own = await readFiles({ directory });
      await repositories.create({
        owner,
        name,
        description: `The platform ${name}`,
        private: false,
        defaultBranch: 'main',
        files: [...own, ...vendored(sources, own)],
        message: `Begin the platform ${name}`,
      });
      logger.info(
        `The local forge has made ${owner}/${name} from ${directory}`,
      );
    }
  }
}
