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
import {
  luaField,
  luaMessage,
  luaStatusConditions,
  luaText,
  type LuaCondition,
} from './reading';
import { degraded, healthy, progressing, suspended } from './result';

/**
 * What the rules for Flux's kinds do: they count conditions that say progress and conditions that say success.
 *
 * @internal
 */
export function fluxHealth(options: {
  resource: KubernetesObject;
  /** Types of conditions that say success, beside `Ready`. */
  successes: readonly string[];
  /** How many conditions have to say success. */
  needed: number;
}): HealthStatus {
  const { resource, successes, needed } = options;
  if (luaField(resource, 'spec.suspend') === true) {
    return suspended(`${resource.kind} is suspended`);
  }
  const conditions = luaStatusConditions(resource);
  const status = luaField(resource, 'status');
  if (status === undefined || luaField(status, 'conditions') === undefined) {
    return progressing('Status unknown');
  }
  const count = (says: (condition: LuaCondition) => boolean) =>
    conditions.filter(says).length;
  const progress = count(
    ({ type, status: is }) =>
      (type === 'Ready' && is === 'Unknown') ||
      (type === 'Reconciling' && is === 'True'),
  );
  const success = count(
    ({ type, status: is }) =>
      is === 'True' &&
      (type === 'Ready' || successes.some(name => name === type)),
  );
  const message = luaMessage(messageOf({ conditions, successes }));
  if (progress === 2) {
    return progressing(message);
  }
  return success === needed ? healthy(message) : degraded(message);
}

/** The reason of the last `Ready`, to which an artifact that is outdated adds its own. */
function messageOf(options: {
  conditions: readonly LuaCondition[];
  successes: readonly string[];
}): unknown {
  const hasArtifacts = options.successes.includes('ArtifactInStorage');
  let message: unknown = '';
  for (const { type, status, reason } of options.conditions) {
    if (type === 'Ready') {
      message = reason;
    } else if (
      hasArtifacts &&
      type === 'ArtifactOutdated' &&
      status === 'True'
    ) {
      message = `${luaText(message)} ${luaText(reason)}`;
    }
  }
  return message;
}
