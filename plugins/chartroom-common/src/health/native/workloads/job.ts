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
import { conditionsOf, integerAt, textAt, valueAt } from '../../reading';
import { clipped } from '../clipped';
import { counted } from '../counted';
import { isOwnedBy } from '../isOwnedBy';
import type { WorkloadReading, WorkloadSubject } from '../WorkloadRule';
import { triesThatFailed } from './triesThatFailed';

/**
 * Reads a Job. Pods that failed decide nothing while it may still try again.
 *
 * @internal
 */
export function job(subject: WorkloadSubject): WorkloadReading {
  const { workload, pods } = subject;
  const count = (path: string) => integerAt(workload, path) ?? 0;
  const own = pods.filter(pod => isOwnedBy({ object: pod, owner: workload }));
  const failure = trueCondition(workload, 'Failed');
  const isComplete = trueCondition(workload, 'Complete') !== undefined;
  const isOver = failure !== undefined || isComplete;
  const isSuspended = valueAt(workload, 'spec.suspend') === true;
  const succeeded = count('status.succeeded');
  const parallelism = integerAt(workload, 'spec.parallelism') ?? 1;
  const completions = integerAt(workload, 'spec.completions') ?? parallelism;
  const desired =
    isOver || isSuspended
      ? 0
      : Math.min(parallelism, Math.max(completions - succeeded, 0));
  const { name } = workload.metadata;
  const tries = triesThatFailed({ pods: own, isHard: failure !== undefined });
  const state = stateOf({
    isFailed: failure !== undefined,
    isComplete,
    isSuspended,
  });
  const running = `Job ${name} runs: ${succeeded} of ${counted(
    completions,
    'pod',
  )} succeeded.`;
  const sentences = {
    failed: `Job ${name} failed.`,
    done: `Job ${name} is complete.`,
    suspended: `Job ${name} is suspended.`,
    underway: running,
  };
  return {
    state,
    serving: 'not-applicable',
    available: count('status.ready'),
    desired,
    pods: isOver
      ? []
      : own.filter(pod => textAt(pod, 'status.phase') !== 'Failed'),
    reasons: [
      ...tries,
      ...(failure
        ? [
            {
              code: failure.reason || 'Failed',
              message: `Job ${name} failed${
                failure.message ? `: ${clipped(failure.message)}` : ''
              }.`,
              since: failure.lastTransitionTime,
              isHard: true,
            },
          ]
        : []),
    ],
    message: sentences[state],
  };
}

function stateOf(options: {
  isFailed: boolean;
  isComplete: boolean;
  isSuspended: boolean;
}): WorkloadReading['state'] {
  const { isFailed, isComplete, isSuspended } = options;
  if (isFailed) {
    return 'failed';
  }
  if (isComplete) {
    return 'done';
  }
  return isSuspended ? 'suspended' : 'underway';
}

function trueCondition(workload: KubernetesObject, type: string) {
  return conditionsOf(workload).find(
    condition => condition.type === type && condition.status === 'True',
  );
}
