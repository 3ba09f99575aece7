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

import { isChartEnabled } from '../charts/isChartEnabled';
import type { Umbrella } from '../charts';
import { umbrellaIndex } from '../charts/umbrellaIndex';
import { isReleased } from '../derived/gitops/isReleased';
import type { Environment, Matrix, Service } from '../matrix';
import type { Platform } from '../platform';
import { backingServiceWiring } from '../wiring';
import { chartField } from './chartField';
import { lockedVersion } from './lockedVersion';
import { pinnedVersion } from './pinnedVersion';
import { platformAtRef } from './platformAtRef';
import type { RefReading } from './RefReading';
import type { WantedDeployment } from './WantedDeployment';

const switchedOff = {
  state: 'switched-off',
  message: 'Switched off: not released yet, or switched off by hand.',
} as const;

interface Options {
  /** Name of the platform in configuration. */
  readonly name: string;
  /** At the head of the default branch: its matrix says which services and environments there are. */
  readonly platform: Platform;
  readonly defaultBranch: { readonly ref: string; readonly commit: string };
  /** What stands at the ref of an environment; called once per environment that has one. */
  readonly atRef: (ref: string) => RefReading;
  /** Web address of a file. */
  readonly fileUrl: (file: {
    path: string;
    ref: string;
    kind: 'branch' | 'tag';
  }) => string;
  /** The cluster of environments that name none: the only one that there is. */
  readonly onlyCluster?: string;
}

/**
 * What git wants of every service in every environment of a platform, in the order of its matrix; nothing where that cannot
 * be read.
 *
 * @public
 */
export function wantedDeployments(options: Options): WantedDeployment[] {
  const { matrix } = options.platform;
  if (!matrix) {
    return [];
  }
  return matrix.environments.flatMap(environment =>
    wantedInEnvironment({ ...options, matrix, environment }),
  );
}

function wantedInEnvironment(
  options: Options & { matrix: Matrix; environment: Environment },
): WantedDeployment[] {
  const { platform, matrix, environment, defaultBranch } = options;
  const { ref } = environment;
  const reading: RefReading | undefined =
    ref === undefined ? undefined : options.atRef(ref);
  const there =
    reading?.isRead === true
      ? platformAtRef({ platform, matrix, files: reading.files })
      : platform;
  const source = {
    url: options.fileUrl({
      path: there.umbrella?.chartFile ?? there.matrixFile,
      ref: ref ?? defaultBranch.ref,
      kind: reading?.isRead ? reading.kind : 'branch',
    }),
    ref: ref ?? defaultBranch.ref,
    commit: reading?.isRead ? reading.commit : defaultBranch.commit,
  };
  const umbrellaName =
    there.umbrella &&
    chartField({
      platform: there,
      file: there.umbrella.chartFile,
      field: 'name',
    });
  return matrix.services.map(service => {
    const wanted = {
      platform: options.name,
      service: service.name,
      environment: environment.name,
      cluster: environment.cluster ?? options.onlyCluster,
      namespace: environment.namespace,
      dependencies: service.dependencies.map(({ name }) => name),
    };
    if (reading?.isRead === false) {
      return {
        ...wanted,
        state: 'unread',
        source: { ...source, commit: undefined },
        message: reading.message,
      };
    }
    const version = pinnedVersion({ platform: there, service });
    const locked = inUmbrella({ umbrella: there.umbrella, service });
    return {
      ...wanted,
      ...stateOf({ platform: there, environment, service }),
      version,
      unpromoted:
        reading &&
        unpromotedVersion({
          ...{ platform, service, version },
          locked: locked.lockedVersion,
        }),
      ...locked,
      umbrella: umbrellaName,
      source,
    };
  });
}

function stateOf(options: {
  platform: Platform;
  environment: Environment;
  service: Service;
}): Pick<WantedDeployment, 'state' | 'message'> {
  const { platform, environment, service } = options;
  const { matrix, umbrella, profiles } = platform;
  if (!matrix) {
    return { state: 'unread', message: 'The matrix cannot be read.' };
  }
  if (service.kind === 'backing-service') {
    const { placement } = backingServiceWiring({
      ...{ matrix, service, profiles, environment },
    });
    if (placement === 'external') {
      return {
        state: 'outside',
        message: `In ${environment.name} it runs outside of the cluster.`,
      };
    }
    if (placement === 'operator') {
      return { state: 'released' };
    }
  }
  if (matrix.delivery === 'applications') {
    return isReleased(options) ? { state: 'released' } : switchedOff;
  }
  if (!umbrella) {
    return {
      state: 'not-listed',
      message: `There is no umbrella chart in ${matrix.umbrella} that could list it.`,
    };
  }
  const entry = umbrellaIndex({ umbrella }).get(service.name)?.entry;
  if (!entry) {
    return {
      state: 'not-listed',
      message: 'The umbrella does not list this service.',
    };
  }
  const layers = [
    umbrella.environmentValues.get(environment.name) ?? {},
    umbrella.values,
  ];
  return isChartEnabled({ entry, layers })
    ? { state: 'released' }
    : switchedOff;
}

/** The pin of the default branch, or, where that is the same range, what its lock resolves it to. */
function unpromotedVersion(options: {
  /** At the head of the default branch. */
  platform: Platform;
  service: Service;
  /** At the ref. */
  version: string | undefined;
  locked: string | undefined;
}): string | undefined {
  const { platform, service, version, locked } = options;
  const next = pinnedVersion({ platform, service });
  if (next !== version) {
    return next;
  }
  const { umbrella } = platform;
  const nextLocked = inUmbrella({ umbrella, service }).lockedVersion;
  return nextLocked === locked ? undefined : nextLocked;
}

function inUmbrella(options: {
  umbrella: Umbrella | undefined;
  service: Service;
}): Pick<WantedDeployment, 'lockedVersion' | 'lockDigest' | 'chart'> {
  const { umbrella, service } = options;
  const entry =
    umbrella && umbrellaIndex({ umbrella }).get(service.name)?.entry;
  return {
    lockedVersion: entry && lockedVersion({ umbrella, entry }),
    lockDigest: entry && umbrella?.lock?.digest,
    chart: entry && entry.name !== service.name ? entry.name : undefined,
  };
}
