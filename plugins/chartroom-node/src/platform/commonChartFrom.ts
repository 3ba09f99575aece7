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
import type { AssembledChart } from '../helm';
import { collectCharts } from './collectCharts';
import { COMMON_CHART } from './reducedUmbrella';
import type { VerifiedPlan } from './VerifiedPlan';

/**
 * The common chart of a platform: as its umbrella lists it, and else as its matrix names it.
 *
 * @internal
 */
export async function commonChartFrom(
  options: Omit<VerifiedPlan, 'service' | 'chart' | 'helm'>,
): Promise<AssembledChart['subcharts'][number]> {
  const { platform, matrix } = options;
  const { version, repository } = matrix.commonChart;
  const folder = matrix.umbrella;
  const listed = platform.umbrella?.dependencies.find(
    ({ name }) => name === COMMON_CHART,
  );
  const [chart] = await collectCharts({
    ...options,
    dependencies: [
      listed ?? {
        ...{ name: COMMON_CHART, version },
        // The matrix names it from the root of the repository
        repository: repository.replace(
          /^file:\/\/(.*)$/,
          (_, from: string) => `file://${path.relative(folder, from)}`,
        ),
      },
    ],
    lock: platform.umbrella?.lock,
    folder,
    files: platform.files,
    given: new Map(),
  });
  return chart;
}
