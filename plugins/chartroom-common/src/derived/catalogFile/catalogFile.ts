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

import { platformEntities } from '../../catalog';
import type { Platform } from '../../platform';
import type { DerivedFile } from '../DerivedFile';
import { markedYaml } from '../markedYaml';

/**
 * The catalog's file of a platform repository: the entities that no service's
 * own repository holds. They are those that the entity provider gives, for a
 * portal that has no provider.
 *
 * @internal
 */
export function catalogFile(options: { platform: Platform }): DerivedFile[] {
  const { matrix, profiles } = options.platform;
  if (!matrix) {
    return [];
  }
  const entities = platformEntities({
    matrix,
    profiles,
    place: { namespace: 'default' },
  });
  return [
    {
      kind: 'file',
      rule: 'derived-catalog',
      path: 'catalog-info.yaml',
      content: markedYaml({ documents: entities }),
    },
  ];
}
