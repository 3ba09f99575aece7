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
import { gatewayConditions } from '../gatewayConditions';
import { luaConditions, luaField, luaList } from '../reading';
import { healthy, progressing } from '../result';

/**
 * A Gateway is judged by its own conditions, and then by those of each listener
 * (`resource_customizations/gateway.networking.k8s.io/Gateway/health.lua`).
 *
 * @internal
 */
export function gateway(resource: KubernetesObject): HealthStatus {
  const waiting = progressing('Waiting for Gateway status');
  const status = luaField(resource, 'status');
  if (status === undefined) {
    return waiting;
  }
  const own = luaField(status, 'conditions');
  const found =
    own !== undefined &&
    gatewayConditions({
      conditions: luaConditions(own),
      prefix: () => '',
      waiting: 'Gateway is still being programmed',
    });
  if (found) {
    return found;
  }
  const list = luaField(status, 'listeners');
  const listeners = list === undefined ? [] : luaList(list);
  for (const listener of listeners) {
    const conditions = luaField(listener, 'conditions');
    const unwell =
      conditions !== undefined &&
      gatewayConditions({
        conditions: luaConditions(conditions),
        prefix: () => 'Listener: ',
        waiting: 'Listener is still being programmed',
      });
    if (unwell) {
      return unwell;
    }
  }
  return own !== undefined || listeners.length > 0
    ? healthy('Gateway is healthy')
    : waiting;
}
