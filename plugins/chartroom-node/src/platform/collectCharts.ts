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

import { InputError, NotFoundError } from '@backstage/errors';
import type {
  ChartDependency,
  ChartLock,
  FileTree,
} from '@chartroom/backstage-plugin-chartroom-common';
import { maxSatisfying, valid } from 'semver';
import type { ChartCache, ChartRepositories } from '../chartRepository';
import type { AssembledChart } from '../helm';
import { chartBeside } from './chartBeside';
import { lockedVersion } from './lockedVersion';
import { missingChart } from './missingChart';
import { oncePerChart } from './oncePerChart';

/**
 * Finds the charts that an umbrella names: beside it in the platform repository, or in a chart repository.
 *
 * @remarks
 * What the lock fixes comes in that version, as `helm dependency build` would bring it.
 *
 * @internal
 */
export async function collectCharts(options: {
  dependencies: readonly ChartDependency[];
  lock?: ChartLock;
  /** Folder of the umbrella. */
  folder: string;
  /** The platform's files. */
  files: FileTree;
  /** Charts that are not published yet, by the service that the umbrella lists them for. */
  given: ReadonlyMap<string, FileTree>;
  chartRepositories: ChartRepositories;
  chartCache: ChartCache;
  signal?: AbortSignal;
}): Promise<AssembledChart['subcharts']> {
  const { folder, files, given } = options;
  return Promise.all(
    oncePerChart(options).map(async dependency => {
      const { name, alias = name, repository = '' } = dependency;
      const chart = given.get(alias);
      if (chart) {
        return { name, files: chart };
      }
      if (/^https?:|^oci:/.test(repository)) {
        return { name, ...(await pull({ ...options, dependency })) };
      }
      const local = chartBeside({ folder, files, dependency });
      if (!local) {
        throw new InputError(missingChart({ folder, dependency }));
      }
      return { name, files: local };
    }),
  );
}

async function pull(options: {
  dependency: ChartDependency;
  lock?: ChartLock;
  folder: string;
  chartRepositories: ChartRepositories;
  chartCache: ChartCache;
  signal?: AbortSignal;
}): Promise<{ archive: Buffer; version: string }> {
  const { dependency, folder, signal } = options;
  const { name, version: range = '*', repository: url = '' } = dependency;
  const repository = options.chartRepositories.byUrl({ url });
  const locked = lockedVersion(options);
  const fixed = [range, locked].find(version => valid(version));
  const versions = fixed
    ? []
    : (await repository.versions({ name, signal })).map(it => it.version);
  const version = fixed ?? maxSatisfying(versions, range);
  if (!version) {
    throw new NotFoundError(
      `${url} has no chart ${name} that satisfies ${range}, which ${folder}/Chart.yaml asks for`,
    );
  }
  const archive = await options.chartCache.pull({
    ...{ repository, name, version, signal },
  });
  return { archive, version };
}
