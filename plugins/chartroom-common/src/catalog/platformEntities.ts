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

import type { Entity } from '@backstage/catalog-model';
import type { Matrix } from '../matrix';
import type { EngineProfile } from '../wiring';
import { backingServiceEntity } from './backingServiceEntity';
import type { CatalogPlace } from './CatalogPlace';
import { serviceEntity } from './serviceEntity';
import { systemEntity } from './systemEntity';

/**
 * The entities of a platform that no repository of a service holds: the System,
 * a Resource for each backing service, and a Component for each service whose
 * chart lives in the platform repository.
 *
 * @public
 */
export function platformEntities(options: {
  matrix: Matrix;
  profiles: readonly EngineProfile[];
  place: CatalogPlace;
}): Entity[] {
  const { matrix } = options;
  return [
    systemEntity(options),
    ...matrix.services
      .filter(service => !service.repository)
      .map(service =>
        service.kind === 'service'
          ? serviceEntity({ ...options, service, lifecycle: 'production' })
          : backingServiceEntity({ ...options, service }),
      ),
  ];
}
