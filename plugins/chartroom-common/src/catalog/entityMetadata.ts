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

import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  makeValidator,
  type EntityMeta,
} from '@backstage/catalog-model';
import { CHARTROOM_PLATFORM_ANNOTATION } from '../annotations';
import type { CatalogPlace } from './CatalogPlace';

const validator = makeValidator();

/**
 * The metadata that all entities of a platform have in common.
 *
 * @internal
 */
export function entityMetadata(options: {
  name: string;
  system: string;
  description?: string;
  /** Becomes a tag where it can be one. */
  technology?: string;
  place: CatalogPlace;
  annotations?: Record<string, string>;
}): EntityMeta {
  const { name, system, description, technology, place, annotations } = options;
  return {
    name,
    ...(place.namespace !== 'default' && { namespace: place.namespace }),
    ...(description && { description }),
    annotations: {
      [CHARTROOM_PLATFORM_ANNOTATION]: system,
      ...annotations,
      ...(place.location && {
        [ANNOTATION_LOCATION]: place.location,
        [ANNOTATION_ORIGIN_LOCATION]: place.location,
      }),
    },
    ...(validator.isValidTag(technology) && { tags: [technology!] }),
  };
}
