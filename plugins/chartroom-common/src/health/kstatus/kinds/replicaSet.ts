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
import { current, inProgress } from '../result';
import { typedConditions } from '../typedConditions';

/**
 * A ReplicaSet whose pods are refused is in progress, not failed (`replicasetConditions` in `core.go`).
 *
 * @internal
 */
export function replicaSet(options: {
  resource: KubernetesObject;
}): HealthStatus {
  const { resource } = options;
  if (
    typedConditions(resource).some(
      ({ type, status }) => type === 'ReplicaFailure' && status === 'True',
    )
  ) {
    return inProgress('Replica Failure condition. Check Pods');
  }
  const count = (field: string) => integerAt(resource, `status.${field}`) ?? 0;
  const desired = integerAt(resource, 'spec.replicas') ?? 1;
  const total = count('replicas');
  const labelled = count('fullyLabeledReplicas');
  const available = count('availableReplicas');
  const ready = count('readyReplicas');
  if (desired > labelled) {
    return inProgress(`Labelled: ${labelled}/${desired}`);
  }
  if (desired > available) {
    return inProgress(`Available: ${available}/${desired}`);
  }
  if (desired > ready) {
    return inProgress(`Ready: ${ready}/${desired}`);
  }
  return total > desired
    ? inProgress(`Pending termination: ${total - desired}`)
    : current(`ReplicaSet is available. Replicas: ${total}`);
}
