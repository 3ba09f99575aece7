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

import { isMap } from '../values/isMap';
import { picked } from './picked';
import { pickedEach } from './pickedEach';

/**
 * Reasons that the container runtime gives. In any other termination the message may be the container's own, or the end
 * of its log (`terminationMessagePolicy: FallbackToLogsOnError`), and a log may tell secrets.
 */
const runtimeReasons = ['StartError', 'ContainerCannotRun'];

/**
 * The status of a slim Pod: phase, conditions, and how each container does.
 *
 * @internal
 */
export function slimPodStatus(
  status: unknown,
): Record<string, unknown> | undefined {
  if (!isMap(status)) {
    return undefined;
  }
  const conditions = pickedEach(status.conditions, [
    ...['type', 'status', 'reason', 'message', 'lastTransitionTime'],
  ]);
  return {
    ...picked(status, [
      ...['phase', 'reason', 'message', 'startTime', 'observedGeneration'],
    ]),
    ...(conditions && { conditions }),
    ...containers(status, 'containerStatuses'),
    ...containers(status, 'initContainerStatuses'),
  };
}

function containers(
  status: Readonly<Record<string, unknown>>,
  field: 'containerStatuses' | 'initContainerStatuses',
) {
  const statuses = status[field];
  return (
    Array.isArray(statuses) && {
      [field]: statuses.filter(isMap).map(container => ({
        ...picked(container, [...['name', 'ready', 'started', 'restartCount']]),
        ...slimState(container, 'state'),
        ...slimState(container, 'lastState'),
      })),
    }
  );
}

function slimState(
  container: Readonly<Record<string, unknown>>,
  field: 'state' | 'lastState',
) {
  const state = container[field];
  if (!isMap(state)) {
    return {};
  }
  const { waiting, running, terminated } = state;
  return {
    [field]: {
      ...(isMap(waiting) && {
        waiting: picked(waiting, ['reason', 'message']),
      }),
      ...(isMap(running) && { running: picked(running, ['startedAt']) }),
      ...(isMap(terminated) && { terminated: slimTermination(terminated) }),
    },
  };
}

function slimTermination(terminated: Readonly<Record<string, unknown>>) {
  const isOfRuntime = runtimeReasons.some(
    reason => reason === terminated.reason,
  );
  return picked(terminated, [
    ...['exitCode', 'signal', 'reason', 'startedAt', 'finishedAt'],
    ...(isOfRuntime ? ['message'] : []),
  ]);
}
