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

import type { KubernetesObject } from '../../../kubernetes';
import type { HealthStatus } from '../../types';
import { luaMessage, luaStatusConditions } from '../reading';
import { readyCondition } from '../readyCondition';
import { progressing } from '../result';

/**
 * A Certificate that is being issued is in progress, whether the one before is ready or not
 * (`resource_customizations/cert-manager.io/Certificate/health.lua`).
 *
 * @internal
 */
export function certificate(resource: KubernetesObject): HealthStatus {
  const issuing = luaStatusConditions(resource).find(
    ({ type, status }) => type === 'Issuing' && status === 'True',
  );
  return issuing
    ? progressing(luaMessage(issuing.message))
    : readyCondition({ resource, waiting: 'Waiting for certificate' });
}
