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

import {
  conditions,
  count,
  metadata,
  nearly,
  observed,
  optional,
  seldom,
} from '../drawing.mjs';

const kstatus = ['Current', 'InProgress', 'Failed', 'Terminating'];

/** How the kinds that keep pods running are drawn. */
export const workloads = [
  {
    name: 'Deployment',
    unread: ['readyReplicas', 'progressDeadlineSeconds'],
    statuses: {
      argo: ['Healthy', 'Progressing', 'Degraded', 'Suspended'],
      kstatus,
    },
    draw(draw) {
      const meta = metadata(draw);
      const replicas = count(draw);
      return {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: meta,
        spec: {
          replicas,
          paused: optional(draw, seldom(draw, 10), 2),
          progressDeadlineSeconds: optional(
            draw,
            draw.pick([600, 600, 2 ** 31 - 1]),
          ),
        },
        status: optional(
          draw,
          {
            observedGeneration: observed(draw, meta),
            replicas: nearly(draw, replicas ?? 1),
            updatedReplicas: nearly(draw, replicas ?? 1),
            readyReplicas: nearly(draw, replicas ?? 1),
            availableReplicas: nearly(draw, replicas ?? 1),
            conditions: conditions(draw, {
              types: ['Progressing', 'Available', 'Available'],
              reasons: [
                ...['NewReplicaSetAvailable', 'NewReplicaSetAvailable'],
                ...['ProgressDeadlineExceeded', 'MinimumReplicasAvailable'],
              ],
              longest: 4,
            }),
          },
          20,
        ),
      };
    },
  },
  {
    name: 'ReplicaSet',
    unread: ['replicas', 'readyReplicas', 'fullyLabeledReplicas'],
    statuses: { argo: ['Healthy', 'Progressing', 'Degraded'], kstatus },
    draw(draw) {
      const meta = metadata(draw);
      const replicas = count(draw);
      return {
        apiVersion: 'apps/v1',
        kind: 'ReplicaSet',
        metadata: meta,
        spec: { replicas },
        status: {
          observedGeneration: observed(draw, meta),
          replicas: nearly(draw, replicas ?? 1),
          fullyLabeledReplicas: nearly(draw, replicas ?? 1),
          readyReplicas: nearly(draw, replicas ?? 1),
          availableReplicas: nearly(draw, replicas ?? 1),
          conditions: conditions(draw, {
            types: ['ReplicaFailure'],
            reasons: ['FailedCreate'],
          }),
        },
      };
    },
  },
  {
    name: 'StatefulSet',
    unread: ['conditions', 'replicas'],
    statuses: { argo: ['Healthy', 'Progressing'], kstatus },
    draw(draw) {
      const meta = metadata(draw);
      const replicas = count(draw);
      const rollingUpdate = { partition: optional(draw, draw.integer(0, 2)) };
      return {
        apiVersion: 'apps/v1',
        kind: 'StatefulSet',
        metadata: meta,
        spec: {
          replicas,
          updateStrategy: optional(draw, {
            type: optional(
              draw,
              draw.pick(['RollingUpdate', 'RollingUpdate', 'OnDelete']),
            ),
            rollingUpdate: optional(draw, rollingUpdate, 2),
          }),
        },
        status: {
          observedGeneration: observed(draw, meta),
          replicas: nearly(draw, replicas ?? 1),
          readyReplicas: nearly(draw, replicas ?? 1),
          updatedReplicas: nearly(draw, replicas ?? 1),
          currentReplicas: nearly(draw, replicas ?? 1),
          currentRevision: optional(draw, draw.pick(['cart-a', 'cart-b'])),
          updateRevision: optional(draw, draw.pick(['cart-a', 'cart-b'])),
          conditions: conditions(draw, { types: ['Any'] }),
        },
      };
    },
  },
  {
    name: 'DaemonSet',
    unread: ['conditions', 'currentNumberScheduled', 'numberReady'],
    statuses: { argo: ['Healthy', 'Progressing'], kstatus },
    draw(draw) {
      const meta = metadata(draw);
      const desired = draw.integer(0, 3);
      return {
        apiVersion: 'apps/v1',
        kind: 'DaemonSet',
        metadata: meta,
        spec: {
          updateStrategy: optional(draw, {
            type: draw.pick(['RollingUpdate', 'RollingUpdate', 'OnDelete']),
          }),
        },
        status: {
          observedGeneration: observed(draw, meta),
          desiredNumberScheduled: optional(draw, desired, 12),
          currentNumberScheduled: nearly(draw, desired),
          updatedNumberScheduled: nearly(draw, desired),
          numberAvailable: nearly(draw, desired),
          numberReady: nearly(draw, desired),
          conditions: conditions(draw, { types: ['Any'] }),
        },
      };
    },
  },
  {
    name: 'DaemonSet of an old API',
    statuses: {
      argo: ['Progressing', null],
      kstatus: ['Current', 'InProgress', 'Terminating'],
    },
    draw(draw) {
      const meta = metadata(draw);
      return {
        apiVersion: 'extensions/v1beta1',
        kind: draw.pick(['DaemonSet', 'Deployment', 'ReplicaSet']),
        metadata: meta,
        spec: { replicas: 0 },
        status: {
          observedGeneration: observed(draw, meta),
          desiredNumberScheduled: count(draw),
          currentNumberScheduled: count(draw),
        },
      };
    },
  },
  {
    name: 'workload of a version that Argo CD does not read',
    statuses: {
      argo: ['Progressing', 'Unknown'],
      kstatus: ['Current', 'InProgress', 'Terminating'],
    },
    draw(draw) {
      return {
        apiVersion: 'apps/v1beta2',
        kind: draw.pick([
          ...['Deployment', 'ReplicaSet'],
          ...['StatefulSet', 'DaemonSet'],
        ]),
        metadata: metadata(draw),
        spec: { replicas: count(draw) },
        status: {},
      };
    },
  },
];
