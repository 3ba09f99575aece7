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
import { luaField, luaIndex, RuleError } from './reading';
import { progressing } from './result';

/**
 * What a Rollout without a phase still waits for; undefined where it waits for nothing.
 *
 * @internal
 */
export function rolloutProgress(
  resource: KubernetesObject,
): HealthStatus | undefined {
  const hash = luaField(resource, 'status.currentPodHash');
  const waiting = 'Waiting for rollout to finish';
  if (hash === undefined) {
    return progressing(`${waiting}: status has not been reconciled.`);
  }
  const rollingOut = 'Waiting for roll out to finish';
  const desired = numberAt(resource, 'spec.replicas', 1);
  const updated = numberAt(resource, 'status.updatedReplicas', 0);
  if (updated < desired) {
    return progressing(`${rollingOut}: More replicas need to be updated`);
  }
  if (numberAt(resource, 'status.availableReplicas', 0) < updated) {
    return progressing(
      `${rollingOut}: updated replicas are still becoming available`,
    );
  }
  const stable = stableHash(resource);
  const strategy = luaField(resource, 'spec.strategy');
  if (luaIndex(strategy, 'blueGreen') !== undefined) {
    const blueGreen = luaField(resource, 'status.blueGreen');
    if (
      blueGreen === undefined ||
      luaIndex(blueGreen, 'activeSelector') !== hash
    ) {
      return progressing('active service cutover pending');
    }
    return stable !== '' && stable !== hash
      ? progressing('waiting for analysis to complete')
      : undefined;
  }
  if (luaIndex(strategy, 'canary') === undefined) {
    return undefined;
  }
  if (numberAt(resource, 'status.replicas', 0) > updated) {
    return progressing(`${rollingOut}: old replicas are pending termination`);
  }
  return stable === '' || stable !== hash
    ? progressing(`${waiting} steps`)
    : undefined;
}

/** Argo Rollouts 0.8 moved it. */
function stableHash(resource: KubernetesObject): unknown {
  const stable = luaField(resource, 'status.stableRS');
  if (stable !== undefined) {
    return stable;
  }
  const canary = luaField(resource, 'status.canary');
  return canary === undefined ? '' : luaIndex(canary, 'stableRS');
}

function numberAt(
  resource: KubernetesObject,
  path: string,
  otherwise: number,
): number {
  const found = luaField(resource, path) ?? otherwise;
  if (typeof found !== 'number') {
    throw new RuleError(`attempt to compare ${path}, which is no number`);
  }
  return found;
}
