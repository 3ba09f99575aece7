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

/** How custom resources that tell their health in a phase are drawn. */
export const phases = [
  {
    name: 'Rollout',
    statuses: {
      argo: ['Healthy', 'Progressing', 'Degraded', 'Suspended', 'Unknown'],
      // Before Argo Rollouts 0.10 the generation that it has observed was a text
      kstatus: [...kstatus, 'Unknown'],
    },
    draw(draw) {
      const annotation = draw.pick(['1', '2', 'none']);
      const meta = metadata(draw, {
        annotations: optional(draw, {
          'rollout.argoproj.io/workload-generation': annotation,
        }),
      });
      const replicas = draw.integer(0, 3);
      const hash = draw.pick(['7d9f', '7d9f', '5c4b']);
      const strategy = draw.pick([{ canary: {} }, { blueGreen: {} }, {}]);
      const seen = observed(draw, meta);
      return {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Rollout',
        metadata: meta,
        spec: optional(
          draw,
          {
            replicas: optional(draw, replicas),
            paused: optional(draw, seldom(draw, 12), 2),
            workloadRef: seldom(draw, 6) ? { name: 'cart' } : undefined,
            strategy: optional(draw, strategy, 20),
          },
          25,
        ),
        status: optional(
          draw,
          {
            observedGeneration: seldom(draw, 3)
              ? draw.pick([`${seen}`, '5c4b8f', '1.0', '0x2', ' 2 ', ''])
              : undefined,
            workloadObservedGeneration: seldom(draw, 3)
              ? draw.pick(['1', '2'])
              : undefined,
            phase: seldom(draw, 4)
              ? draw.pick([
                  ...['Healthy', 'Progressing', 'Degraded', 'Paused', 'Odd'],
                ])
              : undefined,
            message: optional(draw, 'a message of the rollout', 2),
            replicas: nearly(draw, replicas),
            updatedReplicas: nearly(draw, replicas),
            availableReplicas: nearly(draw, replicas),
            pauseConditions: optional(
              draw,
              seldom(draw, 6) ? [{ reason: 'CanaryPauseStep' }] : [],
              3,
            ),
            currentPodHash: optional(draw, hash, 8),
            stableRS: optional(draw, draw.pick(['7d9f', '7d9f', '']), 4),
            canary: optional(draw, { stableRS: optional(draw, '7d9f', 3) }, 2),
            blueGreen: optional(draw, { activeSelector: '7d9f' }),
            conditions: seldom(draw, 12)
              ? undefined
              : conditions(draw, {
                  types: ['Progressing', 'Available', 'Available'],
                  reasons: [
                    ...['RolloutAborted', 'ProgressDeadlineExceeded'],
                    ...['NewReplicaSetAvailable', 'ReplicaSetUpdated'],
                    ...['ReplicaSetUpdated', 'ReplicaSetUpdated'],
                  ],
                }) ?? [{ type: draw.pick(['InvalidSpec', 'Available']) }],
          },
          12,
        ),
      };
    },
  },
  {
    name: 'Workflow',
    statuses: {
      argo: ['Healthy', 'Progressing', 'Degraded', 'Unknown'],
      kstatus,
    },
    draw(draw) {
      return {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Workflow',
        metadata: metadata(draw),
        spec: {},
        status: optional(draw, {
          phase: optional(
            draw,
            draw.pick([
              ...['Pending', 'Running', 'Succeeded', 'Failed', 'Error', 'Odd'],
            ]),
          ),
          message: optional(draw, 'a message of the workflow', 2),
          conditions: conditions(draw, { types: ['Completed'] }),
        }),
      };
    },
  },
  {
    name: 'Cluster of CloudNativePG',
    statuses: {
      argo: ['Healthy', 'Progressing', 'Degraded', 'Suspended', 'Unknown'],
      kstatus,
    },
    draw(draw) {
      return {
        apiVersion: 'postgresql.cnpg.io/v1',
        kind: 'Cluster',
        metadata: metadata(draw, {
          annotations: optional(draw, {
            'cnpg.io/reconciliationLoop': seldom(draw, 10)
              ? 'disabled'
              : undefined,
          }),
        }),
        spec: { instances: count(draw) },
        status: optional(
          draw,
          {
            phase: optional(
              draw,
              draw.pick([
                ...['Cluster in healthy state', 'Setting up primary'],
                ...['Failing over', 'Waiting for user action', 'Odd'],
                'Cluster is unrecoverable and needs manual intervention',
              ]),
            ),
            phaseReason: optional(draw, 'a reason of the cluster', 2),
            conditions: conditions(draw, {
              types: ['Ready', 'Ready', 'Ready', 'cnpg.io/hibernation'],
            }),
          },
          12,
        ),
      };
    },
  },
];
