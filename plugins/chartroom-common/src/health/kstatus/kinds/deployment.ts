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
import { current, failed, inProgress } from '../result';
import { typedConditions } from '../typedConditions';

/** The Deployment controller reads this as "no deadline" (`HasProgressDeadline` in `deployment_util.go`). */
const noDeadline = 2 ** 31 - 1;

/**
 * A Deployment fails when its progress deadline is exceeded, and is done when its pods and its conditions say so
 * (`deploymentConditions` in `core.go`). That it is paused does not count.
 *
 * @internal
 */
export function deployment(options: {
  resource: KubernetesObject;
}): HealthStatus {
  const { resource } = options;
  const conditions = typedConditions(resource);
  if (
    conditions.some(
      ({ type, reason }) =>
        type === 'Progressing' && reason === 'ProgressDeadlineExceeded',
    )
  ) {
    return failed('Progress deadline exceeded');
  }
  const waiting = waitingForPods(resource);
  if (waiting !== undefined) {
    return inProgress(waiting);
  }
  const deadline =
    integerAt(resource, 'spec.progressDeadlineSeconds') ?? noDeadline;
  const hasProgressed = conditions.some(
    ({ type, status, reason }) =>
      type === 'Progressing' &&
      status === 'True' &&
      reason === 'NewReplicaSetAvailable',
  );
  // Without a deadline its controller sets no condition `Progressing`
  if (deadline !== noDeadline && !hasProgressed) {
    return inProgress('ReplicaSet not Available');
  }
  if (
    !conditions.some(
      ({ type, status }) => type === 'Available' && status === 'True',
    )
  ) {
    return inProgress('Deployment not Available');
  }
  const total = integerAt(resource, 'status.replicas') ?? 0;
  return current(`Deployment is available. Replicas: ${total}`);
}

/** Which pods are missing or too many; undefined where none are. */
function waitingForPods(resource: KubernetesObject): string | undefined {
  const count = (field: string) => integerAt(resource, `status.${field}`) ?? 0;
  const desired = integerAt(resource, 'spec.replicas') ?? 1;
  const total = count('replicas');
  const updated = count('updatedReplicas');
  const available = count('availableReplicas');
  const ready = count('readyReplicas');
  if (desired > total) {
    return `Replicas: ${total}/${desired}`;
  }
  if (desired > updated) {
    return `Updated: ${updated}/${desired}`;
  }
  if (total > desired) {
    return `Pending termination: ${total - desired}`;
  }
  if (updated > available) {
    return `Available: ${available}/${updated}`;
  }
  return desired > ready ? `Ready: ${ready}/${desired}` : undefined;
}
