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

import { integerAt, textAt, valueAt } from '../../reading';
import { isUnobserved } from '../isUnobserved';
import { livingPods } from '../livingPods';
import { podsOf } from '../podsOf';
import { podsOfStatefulSet } from '../revisions';
import { servingState } from '../servingState';
import type { WorkloadReading, WorkloadSubject } from '../WorkloadRule';
import { availableSentence } from './availableSentence';

/**
 * Reads a StatefulSet. It is done as `kubectl rollout status` says, and with `OnDelete`, where that says nothing,
 * when its pods are available.
 *
 * @internal
 */
export function statefulSet(subject: WorkloadSubject): WorkloadReading {
  const { workload, pods } = subject;
  const desired = integerAt(workload, 'spec.replicas') ?? 1;
  const available =
    integerAt(workload, 'status.availableReplicas') ??
    integerAt(workload, 'status.readyReplicas') ??
    0;
  const updated = integerAt(workload, 'status.updatedReplicas') ?? 0;
  const total = integerAt(workload, 'status.replicas') ?? 0;
  const rolling = 'spec.updateStrategy.rollingUpdate';
  const partition = integerAt(workload, `${rolling}.partition`) ?? 0;
  const isOnDelete =
    textAt(workload, 'spec.updateStrategy.type') === 'OnDelete';
  // Without a partition the controller makes the update revision the current one at the very end
  const isOfOneRevision =
    partition > 0 ||
    textAt(workload, 'status.updateRevision') ===
      textAt(workload, 'status.currentRevision');
  const isSeen = !isUnobserved(workload);
  const isDone =
    isSeen &&
    available >= desired &&
    total <= desired &&
    (isOnDelete || (updated >= desired - partition && isOfOneRevision));
  return {
    state: isDone ? 'done' : 'underway',
    serving: servingState({
      available,
      desired,
      maxUnavailable:
        podsOf({
          value: valueAt(workload, `${rolling}.maxUnavailable`),
          desired,
          round: 'up',
        }) ?? 1,
    }),
    available,
    desired,
    pods: isSeen
      ? livingPods({
          pods: podsOfStatefulSet({ statefulSet: workload, pods }),
          desired,
        })
      : [],
    reasons: [],
    message: availableSentence({
      workload,
      isSeen,
      isDone,
      available,
      desired,
    }),
  };
}
