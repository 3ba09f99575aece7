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

import { conditionsOf, textAt } from '../../reading';
import { servingState } from '../servingState';
import type { WorkloadReading, WorkloadSubject } from '../WorkloadRule';

/**
 * Reads a pod that stands alone.
 *
 * @internal
 */
export function pod(subject: WorkloadSubject): WorkloadReading {
  const { workload } = subject;
  const { name } = workload.metadata;
  const phase = textAt(workload, 'status.phase');
  const isReady = conditionsOf(workload).some(
    ({ type, status }) => type === 'Ready' && status === 'True',
  );
  const isForever =
    (textAt(workload, 'spec.restartPolicy') ?? 'Always') === 'Always';
  const isOver = phase === 'Succeeded';
  const isDone = isOver || (phase === 'Running' && isReady);
  const goal = isDone ? 'done' : 'underway';
  const available = phase === 'Running' && isReady ? 1 : 0;
  const ready = isReady ? 'is ready' : 'is not ready yet';
  return {
    state: phase === 'Failed' ? 'failed' : goal,
    serving: isForever
      ? servingState({ available, desired: 1, maxUnavailable: 0 })
      : 'not-applicable',
    available,
    desired: isOver ? 0 : 1,
    pods: [workload],
    reasons: [],
    message: `Pod ${name} ${isOver ? 'has ended well' : ready}.`,
  };
}
