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

import type { KubernetesObject } from '../../kubernetes';
import type { HealthStatus } from '../types';
import { luaMessage, luaStatusConditions } from './reading';
import { degraded, healthy, progressing } from './result';

/**
 * What many rules in Lua do: the first condition `Ready` that is true or false decides.
 *
 * @internal
 */
export function readyCondition(options: {
  resource: KubernetesObject;
  /** The message while there is none. */
  waiting: string;
}): HealthStatus {
  const ready = luaStatusConditions(options.resource).find(
    ({ type, status }) =>
      type === 'Ready' && (status === 'True' || status === 'False'),
  );
  if (!ready) {
    return progressing(options.waiting);
  }
  const message = luaMessage(ready.message);
  return ready.status === 'True' ? healthy(message) : degraded(message);
}
