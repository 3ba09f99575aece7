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
import { generationAt } from './generationAt';
import { failed, inProgress } from './result';
import { typedConditions } from './typedConditions';
import { UnreadableError } from './UnreadableError';

/**
 * What decides for every kind: deletion, a generation that is not observed, and the conditions that kstatus asks
 * controllers to set (`checkGenericProperties` in `generic.go`).
 *
 * @internal
 */
export function checkGeneric(
  resource: KubernetesObject,
): HealthStatus | undefined {
  const deleted: unknown = resource.metadata.deletionTimestamp;
  if (deleted !== undefined && typeof deleted !== 'string') {
    throw new UnreadableError('metadata.deletionTimestamp is no text');
  }
  if (deleted) {
    return {
      status: 'Terminating',
      message: 'Resource scheduled for deletion',
    };
  }
  return checkGeneration(resource) ?? checkConditions(resource);
}

function checkGeneration(resource: KubernetesObject): HealthStatus | undefined {
  const generation = generationAt(resource, 'metadata', 'generation');
  if (generation === undefined) {
    return undefined;
  }
  const observed = generationAt(resource, 'status', 'observedGeneration');
  return observed !== undefined && observed !== generation
    ? inProgress(
        `${resource.kind} generation is ${generation}, but latest observed generation is ${observed}`,
      )
    : undefined;
}

function checkConditions(resource: KubernetesObject): HealthStatus | undefined {
  const telling = typedConditions(resource).find(
    ({ type, status }) =>
      (type === 'Reconciling' || type === 'Stalled') && status === 'True',
  );
  if (!telling) {
    return undefined;
  }
  return telling.type === 'Stalled'
    ? failed(telling.message)
    : inProgress(telling.message);
}
