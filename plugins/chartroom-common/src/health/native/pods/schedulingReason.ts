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
import { conditionsOf, textAt } from '../../reading';
import { clipped } from '../clipped';
import type { WeighedReason } from '../WeighedReason';

/**
 * A pod that found no node for so long is taken to find none: kstatus gives the scheduler the same time
 * (`ScheduleWindow` in `pkg/kstatus/status/core.go`).
 */
const scheduleMilliseconds = 15_000;

/**
 * That no node takes a pod; undefined where it has one, or where the scheduler has not looked yet.
 *
 * @internal
 */
export function schedulingReason(options: {
  pod: KubernetesObject;
  now: Date;
}): WeighedReason | undefined {
  const { pod, now } = options;
  const condition = conditionsOf(pod).find(
    ({ type, status }) => type === 'PodScheduled' && status === 'False',
  );
  if (!condition) {
    return undefined;
  }
  const said = condition.message ? `: ${clipped(condition.message)}` : '';
  const name = pod.metadata.name;
  const made = textAt(pod, 'metadata.creationTimestamp');
  const time = condition.lastTransitionTime ?? made;
  if (condition.reason !== 'Unschedulable') {
    return {
      code: condition.reason || 'PodScheduled',
      message: `Pod ${name} is held back from the scheduler${said}.`,
      pod: name,
      since: time,
      isHard: false,
    };
  }
  const begin = made ?? time;
  return {
    code: 'Unschedulable',
    message: `Pod ${name} fits on no node${said}.`,
    pod: name,
    since: time,
    isHard:
      begin === undefined ||
      // Not `<=`: an unreadable time is no reason to wait
      !(now.getTime() - Date.parse(begin) <= scheduleMilliseconds),
  };
}
