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
import { integerAt } from '../../reading';
import { generationAt } from '../generationAt';
import { current, inProgress } from '../result';

/** What every pod goes through, in the order in which kstatus looks. */
const stages = [
  ['Current', 'currentNumberScheduled'],
  ['Updated', 'updatedNumberScheduled'],
  ['Available', 'numberAvailable'],
  ['Ready', 'numberReady'],
] as const;

/**
 * A DaemonSet is judged only when its controller has written on it. That a person updates its pods (`OnDelete`) does
 * not count (`daemonsetConditions` in `core.go`).
 *
 * @internal
 */
export function daemonSet(options: {
  resource: KubernetesObject;
}): HealthStatus {
  const { resource } = options;
  if (generationAt(resource, 'metadata', 'generation') === undefined) {
    return inProgress(`${resource.kind} metadata.generation not found`);
  }
  if (generationAt(resource, 'status', 'observedGeneration') === undefined) {
    return inProgress(`${resource.kind} status.observedGeneration not found`);
  }
  const count = (field: string) => integerAt(resource, `status.${field}`);
  const desired = count('desiredNumberScheduled') ?? -1;
  if (desired === -1) {
    return inProgress('Missing .status.desiredNumberScheduled');
  }
  for (const [word, field] of stages) {
    const found = count(field) ?? 0;
    if (desired > found) {
      return inProgress(`${word}: ${found}/${desired}`);
    }
  }
  return current(`All replicas scheduled as expected. Replicas: ${desired}`);
}
