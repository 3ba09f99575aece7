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

import path from 'node:path/posix';
import { InputError, NotFoundError } from '@backstage/errors';
import type {
  ChartDependency,
  ChartLock,
  FileTree,
} from '@chartroom/backstage-plugin-chartroom-common';
import { maxSatisfying, valid } from 'semver';
import type { ChartCache, ChartRepositories } from '../chartRepository';
import type { AssembledChart } from '../helm';

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
  /** Charts that are not published yet, by name. */
  given: ReadonlyMap<string, FileTree>;
  chartRepositories: ChartRepositories;
  chartCache: ChartCache;
  signal?: AbortSignal;
}): Promise<AssembledChart['subcharts']> {
  const { folder, files, given } = options;
  // Under several aliases a chart is there once.
  const byPlace = new Map(
    options.dependencies.map(dependency => [
      `${dependency.name} ${dependency.version} ${dependency.repository}`,
      dependency,
    ]),
  );
  return Promise.all(
    [...byPlace.values()].map(async dependency => {
      const { name, repository = '' } = dependency;
      const chart = given.get(name);
      if (chart) {
        return { name, files: chart };
      }
      if (/^https?:|^oci:/.test(repository)) {
        return { name, archive: await pull({ ...options, dependency }) };
      }
      const local = chartBeside({ folder, files, dependency });
      if (!local) {
        const place = localFolder({ folder, dependency });
        throw new InputError(
          `${folder}/Chart.yaml names ${name} in ${place}, but the platform repository has no ${place}/Chart.yaml`,
        );
      }
      return { name, files: local };
    }),
  );
}

/**
 * A chart that stands in the platform repository; undefined where it does not.
 *
 * @internal
 */
export function chartBeside(options: {
  /** Folder of the umbrella. */
  folder: string;
  /** The platform's files. */
  files: FileTree;
  dependency: ChartDependency;
}): FileTree | undefined {
  const { files, dependency } = options;
  if (/^https?:|^oci:/.test(dependency.repository ?? '')) {
    return undefined;
  }
  const local = filesBelow({ files, place: localFolder(options) });
  return local.has('Chart.yaml') ? local : undefined;
}

async function pull(options: {
  dependency: ChartDependency;
  lock?: ChartLock;
  folder: string;
  chartRepositories: ChartRepositories;
  chartCache: ChartCache;
  signal?: AbortSignal;
}): Promise<Buffer> {
  const { dependency, lock, folder, signal } = options;
  const { name, version: range = '*', repository: url = '' } = dependency;
  const repository = options.chartRepositories.byUrl({ url });
  const locked = lock?.dependencies.find(
    it => it.name === name && it.repository === url,
  )?.version;
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
  return options.chartCache.pull({ repository, name, version, signal });
}

/** Folder of a chart in the platform repository. */
function localFolder(options: {
  folder: string;
  dependency: ChartDependency;
}): string {
  const { folder, dependency } = options;
  const { name, repository } = dependency;
  const place = repository
    ? path.join(folder, repository.replace(/^file:\/\//, ''))
    : path.join(folder, 'charts', name);
  if (place.startsWith('..') || path.isAbsolute(place)) {
    throw new InputError(
      `${folder}/Chart.yaml names ${name} in ${repository}, which is outside of the platform repository`,
    );
  }
  return place;
}

function filesBelow(options: { files: FileTree; place: string }): FileTree {
  const prefix = `${options.place}/`;
  return new Map(
    [...options.files].flatMap(([file, content]) =>
      file.startsWith(prefix) ? [[file.slice(prefix.length), content]] : [],
    ),
  );
}
