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

import type { ChartDependency } from '@chartroom/backstage-plugin-chartroom-common';
import { localChartFolder } from './localChartFolder';

/**
 * Says where a chart of the platform repository should be that is not there.
 *
 * @internal
 */
export function missingChart(options: {
  /** Folder of the umbrella. */
  folder: string;
  dependency: ChartDependency;
}): string {
  const { folder, dependency } = options;
  const place = localChartFolder(options);
  return `${folder}/Chart.yaml names ${dependency.name} in ${place}, but the platform repository has no ${place}/Chart.yaml`;
}
