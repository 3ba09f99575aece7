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
  metadata,
  observed,
  optional,
  seldom,
} from '../drawing.mjs';

const address = { ip: '192.0.2.1' };

function loadBalancer(draw) {
  return optional(draw, {
    ingress: optional(draw, draw.pick([[], [address], [address]])),
  });
}

/** How the other kinds of Kubernetes are drawn. */
export const core = [
  {
    name: 'PersistentVolumeClaim',
    unread: ['spec', 'conditions'],
    statuses: {
      argo: ['Healthy', 'Progressing', 'Degraded', 'Unknown'],
      kstatus: ['Current', 'InProgress', 'Terminating', 'Failed'],
    },
    draw(draw) {
      return {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: metadata(draw),
        spec: {},
        status: optional(draw, {
          phase: optional(draw, draw.pick(['Bound', 'Pending', 'Lost', 'New'])),
          conditions: conditions(draw, { types: ['Resizing'] }),
        }),
      };
    },
  },
  {
    name: 'Service',
    unread: ['clusterIP', 'conditions', 'ip'],
    statuses: {
      argo: ['Healthy', 'Progressing'],
      kstatus: ['Current', 'InProgress', 'Terminating', 'Failed'],
    },
    draw(draw) {
      return {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: metadata(draw),
        spec: optional(draw, {
          type: optional(
            draw,
            draw.pick(['LoadBalancer', 'LoadBalancer', 'ClusterIP']),
          ),
          clusterIP: optional(draw, draw.pick(['', '10.0.0.1', 'None'])),
        }),
        status: optional(draw, {
          loadBalancer: loadBalancer(draw),
          conditions: conditions(draw, { types: ['Any'] }),
        }),
      };
    },
  },
  {
    name: 'Ingress',
    statuses: {
      argo: ['Healthy', 'Progressing', null],
      kstatus: ['Current', 'InProgress', 'Terminating'],
    },
    draw(draw) {
      const meta = metadata(draw);
      return {
        apiVersion: draw.pick([
          ...['networking.k8s.io/v1', 'networking.k8s.io/v1'],
          ...['extensions/v1beta1', 'example.com/v1'],
        ]),
        kind: 'Ingress',
        metadata: meta,
        spec: {},
        status: optional(draw, {
          observedGeneration: optional(draw, observed(draw, meta), 2),
          loadBalancer: loadBalancer(draw),
        }),
      };
    },
  },
  {
    name: 'Secret and ConfigMap',
    statuses: {
      argo: ['Progressing', null],
      kstatus: ['Current', 'Terminating'],
    },
    draw(draw) {
      return {
        apiVersion: 'v1',
        kind: draw.pick(['Secret', 'ConfigMap']),
        metadata: metadata(draw),
        data: {},
      };
    },
  },
  {
    name: 'PodDisruptionBudget',
    statuses: {
      argo: ['Healthy', 'Progressing', 'Degraded', 'Unknown'],
      kstatus: ['Current', 'InProgress', 'Terminating', 'Failed'],
    },
    draw(draw) {
      const meta = metadata(draw);
      return {
        apiVersion: 'policy/v1',
        kind: 'PodDisruptionBudget',
        metadata: meta,
        spec: {},
        status: optional(draw, {
          observedGeneration: observed(draw, meta),
          conditions: conditions(draw, {
            types: ['DisruptionAllowed'],
            reasons: ['InsufficientPods', 'InsufficientPods', 'SyncFailed'],
          }),
        }),
      };
    },
  },
  {
    name: 'APIService',
    unread: ['spec'],
    statuses: {
      argo: ['Healthy', 'Progressing', 'Unknown'],
      kstatus: ['Current', 'InProgress', 'Terminating', 'Failed'],
    },
    draw(draw) {
      return {
        apiVersion: `apiregistration.k8s.io/${draw.pick([
          ...['v1', 'v1', 'v1', 'v1beta1', 'v2'],
        ])}`,
        kind: 'APIService',
        metadata: metadata(draw),
        spec: {},
        status: optional(draw, {
          conditions: conditions(draw, { types: ['Available', 'Ready'] }),
        }),
      };
    },
  },
  {
    name: 'CustomResourceDefinition',
    statuses: {
      argo: ['Healthy', 'Progressing', 'Degraded', 'Unknown'],
      kstatus: ['Current', 'InProgress', 'Terminating', 'Failed'],
    },
    draw(draw) {
      return {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: metadata(draw),
        spec: {},
        status: optional(
          draw,
          {
            conditions: conditions(draw, {
              types: [
                ...['Established', 'Established', 'Established'],
                ...['NamesAccepted', 'Terminating', 'NonStructuralSchema'],
              ],
              reasons: [
                'Installing',
                'InvalidCABundle',
                'InitialNamesAccepted',
              ],
            }),
          },
          12,
        ),
      };
    },
  },
  {
    name: 'HorizontalPodAutoscaler',
    unread: ['spec'],
    statuses: {
      argo: ['Healthy', 'Progressing', 'Degraded', 'Unknown'],
      kstatus: ['Current', 'InProgress', 'Terminating', 'Failed'],
    },
    draw(draw) {
      const drawn = conditions(draw, {
        types: ['AbleToScale', 'ScalingActive', 'ScalingLimited'],
        reasons: [
          ...['FailedGetScale', 'FailedUpdateScale', 'ReadyForNewScale'],
          ...['FailedGetResourceMetric', 'FailedGetObjectMetric'],
          ...['FailedGetPodsMetric', 'FailedGetExternalMetric'],
          ...['FailedComputeMetricsReplicas', 'InvalidSelector'],
          ...['ValidMetricFound', 'DesiredWithinRange', 'ScaleDownStabilized'],
        ],
      });
      const version = draw.pick(['v1', 'v2', 'v2', 'v2beta2']);
      const annotation = seldom(draw, 10)
        ? draw.pick(['', '{}', 'null', '[', '[null]', '[{"type":1}]'])
        : JSON.stringify(drawn);
      return {
        apiVersion: `autoscaling/${version}`,
        kind: 'HorizontalPodAutoscaler',
        metadata: metadata(draw, {
          annotations:
            version === 'v1'
              ? { 'autoscaling.alpha.kubernetes.io/conditions': annotation }
              : undefined,
        }),
        spec: {},
        status: version === 'v1' ? {} : { conditions: drawn },
      };
    },
  },
];
