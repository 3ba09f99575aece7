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
  SOURCE_TEMPLATE_ANNOTATION,
  TECHDOCS_REF_ANNOTATION,
} from '../annotations';
import { matrixIndex, type Matrix, type Service } from '../matrix';
import type { CatalogPlace } from './CatalogPlace';
import { entityMetadata } from './entityMetadata';
import { serviceEntityRef } from './entityNames';

/**
 * The Component that stands for a service.
 *
 * @public
 */
export function serviceEntity(options: {
  matrix: Matrix;
  service: Service;
  place: CatalogPlace;
  lifecycle: 'experimental' | 'production';
  /** Entity ref of the software template that made the service. */
  sourceTemplate?: string;
}): Entity {
  const { matrix, service, place, lifecycle, sourceTemplate } = options;
  const { services } = matrixIndex({ matrix });
  const dependsOn = service.dependencies.flatMap(dependency => {
    const target = services.get(dependency.name);
    return target
      ? [
          serviceEntityRef({
            matrix,
            service: target,
            namespace: place.namespace,
          }),
        ]
      : [];
  });
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: entityMetadata({
      name: service.name,
      system: matrix.system,
      description: service.description,
      technology: service.language,
      place,
      annotations: {
        [CHARTROOM_SERVICE_ANNOTATION]: service.name,
        [KUBERNETES_ID_ANNOTATION]: service.name,
        ...(service.repository && { [TECHDOCS_REF_ANNOTATION]: 'dir:.' }),
        ...(sourceTemplate && {
          [SOURCE_TEMPLATE_ANNOTATION]: sourceTemplate,
        }),
      },
    }),
    spec: {
      type: 'service',
      lifecycle,
      owner: service.owner ?? matrix.owner ?? 'unknown',
      system: matrix.system,
      ...(dependsOn.length > 0 && { dependsOn }),
    },
  };
}
