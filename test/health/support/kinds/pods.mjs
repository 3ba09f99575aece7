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

import { conditions, metadata, optional, seldom } from '../drawing.mjs';

const reasons = [
  ...['CrashLoopBackOff', 'CrashLoopBackOff', 'ImagePullBackOff'],
  ...['ErrImagePull', 'CreateContainerConfigError', 'InvalidImageName'],
  ...['ContainerCreating', 'PodInitializing'],
];

function end(draw) {
  return {
    exitCode: draw.pick([0, 1, 137]),
    reason: optional(draw, draw.pick(['Error', 'OOMKilled', 'Completed'])),
    message: optional(draw, draw.pick(['', '', 'out of luck'])),
  };
}

function container(draw) {
  const state = draw.pick([
    { waiting: { reason: draw.pick(reasons), message: 'back-off' } },
    { waiting: { reason: optional(draw, draw.pick(reasons)) } },
    { running: {} },
    { running: {} },
    { running: {} },
    { terminated: end(draw) },
  ]);
  return {
    name: optional(draw, draw.pick(['main', 'side']), 10),
    state: optional(draw, state),
    lastState: optional(draw, seldom(draw, 5) ? { terminated: end(draw) } : {}),
  };
}

function containers(draw) {
  const list = Array.from({ length: draw.integer(0, 2) }, () =>
    container(draw),
  );
  return optional(draw, list);
}

/** How pods are drawn. */
export const pods = [
  {
    name: 'Pod',
    statuses: {
      argo: ['Healthy', 'Progressing', 'Degraded', 'Unknown'],
      kstatus: ['Current', 'InProgress', 'Failed', 'Terminating', 'Unknown'],
    },
    draw(draw) {
      // A minute away, so that it does not matter when who is asked
      const away = draw.pick([-60_000, 60_000]);
      const made = new Date(Date.now() + away).toISOString();
      const creationTimestamp = optional(draw, made.replace(/\.\d+/, ''));
      return {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: metadata(draw, { creationTimestamp }),
        spec: {
          restartPolicy: optional(
            draw,
            draw.pick(['Always', 'Always', 'OnFailure', 'Never']),
            10,
          ),
        },
        status: optional(
          draw,
          {
            phase: optional(
              draw,
              draw.pick([
                ...['Pending', 'Pending', 'Running', 'Running', 'Running'],
                ...['Succeeded', 'Failed', 'Unknown'],
              ]),
              12,
            ),
            message: optional(draw, 'a message of the pod', 2),
            conditions: conditions(draw, {
              types: ['Ready', 'Ready', 'PodScheduled'],
              reasons: ['Unschedulable', 'Unschedulable', 'SchedulingGated'],
            }),
            initContainerStatuses: containers(draw),
            containerStatuses: containers(draw),
          },
          20,
        ),
      };
    },
  },
];
