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

import type { Matrix, Service } from '../matrix';
import type { EngineProfile } from '../wiring';
import { backingServiceWiring } from '../wiring/backingServiceWiring';
import { fileRepository } from './fileRepository';
import { isLocalService } from './isLocalService';
import type { ChartDependency } from './Umbrella';

/**
 * What the umbrella's Chart.yaml says of a service. Undefined for what has no
 * chart there: what runs outside the cluster, or is made by an operator.
 *
 * @remarks
 * `version` is there for charts of others alone, and is where a new entry
 * starts: the pin then belongs to the umbrella.
 *
 * @internal
 */
export function umbrellaEntry(options: {
  matrix: Matrix;
  service: Service;
  profiles: readonly EngineProfile[];
}): ChartDependency | undefined {
  const { matrix, service } = options;
  const { name } = service;
  const condition = `${name}.enabled`;
  if (isLocalService({ service })) {
    const repository = fileRepository({
      from: matrix.umbrella,
      to: `charts/${name}`,
    });
    return { name, repository, condition };
  }
  if (service.kind === 'backing-service' && service.source !== 'own') {
    const { chart } = backingServiceWiring(options);
    return (
      chart && {
        name: chart.name,
        version: chart.version,
        repository: chart.repository,
        condition: chart.condition,
        ...(chart.alias && { alias: chart.alias }),
      }
    );
  }
  return matrix.charts
    ? { name, repository: matrix.charts.repository, condition }
    : undefined;
}
