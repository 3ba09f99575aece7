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
import { degraded, healthy, progressing, suspended } from '../result';

/**
 * A ScaledObject that falls back is degraded, and one that is paused is suspended; the last condition that tells gives
 * the message (`resource_customizations/keda.sh/ScaledObject/health.lua`).
 *
 * @internal
 */
export function scaledObject(resource: KubernetesObject): HealthStatus {
  const telling = luaStatusConditions(resource).filter(({ type, status }) =>
    status === 'True'
      ? type === 'Ready' || type === 'Paused' || type === 'Fallback'
      : status === 'False' && type === 'Ready',
  );
  const has = (type: string, status: string) =>
    telling.some(one => one.type === type && one.status === status);
  const message = telling.at(-1)?.message;
  if (has('Ready', 'False') || has('Fallback', 'True')) {
    return degraded(luaMessage(message));
  }
  if (has('Ready', 'True')) {
    return has('Paused', 'True')
      ? suspended(luaMessage(message))
      : healthy(luaMessage(message));
  }
  return progressing('Creating HorizontalPodAutoscaler Object');
}
