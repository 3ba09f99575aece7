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
import { groupKindOf, ruleFor } from '../reading';
import type { RolloutHealth, WorkloadHealth } from '../types';
import { gatherReasons } from './gatherReasons';
import { podReasons } from './pods';
import type { WeighedReason } from './WeighedReason';
import { workloadRules } from './workloads';
import type { WorkloadReading } from './WorkloadRule';

/**
 * How well a workload is, and why.
 *
 * @remarks
 * Rollout and serving are told apart: a rollout may be degraded while the pods of the revision before it serve.
 * Only pods of the newest revision decide about the rollout. What is scaled to zero or suspended is never degraded.
 *
 * @public
 */
export function assessWorkload(options: {
  /** A Deployment, StatefulSet, DaemonSet, Job, CronJob, ReplicaSet or Pod. */
  workload: KubernetesObject;
  /** Pods of its namespace; those that are not its own are left aside. */
  pods: readonly KubernetesObject[];
  /** ReplicaSets of its namespace; those that are not its own are left aside. */
  replicaSets: readonly KubernetesObject[];
  now: Date;
}): WorkloadHealth {
  const { workload, now } = options;
  const rule = ruleFor(workloadRules, groupKindOf(workload));
  if (!rule) {
    return {
      rollout: 'unknown',
      serving: 'not-applicable',
      available: 0,
      desired: 0,
      message: `${workload.kind} ${workload.metadata.name} runs no pods that Chartroom knows of.`,
      reasons: [],
    };
  }
  const reading = rule(options);
  const { serving, available, desired, state } = reading;
  const isLeaving = workload.metadata.deletionTimestamp !== undefined;
  const weighed =
    isLeaving || state === 'done'
      ? []
      : gatherReasons([
          ...reading.pods.flatMap(pod => podReasons({ pod, now })),
          ...reading.reasons,
        ]);
  const reasons = weighed.map(({ isHard: _, ...reason }) => reason);
  return {
    rollout: isLeaving ? 'progressing' : rolloutOf({ reading, weighed }),
    serving,
    available,
    desired,
    message: isLeaving
      ? `${workload.kind} ${workload.metadata.name} is being deleted.`
      : reasons[0]?.message ?? reading.message,
    reasons,
  };
}

function rolloutOf(options: {
  reading: WorkloadReading;
  weighed: readonly WeighedReason[];
}): RolloutHealth {
  const { reading, weighed } = options;
  switch (reading.state) {
    case 'done':
      return 'healthy';
    case 'suspended':
      return 'suspended';
    case 'failed':
      return 'degraded';
    default:
      // What is on its way to zero needs no pod
      return reading.serving !== 'scaled-to-zero' &&
        weighed.some(({ isHard }) => isHard)
        ? 'degraded'
        : 'progressing';
  }
}
