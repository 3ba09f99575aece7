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
import { InputError } from '@backstage/errors';
import type { ChartDependency } from '@chartroom/backstage-plugin-chartroom-common';

/**
 * Folder of a chart in the platform repository that an umbrella names.
 *
 * @remarks
 * Throws InputError where it is outside of the repository.
 *
 * @internal
 */
export function localChartFolder(options: {
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
