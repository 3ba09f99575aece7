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
import { packChart } from '../chartRepository';
import { collectCharts } from '../platform/collectCharts';
import { COMMON_CHART } from '../platform/reducedUmbrella';
import type { PlatformSnapshot } from '../platform';
import type { OperationServices } from './OperationServices';
import type { ServiceChart } from './readServiceChart';

/**
 * Packs a service's chart as it is published: with the platform's common chart inside.
 *
 * @internal
 */
export async function packServiceChart(options: {
  chart: ServiceChart;
  snapshot: PlatformSnapshot;
  services: OperationServices;
  signal?: AbortSignal;
}): Promise<Buffer> {
  const { chart, snapshot, services, signal } = options;
  const { umbrella, files } = snapshot.platform;
  const common = umbrella?.dependencies.find(
    ({ name }) => name === COMMON_CHART,
  );
  if (!umbrella || !common) {
    throw new InputError(
      `The umbrella of platform "${snapshot.config.name}" does not list ${COMMON_CHART}, on which every service stands; add it to the dependencies of its Chart.yaml`,
    );
  }
  const subcharts = await collectCharts({
    dependencies: [common],
    lock: umbrella.lock,
    folder: umbrella.chartFile.slice(0, -'/Chart.yaml'.length),
    files,
    given: new Map(),
    chartRepositories: services.chartRepositories,
    chartCache: services.chartCache,
    signal,
  });
  return packChart({ ...chart, subcharts });
}
