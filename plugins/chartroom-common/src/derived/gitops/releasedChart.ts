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

import type { Environment, Service } from '../../matrix';
import { backingServiceWiring } from '../../wiring';
import type { GitopsPlatform } from './GitopsPlatform';
import { umbrellaDependency } from './umbrellaDependency';

/**
 * Where Argo CD takes a service's chart from. What is empty does not apply, or
 * is what the environment says: its repository, its revision.
 *
 * @internal
 */
export interface ReleasedChart {
  readonly repository: string;
  /** Name of the chart in a chart repository. */
  readonly chart: string;
  /** Folder of the chart in a git repository. */
  readonly folder: string;
  readonly version: string;
}

/**
 * The chart of a service in an environment: as the umbrella pins it, or from a
 * folder of the platform repository. Undefined where there is none: outside the
 * cluster, made of objects, or not published yet.
 *
 * @internal
 */
export function releasedChart(
  options: GitopsPlatform & { service: Service; environment: Environment },
): ReleasedChart | undefined {
  const { platform, matrix, service, environment } = options;
  const { profiles } = platform;
  const inFolder = fromFolder(`charts/${service.name}`);
  if (service.kind === 'service') {
    return pinned(options) ?? (service.repository ? undefined : inFolder);
  }
  const wiring = backingServiceWiring({
    ...{ matrix, service, profiles, environment },
  });
  const pin = pinned(options);
  switch (wiring.placement) {
    case 'own':
      return pin ?? inFolder;
    case 'chart':
      return pin ?? (wiring.chart && fromRepository(wiring.chart));
    default:
      return undefined;
  }
}

/** As the umbrella's Chart.yaml has it. */
function pinned(
  options: GitopsPlatform & { service: Service },
): ReleasedChart | undefined {
  const { platform, matrix, service } = options;
  const { umbrella } = platform;
  const entry = umbrellaDependency({ umbrella, name: service.name });
  const { name, version, repository } = entry ?? {};
  if (name === undefined || version === undefined || !repository) {
    return undefined;
  }
  return repository.startsWith('file://')
    ? fromFolder(
        folderFrom({
          folder: matrix.umbrella,
          path: repository.slice('file://'.length),
        }),
      )
    : fromRepository({ name, version, repository });
}

function fromFolder(folder: string): ReleasedChart {
  return { repository: '', chart: '', folder, version: '' };
}

/** A chart in an OCI registry is a repository of its own to Argo CD. */
function fromRepository(options: {
  name: string;
  version: string;
  repository: string;
}): ReleasedChart {
  const { name, version } = options;
  const repository = options.repository.replace(/\/+$/, '');
  return repository.startsWith('oci://')
    ? { repository: `${repository}/${name}`, chart: '', folder: '.', version }
    : { repository, chart: name, folder: '', version };
}

/** A path such as `../../charts/cart`, seen from a folder of the repository. */
function folderFrom(options: { folder: string; path: string }): string {
  const steps = options.folder.split('/');
  for (const step of options.path.split('/')) {
    if (step === '..') {
      steps.pop();
    } else if (step !== '.' && step !== '') {
      steps.push(step);
    }
  }
  return steps.join('/');
}
