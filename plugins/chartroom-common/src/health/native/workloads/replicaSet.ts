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

import { integerAt } from '../../reading';
import { isOwnedBy } from '../isOwnedBy';
import { isUnobserved } from '../isUnobserved';
import { livingPods } from '../livingPods';
import { servingState } from '../servingState';
import type { WorkloadReading, WorkloadSubject } from '../WorkloadRule';
import { availableSentence } from './availableSentence';
import { replicaFailures } from './replicaFailures';

/**
 * Reads a ReplicaSet that stands alone. It has no rollout: all its pods are of one revision.
 *
 * @internal
 */
export function replicaSet(subject: WorkloadSubject): WorkloadReading {
  const { workload, pods } = subject;
  const desired = integerAt(workload, 'spec.replicas') ?? 1;
  const available = integerAt(workload, 'status.availableReplicas') ?? 0;
  const total = integerAt(workload, 'status.replicas') ?? 0;
  const isSeen = !isUnobserved(workload);
  const isDone = isSeen && available >= desired && total <= desired;
  return {
    state: isDone ? 'done' : 'underway',
    serving: servingState({ available, desired, maxUnavailable: 0 }),
    available,
    desired,
    pods: livingPods({
      pods: pods.filter(pod => isOwnedBy({ object: pod, owner: workload })),
      desired,
    }),
    reasons: replicaFailures({ workload, replicaSet: undefined, isSeen }),
    message: availableSentence({
      workload,
      isSeen,
      isDone,
      available,
      desired,
    }),
  };
}
