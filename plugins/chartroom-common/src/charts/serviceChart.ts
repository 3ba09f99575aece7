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

import type { FileTree } from '../files';
import type { Matrix, Service } from '../matrix';
import type { EngineProfile } from '../wiring';
import { stringifyYaml } from '../yaml';
import { chartSchema } from './chartSchema';
import { chartValues } from './chartValues';
import { commonChartDependency } from './commonChartDependency';
import { helmIgnore } from './helmIgnore';
import { localValues } from './localValues';
import { serviceTemplate } from './serviceTemplate';

/**
 * The paths at which a service says that it lives, and that it is ready.
 *
 * @public
 */
export interface ChartProbes {
  readonly liveness: string;
  readonly readiness: string;
}

/**
 * Makes the chart of a service: a few files on top of the common chart.
 *
 * @remarks
 * Paths are relative to the chart's folder. Without `probes` the common chart
 * asks whether the first port is open.
 *
 * @public
 */
export function serviceChart(options: {
  matrix: Matrix;
  service: Service;
  profiles: readonly EngineProfile[];
  /** Version of the chart, and of the program in it. */
  version: string;
  probes?: ChartProbes;
}): FileTree {
  const { matrix, service, version } = options;
  const chart = {
    apiVersion: 'v2',
    name: service.name,
    description: service.description || `${service.name} of ${matrix.system}`,
    type: 'application',
    version,
    appVersion: version,
    dependencies: [commonChartDependency({ matrix, service })],
  };
  return new Map([
    ['.helmignore', helmIgnore],
    ['Chart.yaml', stringifyYaml(chart)],
    ['templates/service.yaml', serviceTemplate],
    ['values-local.yaml', localValues(options).text],
    ['values.schema.json', chartSchema({ service })],
    ['values.yaml', chartValues(options)],
  ]);
}
