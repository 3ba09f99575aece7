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
import { listAt, textAt, valueAt } from '../../reading';
import { moment } from '../moment';
import { podReasons } from '../pods';
import type { WeighedReason } from '../WeighedReason';
import type { WorkloadReading, WorkloadSubject } from '../WorkloadRule';
import { triesThatFailed } from './triesThatFailed';

/**
 * Reads a CronJob: it is as well as its last run that ended. While a run goes on it is judged only by
 * pods that cannot get on; where it never succeeded, the pods of its last run tell.
 *
 * @internal
 */
export function cronJob(subject: WorkloadSubject): WorkloadReading {
  const { workload, now } = subject;
  const { name } = workload.metadata;
  const scheduled = textAt(workload, 'status.lastScheduleTime');
  const succeeded = textAt(workload, 'status.lastSuccessfulTime');
  const isRunning = listAt(workload, 'status.active').length > 0;
  const isSuspended = valueAt(workload, 'spec.suspend') === true;
  const pods = podsOfLastRun(subject);
  const hasFailed =
    succeeded === undefined
      ? pods.length > 0 &&
        pods.every(pod => textAt(pod, 'status.phase') === 'Failed')
      : scheduled !== undefined &&
        Date.parse(succeeded) < Date.parse(scheduled);
  const stuck = isRunning && !isSuspended ? hardReasons({ pods, now }) : [];
  const at = (time: string) => moment({ time, now });
  const isFailed =
    scheduled !== undefined && !isRunning && !isSuspended && hasFailed;
  const ended = isFailed || stuck.length > 0 ? 'failed' : 'done';
  return {
    state: isSuspended ? 'suspended' : ended,
    serving: 'not-applicable',
    available: 0,
    desired: 0,
    pods: [],
    reasons: isFailed
      ? [
          ...triesThatFailed({ pods, isHard: true }),
          {
            code: 'LastRunFailed',
            message: `The last run of ${name}, of ${at(scheduled)}, failed; ${
              succeeded
                ? `the last that succeeded ended ${at(succeeded)}`
                : 'none has succeeded yet'
            }.`,
            since: scheduled,
            isHard: true,
          },
        ]
      : stuck,
    message: sentence({
      name,
      scheduled,
      succeeded,
      isRunning,
      isSuspended,
      at,
    }),
  };
}

function sentence(options: {
  name: string;
  scheduled: string | undefined;
  succeeded: string | undefined;
  isRunning: boolean;
  isSuspended: boolean;
  at: (time: string) => string;
}): string {
  const { name, scheduled, succeeded, isRunning, isSuspended, at } = options;
  if (isSuspended) {
    return `${name} is suspended: no run is started.`;
  }
  if (scheduled === undefined) {
    return `${name} has not run yet.`;
  }
  if (isRunning) {
    return `${name} runs, as scheduled for ${at(scheduled)}.`;
  }
  return succeeded
    ? `The last run of ${name} succeeded, ${at(succeeded)}.`
    : `${name} ran ${at(scheduled)}; whether it succeeded is not known.`;
}

/** Why a run that goes on will not get on by itself; pods that failed may be tried again. */
function hardReasons(options: {
  pods: readonly KubernetesObject[];
  now: Date;
}): readonly WeighedReason[] {
  const { pods, now } = options;
  return pods
    .filter(pod => textAt(pod, 'status.phase') !== 'Failed')
    .flatMap(pod => podReasons({ pod, now }))
    .filter(({ isHard }) => isHard);
}

/** A CronJob calls its jobs after itself and the minute that they are scheduled for. */
function podsOfLastRun(subject: WorkloadSubject): readonly KubernetesObject[] {
  const { workload, pods } = subject;
  const prefix = `${workload.metadata.name}-`;
  const runs = pods.flatMap(pod => {
    const job =
      pod.metadata.namespace === workload.metadata.namespace
        ? pod.metadata.ownerReferences?.find(({ kind }) => kind === 'Job')
        : undefined;
    const minute = job?.name.startsWith(prefix)
      ? job.name.slice(prefix.length)
      : '';
    return /^\d+$/.test(minute) ? [{ pod, minute: Number(minute) }] : [];
  });
  const last = Math.max(...runs.map(({ minute }) => minute));
  return runs.filter(({ minute }) => minute === last).map(({ pod }) => pod);
}
