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

import { checkServiceName } from '@chartroom/backstage-plugin-chartroom-common';
import { inc } from 'semver';
import type { ChartRepositories } from '../chartRepository';
import type { PlatformSnapshot } from '../platform';
import type { ServiceRepository } from './findServiceRepository';
import { readServiceChart } from './readServiceChart';

/** Of a chart that was never published. */
const FIRST_VERSION = '0.1.0';

/**
 * The version under which a service's chart is published: the one that its repository has already,
 * or the patch after the highest that there is, or the first.
 *
 * @internal
 */
export async function chartVersionFor(options: {
  name: string;
  snapshot: PlatformSnapshot;
  serviceRepository: ServiceRepository;
  chartRepositories: ChartRepositories;
  signal?: AbortSignal;
}): Promise<string> {
  const { name, snapshot, serviceRepository, signal } = options;
  if (
    serviceRepository.state === 'own' &&
    serviceRepository.snapshot.commit !== undefined
  ) {
    return readServiceChart(serviceRepository.snapshot).version;
  }
  const url = snapshot.platform.matrix?.charts?.repository;
  const asked =
    // Where the service's own CI publishes, the portal may not know the chart repository.
    snapshot.config.publisher === 'portal' &&
    checkServiceName({ name, taken: [] }).ok;
  if (!url || !asked) {
    return FIRST_VERSION;
  }
  const [highest] = await options.chartRepositories
    .byUrl({ url })
    .versions({ name, signal });
  return (highest && inc(highest.version, 'patch')) ?? FIRST_VERSION;
}
