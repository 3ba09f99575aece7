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
import type { CatalogPlace } from './CatalogPlace';
import { entityMetadata } from './entityMetadata';

/**
 * The System that stands for a platform.
 *
 * @public
 */
export function systemEntity(options: {
  matrix: Matrix;
  place: CatalogPlace;
}): Entity {
  const { matrix, place } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: entityMetadata({
      name: matrix.system,
      system: matrix.system,
      place,
    }),
    spec: { owner: matrix.owner ?? 'unknown' },
  };
}
