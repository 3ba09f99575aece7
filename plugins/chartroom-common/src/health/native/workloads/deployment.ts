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

import { conditionsOf, integerAt, textAt, valueAt } from '../../reading';
import { counted } from '../counted';
import { isUnobserved } from '../isUnobserved';
import { livingPods } from '../livingPods';
import { podsOf } from '../podsOf';
import { currentReplicaSet, podsOfDeployment } from '../revisions';
import { servingState } from '../servingState';
import type { WorkloadReading, WorkloadSubject } from '../WorkloadRule';
import { availableSentence } from './availableSentence';
import { replicaFailures } from './replicaFailures';

/** What Kubernetes fills in where `maxUnavailable` is not given (`pkg/apis/apps/v1/defaults.go`). */
const usualMaxUnavailable = '25%';

/**
 * Reads a Deployment. It is done as `kubectl rollout status` says
 * (`staging/src/k8s.io/kubectl/pkg/polymorphichelpers/rollout_status.go`).
 *
 * @internal
 */
export function deployment(subject: WorkloadSubject): WorkloadReading {
  const { workload, pods, replicaSets } = subject;
  const count = (path: string) => integerAt(workload, path) ?? 0;
  const desired = integerAt(workload, 'spec.replicas') ?? 1;
  const available = count('status.availableReplicas');
  const updated = count('status.updatedReplicas');
  const total = count('status.replicas');
  const isSeen = !isUnobserved(workload);
  const isDone =
    isSeen && updated >= desired && total <= updated && available >= updated;
  const goal = isDone ? 'done' : 'underway';
  const isPaused = valueAt(workload, 'spec.paused') === true;
  const replicaSet = currentReplicaSet({ deployment: workload, replicaSets });
  const conditions = isSeen && desired > 0 ? conditionsOf(workload) : [];
  return {
    state: isPaused ? 'suspended' : goal,
    serving: servingState({
      available,
      desired,
      maxUnavailable: maxUnavailable({ workload, desired }),
    }),
    available,
    desired,
    // Before the controller saw the newest template, nothing is of it
    pods: isSeen
      ? livingPods({
          pods: podsOfDeployment({ deployment: workload, replicaSet, pods }),
          desired,
        })
      : [],
    reasons: [
      ...replicaFailures({ workload, replicaSet, isSeen }),
      ...conditions
        .filter(({ reason }) => reason === 'ProgressDeadlineExceeded')
        .map(({ lastTransitionTime }) => ({
          code: 'ProgressDeadlineExceeded',
          message: `The rollout of ${
            workload.metadata.name
          } made no progress in the ${counted(
            integerAt(workload, 'spec.progressDeadlineSeconds') ?? 600,
            'second',
          )} that it is given.`,
          since: lastTransitionTime,
          isHard: true,
        })),
    ],
    message: isPaused
      ? `The rollout of ${workload.metadata.name} is paused.`
      : availableSentence({ workload, isSeen, isDone, available, desired }),
  };
}

function maxUnavailable(options: {
  workload: WorkloadSubject['workload'];
  desired: number;
}): number {
  const { workload, desired } = options;
  // Recreate takes all away, which is not to say that none is enough
  if (textAt(workload, 'spec.strategy.type') === 'Recreate') {
    return 0;
  }
  const value =
    valueAt(workload, 'spec.strategy.rollingUpdate.maxUnavailable') ??
    usualMaxUnavailable;
  return podsOf({ value, desired, round: 'down' }) ?? 0;
}
