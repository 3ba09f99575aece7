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

import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { NotFoundError } from '@backstage/errors';
import { valid } from 'semver';
import type { ChartRepository } from './ChartRepository';

/**
 * Packed charts on disk, so that a version is downloaded once.
 *
 * @public
 */
export interface ChartCache {
  /** As `pull` of the repository; from disk when it is there. */
  pull(options: {
    repository: ChartRepository;
    name: string;
    version: string;
    signal?: AbortSignal;
  }): Promise<Buffer>;
}

/**
 * Keeps packed charts by repository, name, version and digest; what is there never changes.
 *
 * @remarks
 * Each archive is checked against its digest whenever it is read, so a damaged
 * file is downloaded again. Several processes may share the folder.
 *
 * @public
 */
export function createChartCache(options: { directory: string }): ChartCache {
  return {
    async pull({ repository, name, version, signal }) {
      const published = await repository.versions({ name, signal });
      const chart = published.find(candidate => candidate.version === version);
      if (!chart || !valid(version)) {
        throw new NotFoundError(
          `${repository.url} has no chart ${name} ${version}: publish it first, or correct the version`,
        );
      }
      const folder = path.join(
        options.directory,
        createHash('sha256').update(repository.url).digest('hex').slice(0, 16),
      );
      const digest = chart.digest.slice('sha256:'.length);
      const file = path.join(folder, `${name}-${version}-${digest}.tgz`);
      const kept = await fs.readFile(file).catch(() => undefined);
      if (kept && createHash('sha256').update(kept).digest('hex') === digest) {
        return kept;
      }
      const archive = await repository.pull({ name, version, signal });
      const partial = `${file}.${randomUUID()}`;
      await fs.mkdir(folder, { recursive: true, mode: 0o700 });
      await fs.writeFile(partial, archive);
      await fs.rename(partial, file);
      return archive;
    },
  };
}
