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
import { gatewayConditions } from './gatewayConditions';
import { luaConditions, luaField, luaList, luaText } from './reading';
import { healthy, progressing } from './result';

/**
 * What the rules for routes of the Gateway API do: each parent that has seen the newest generation is asked, and one of
 * them suffices for health.
 *
 * @internal
 */
export function routeHealth(resource: KubernetesObject): HealthStatus {
  const { kind } = resource;
  const waiting = progressing(`Waiting for ${kind} status`);
  const status = luaField(resource, 'status');
  const parents =
    status === undefined ? undefined : luaField(status, 'parents');
  if (parents === undefined) {
    return waiting;
  }
  const generation = luaField(resource, 'metadata.generation');
  let isSeen = false;
  for (const parent of luaList(parents)) {
    const list = luaField(parent, 'conditions');
    const conditions = list === undefined ? [] : luaConditions(list);
    const isCurrent =
      generation === undefined ||
      (conditions.length > 0 &&
        conditions.every(
          ({ observedGeneration: observed }) =>
            observed === undefined || observed === generation,
        ));
    const found =
      isCurrent &&
      gatewayConditions({
        conditions,
        prefix: () =>
          `Parent ${luaText(luaField(parent, 'parentRef.name') ?? '')}: `,
        waiting: 'Route is still being programmed',
      });
    if (found) {
      return found;
    }
    isSeen ||= isCurrent && conditions.length > 0;
  }
  return isSeen ? healthy(`${kind} is healthy`) : waiting;
}
