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

import { isMap } from '../../../values/isMap';
import type { KubernetesObject } from '../../../kubernetes';
import type { HealthStatus } from '../../types';
import { momentOf, textAt, valueAt, type Condition } from '../../reading';
import { current, failed, inProgress } from '../result';
import { typedConditions } from '../typedConditions';
import { UnreadableError } from '../UnreadableError';

/** How long a pod may be without a node before it is taken to find none (`ScheduleWindow` in `core.go`). */
const scheduleMilliseconds = 15_000;

/**
 * A pod that failed has ended, and so is done; one that crashes has failed (`podConditions` in `core.go`).
 *
 * @internal
 */
export function pod(options: {
  resource: KubernetesObject;
  now: Date;
}): HealthStatus {
  const { resource } = options;
  const conditions = typedConditions(resource);
  const phase = textAt(resource, 'status.phase') ?? '';
  switch (phase) {
    case 'Succeeded':
      return current('Pod has completed successfully');
    case 'Failed':
      return current('Pod has completed, but not successfully');
    case 'Running':
      return running({ resource, conditions });
    case 'Pending':
      return pending({ ...options, conditions });
    case '':
      return inProgress('Pod phase not available');
    default:
      throw new UnreadableError(`unknown phase ${phase}`);
  }
}

function running(options: {
  resource: KubernetesObject;
  conditions: readonly Condition[];
}): HealthStatus {
  const { resource, conditions } = options;
  if (
    conditions.some(({ type, status }) => type === 'Ready' && status === 'True')
  ) {
    return current('Pod is Ready');
  }
  const crashing = crashingContainers(resource);
  return crashing.length > 0
    ? failed(`Containers in CrashLoop state: ${crashing.join(',')}`)
    : inProgress('Pod is running but is not Ready');
}

function pending(options: {
  resource: KubernetesObject;
  conditions: readonly Condition[];
  now: Date;
}): HealthStatus {
  const { resource, conditions, now } = options;
  const scheduled = conditions.find(
    ({ type, status }) => type === 'PodScheduled' && status === 'False',
  );
  if (scheduled?.reason !== 'Unschedulable') {
    return inProgress('Pod is in the Pending phase');
  }
  const made = momentOf(textAt(resource, 'metadata.creationTimestamp'));
  return made !== undefined && now.getTime() - scheduleMilliseconds < made
    ? inProgress('Pod has not been scheduled')
    : failed('Pod could not be scheduled');
}

function crashingContainers(resource: KubernetesObject): readonly string[] {
  const statuses = valueAt(resource, 'status.containerStatuses');
  if (statuses === undefined) {
    return [];
  }
  if (!Array.isArray(statuses)) {
    throw new UnreadableError('status.containerStatuses is no list');
  }
  return statuses.flatMap((status: unknown) => {
    const name = strictly(status, 'name');
    const state = name === undefined ? undefined : strictly(status, 'state');
    const waiting =
      state === undefined ? undefined : strictly(state, 'waiting');
    const reason =
      waiting === undefined ? undefined : strictly(waiting, 'reason');
    if (
      (name !== undefined && typeof name !== 'string') ||
      (reason !== undefined && typeof reason !== 'string')
    ) {
      throw new UnreadableError('a name or reason in a container is no text');
    }
    return name !== undefined && reason === 'CrashLoopBackOff' ? name : [];
  });
}

/** A field of a map; undefined where it is absent. What is no map makes kstatus panic. */
function strictly(value: unknown, field: string): unknown {
  if (!isMap(value)) {
    throw new UnreadableError(`what holds ${field} is no map of fields`);
  }
  return Object.hasOwn(value, field) ? value[field] : undefined;
}
