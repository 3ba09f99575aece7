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

import { InputError } from '@backstage/errors';
import type {
  ChartDependency,
  FileTree,
  Matrix,
  Platform,
} from '@chartroom/backstage-plugin-chartroom-common';
import { parse, stringify } from 'yaml';

/**
 * Name of the library that every service chart stands on.
 *
 * @internal
 */
export const COMMON_CHART = 'platform-common';

/**
 * The part of an umbrella that one service needs.
 *
 * @internal
 */
export interface ReducedUmbrella {
  /** Relative to the umbrella's folder; without its `charts/`. */
  readonly files: FileTree;
  /** The common chart, the service, and all that it depends on. */
  readonly dependencies: readonly ChartDependency[];
  /** Names of the services among them: those that have an image of their own and are switched on when they are released. */
  readonly services: readonly string[];
}

/**
 * Takes out of an umbrella what one service does not need, however far away.
 *
 * @remarks
 * Rendering a large umbrella takes seconds, and its charts may have to be
 * downloaded first; what a new service can break is in this part.
 *
 * @internal
 */
export function reducedUmbrella(options: {
  /** With the service in it. */
  platform: Platform;
  service: string;
}): ReducedUmbrella {
  const { platform, service } = options;
  const { matrix, umbrella } = platform;
  if (!matrix || !umbrella) {
    throw new InputError(
      'The platform repository would have no matrix or no umbrella that can be read',
    );
  }
  const needed = closure({ matrix, service });
  const dependencies = umbrella.dependencies.filter(
    ({ name, alias }) => name === COMMON_CHART || needed.has(alias ?? name),
  );
  const folder = `${matrix.umbrella}/`;
  const files = new Map<string, string>();
  for (const [path, content] of platform.files) {
    if (
      path.startsWith(folder) &&
      path !== umbrella.lockFile &&
      !path.startsWith(`${folder}charts/`)
    ) {
      files.set(path.slice(folder.length), content);
    }
  }
  const chart = parse(platform.files.get(umbrella.chartFile) ?? '');
  files.set('Chart.yaml', stringify({ ...chart, dependencies }));
  return {
    files,
    dependencies,
    services: matrix.services
      .filter(({ kind, name }) => kind === 'service' && needed.has(name))
      .map(({ name }) => name),
  };
}

/** The service, what it depends on, what that depends on, and so on. */
function closure(options: {
  matrix: Matrix;
  service: string;
}): ReadonlySet<string> {
  const dependencies = new Map(
    options.matrix.services.map(it => [it.name, it.dependencies]),
  );
  const needed = new Set([options.service]);
  // A set is walked in the order of insertion, also of what is added meanwhile.
  for (const service of needed) {
    for (const { name } of dependencies.get(service) ?? []) {
      needed.add(name);
    }
  }
  return needed;
}
