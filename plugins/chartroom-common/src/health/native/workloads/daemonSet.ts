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
import { podsOfDaemonSet } from '../revisions';
import { servingState } from '../servingState';
import type { WorkloadReading, WorkloadSubject } from '../WorkloadRule';
import { availableSentence } from './availableSentence';

/**
 * Reads a DaemonSet: one pod for each node that it fits.
 *
 * @internal
 */
export function daemonSet(subject: WorkloadSubject): WorkloadReading {
  const { workload, pods } = subject;
  const count = (field: string) => integerAt(workload, `status.${field}`);
  const wanted = count('desiredNumberScheduled');
  const desired = wanted ?? 0;
  const available = count('numberAvailable') ?? 0;
  const updated = count('updatedNumberScheduled') ?? 0;
  const isOnDelete =
    textAt(workload, 'spec.updateStrategy.type') === 'OnDelete';
  // Until the controller has counted the nodes, none is wanted only because nobody knows
  const isSeen = wanted !== undefined && !isUnobserved(workload);
  const isDone =
    isSeen && available >= desired && (isOnDelete || updated >= desired);
  return {
    state: isDone ? 'done' : 'underway',
    serving: servingState({
      available,
      desired,
      maxUnavailable:
        podsOf({
          value: valueAt(
            workload,
            'spec.updateStrategy.rollingUpdate.maxUnavailable',
          ),
          desired,
          round: 'up',
        }) ?? 1,
    }),
    available,
    desired,
    pods: isSeen
      ? livingPods({
          pods: podsOfDaemonSet({ daemonSet: workload, pods }),
          desired,
        })
      : [],
    reasons: [],
    message:
      isSeen && desired === 0
        ? `${workload.metadata.name} fits no node, and so has no pod.`
        : availableSentence({ workload, isSeen, isDone, available, desired }),
  };
}
