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
import { integerAt, textAt } from '../../reading';
import { current, inProgress } from '../result';

/**
 * A StatefulSet never fails: its controller sets no conditions (`stsConditions` in `core.go`).
 *
 * @internal
 */
export function statefulSet(options: {
  resource: KubernetesObject;
}): HealthStatus {
  const { resource } = options;
  if (textAt(resource, 'spec.updateStrategy.type') === 'OnDelete') {
    return current('StatefulSet is using the ondelete update strategy');
  }
  const count = (field: string) => integerAt(resource, `status.${field}`) ?? 0;
  const desired = integerAt(resource, 'spec.replicas') ?? 1;
  const total = count('replicas');
  const ready = count('readyReplicas');
  const updated = count('updatedReplicas');
  if (desired > total) {
    return inProgress(`Replicas: ${total}/${desired}`);
  }
  if (desired > ready) {
    return inProgress(`Ready: ${ready}/${desired}`);
  }
  if (total > desired) {
    return inProgress(`Pending termination: ${total - desired}`);
  }
  const partition =
    integerAt(resource, 'spec.updateStrategy.rollingUpdate.partition') ?? -1;
  if (partition !== -1) {
    return updated < desired - partition
      ? inProgress(`updated: ${updated}/${desired - partition}`)
      : current(`Partition rollout complete. updated: ${updated}`);
  }
  if (desired > count('currentReplicas')) {
    return inProgress(`current: ${count('currentReplicas')}/${desired}`);
  }
  const revision = (field: string) => textAt(resource, `status.${field}`) ?? '';
  if (revision('currentRevision') !== revision('updateRevision')) {
    return inProgress('Waiting for updated revision to match current');
  }
  return current(`All replicas scheduled as expected. Replicas: ${total}`);
}
