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
import {
  CHARTROOM_SERVICE_ANNOTATION,
  KUBERNETES_ID_ANNOTATION,
} from '../annotations';
import type { Matrix, Service } from '../matrix';
import type { EngineProfile } from '../wiring';
import type { CatalogPlace } from './CatalogPlace';
import { entityMetadata } from './entityMetadata';
import { resourceName } from './entityNames';

/**
 * The Resource that stands for a backing service.
 *
 * @public
 */
export function backingServiceEntity(options: {
  matrix: Matrix;
  service: Service;
  profiles: readonly EngineProfile[];
  place: CatalogPlace;
}): Entity {
  const { matrix, service, profiles, place } = options;
  const profile = profiles.find(({ engine }) => engine === service.engine);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      ...entityMetadata({
        name: resourceName({ matrix, service }),
        system: matrix.system,
        description: service.description,
        technology: service.engine,
        place,
        annotations: {
          [CHARTROOM_SERVICE_ANNOTATION]: service.name,
          [KUBERNETES_ID_ANNOTATION]: service.name,
        },
      }),
      title: service.name,
    },
    spec: {
      type: profile?.resource ?? 'backing-service',
      owner: service.owner ?? matrix.owner ?? 'unknown',
      system: matrix.system,
    },
  };
}
