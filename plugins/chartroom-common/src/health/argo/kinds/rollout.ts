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
import {
  luaConditions,
  luaField,
  luaIndex,
  luaList,
  luaMessage,
  luaNumber,
  NoVerdictError,
  RuleError,
} from '../reading';
import { degraded, healthy, progressing, suspended, unknown } from '../result';
import { rolloutProgress } from '../rolloutProgress';

const statuses = [
  ...['Unknown', 'Progressing', 'Suspended'],
  ...['Healthy', 'Degraded', 'Missing'],
];

/**
 * A Rollout says its health itself since Argo Rollouts 1.0, in its phase; before, its conditions and counts tell
 * (`resource_customizations/argoproj.io/Rollout/health.lua`).
 *
 * @internal
 */
export function rollout(resource: KubernetesObject): HealthStatus {
  if (!isGenerationSeen(resource) || !isWorkloadSeen(resource)) {
    return progressing('Waiting for rollout spec update to be observed');
  }
  const phase = luaField(resource, 'status.phase');
  return phase === undefined
    ? ofConditions(resource)
    : ofPhase({ resource, phase });
}

function ofPhase(options: {
  resource: KubernetesObject;
  phase: unknown;
}): HealthStatus {
  const { resource, phase } = options;
  const message = luaMessage(luaField(resource, 'status.message'));
  if (typeof phase !== 'string') {
    throw new NoVerdictError('status.phase is no text');
  }
  if (phase === 'Paused') {
    return suspended(message);
  }
  return statuses.includes(phase)
    ? { status: phase, message }
    : unknown('Lua returned an invalid health status');
}

function ofConditions(resource: KubernetesObject): HealthStatus {
  const failure = luaConditions(luaField(resource, 'status.conditions')).find(
    ({ type, reason }) =>
      type === 'InvalidSpec' ||
      (type === 'Progressing' &&
        (reason === 'RolloutAborted' || reason === 'ProgressDeadlineExceeded')),
  );
  if (failure) {
    return degraded(luaMessage(failure.message));
  }
  if (isPaused(resource)) {
    return suspended('Rollout is paused');
  }
  return rolloutProgress(resource) ?? healthy();
}

function isPaused(resource: KubernetesObject): boolean {
  const pauses = luaField(resource, 'status.pauseConditions');
  const paused = luaField(resource, 'spec.paused');
  return (
    (pauses !== undefined && luaList(pauses).length > 0) ||
    // All but nil and false is true in Lua
    (paused !== undefined && paused !== false)
  );
}

/** Before Argo Rollouts 0.10 the generation was a hash, which cannot be compared. */
function isGenerationSeen(resource: KubernetesObject): boolean {
  const status = luaField(resource, 'status');
  if (status === undefined) {
    return false;
  }
  const observed = luaNumber(luaField(status, 'observedGeneration'));
  if (observed === undefined) {
    return true;
  }
  const generation = luaField(resource, 'metadata.generation');
  if (typeof generation !== 'number') {
    throw new RuleError('attempt to compare number with no number');
  }
  return observed >= generation;
}

const workloadGeneration = 'rollout.argoproj.io/workload-generation';

/** Since Argo Rollouts 1.1 a Rollout may take its template from another workload, whose generation counts too. */
function isWorkloadSeen(resource: KubernetesObject): boolean {
  const annotations = luaField(resource, 'metadata.annotations');
  if (
    luaField(resource, 'spec.workloadRef') === undefined ||
    annotations === undefined
  ) {
    return true;
  }
  return (
    luaNumber(luaIndex(annotations, workloadGeneration)) ===
    luaNumber(luaField(resource, 'status.workloadObservedGeneration'))
  );
}
