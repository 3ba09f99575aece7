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
import { major, prerelease, valid } from 'semver';
import type { Matrix, Service } from '../matrix';
import type { ChartDependency } from './Umbrella';

/**
 * How a service's chart depends on the common chart: any version of its major,
 * from where the service's own repository can reach it.
 *
 * @internal
 */
export function commonChartDependency(options: {
  matrix: Matrix;
  service: Service;
}): ChartDependency {
  const { matrix, service } = options;
  const { version, repository } = matrix.commonChart;
  if (!valid(version)) {
    throw new InputError(
      `commonChart.version in the matrix of ${matrix.system} must be a version such as 1.0.0, and is ${version}.`,
    );
  }
  // A range without a pre-release admits none
  const isFromHere = major(version) === 0 || prerelease(version) !== null;
  const range = isFromHere ? `^${version}` : `^${major(version)}.0.0`;
  const name = 'platform-common';
  if (!repository.startsWith('file://')) {
    return { name, version: range, repository };
  }
  if (!service.repository) {
    const folder = repository.slice('file://'.length);
    return {
      name,
      version: range,
      repository: folder.startsWith('charts/')
        ? `file://../${folder.slice('charts/'.length)}`
        : `file://../../${folder}`,
    };
  }
  if (!matrix.charts) {
    throw new InputError(
      `${service.name} has a repository of its own, so the matrix of ${matrix.system} must say where its chart is published: write charts: { repository: … }.`,
    );
  }
  return { name, version: range, repository: matrix.charts.repository };
}
