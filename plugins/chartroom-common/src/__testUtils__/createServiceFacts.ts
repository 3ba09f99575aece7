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

import type { CreateServiceOperation, PlanFacts } from '../plan';

/**
 * What the world answers when a service is created in Robot Shop.
 *
 * @internal
 */
export function createServiceFacts(
  changes: Partial<PlanFacts> & { name?: string } = {},
): PlanFacts {
  const { name = 'recommendations', ...others } = changes;
  const forge = 'http://localhost:7080/shop';
  return {
    now: '2026-12-01T10:00:00.000Z',
    platform: {
      webUrl: `${forge}/robot-shop`,
      defaultBranch: 'main',
      catalogNamespace: 'default',
    },
    serviceRepository: {
      webUrl: `${forge}/${name}`,
      cloneUrl: `${forge}/${name}.git`,
      defaultBranch: 'main',
    },
    chartVersion: '0.1.0',
    sourceTemplate: 'template:default/create-service',
    namesTaken: [],
    ...others,
  };
}

/**
 * A person's wish for a service `recommendations` in Robot Shop.
 *
 * @internal
 */
export function createServiceOperation(
  changes: Partial<CreateServiceOperation['service']> = {},
): CreateServiceOperation {
  return {
    kind: 'create-service',
    id: 'operation-1',
    platform: 'robot-shop',
    service: {
      name: 'recommendations',
      description: 'What others bought',
      owner: 'group:default/shop',
      language: 'node',
      port: 8000,
      exposed: false,
      dependencies: [{ name: 'catalogue' }, { name: 'redis' }],
      ...changes,
    },
  };
}
