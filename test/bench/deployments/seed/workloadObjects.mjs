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

import { containerStates } from './containerStates.mjs';

const time = '2026-01-01T00:00:00Z';

/**
 * A service's Deployment with its ReplicaSet and two pods, as functions of what they are owned by: each with the status that
 * controllers and a kubelet would have written. The first pod of those that are unwell has the fate, the other one runs.
 */
export function workloadObjects({
  service,
  version,
  namespace,
  release,
  fate,
}) {
  const own = {
    'app.kubernetes.io/name': service,
    'app.kubernetes.io/instance': release,
  };
  const labels = {
    ...own,
    'helm.sh/chart': `${service}-${version}`,
    'app.kubernetes.io/version': '7.1.0',
    'app.kubernetes.io/managed-by': 'Helm',
  };
  const image = `shop/${service}:7.1.0`;
  const hash = '5d9c7b8f6d';
  const template = {
    metadata: { labels: own },
    spec: {
      containers: [
        {
          name: 'main',
          image,
          ports: [{ containerPort: 8080 }],
          resources: { requests: { cpu: '10m', memory: '64Mi' } },
          env: ['LOG_LEVEL', 'REGION', 'TENANT'].map(name => ({
            name,
            value: 'one',
          })),
        },
      ],
    },
  };
  const selector = { matchLabels: own };
  const ready = fate === 'healthy' ? 2 : 1;
  const annotations = { 'deployment.kubernetes.io/revision': '1' };
  const ownedBy = ({ apiVersion, kind, metadata }) => [
    {
      ...{ apiVersion, kind, name: metadata.name, uid: metadata.uid },
      controller: true,
      blockOwnerDeletion: true,
    },
  ];
  const deployment = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: service, namespace, labels, annotations },
    spec: { replicas: 2, selector, template },
    status: {
      observedGeneration: 1,
      replicas: 2,
      updatedReplicas: 2,
      readyReplicas: ready,
      availableReplicas: ready,
      ...(ready < 2 && { unavailableReplicas: 1 }),
      conditions: [
        condition('Available', 'MinimumReplicasAvailable'),
        condition(
          'Progressing',
          fate === 'healthy' ? 'NewReplicaSetAvailable' : 'ReplicaSetUpdated',
        ),
      ],
    },
  };
  const withHash = { ...own, 'pod-template-hash': hash };
  const replicaSet = owner => ({
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `${service}-${hash}`,
      namespace,
      labels: withHash,
      annotations,
      ownerReferences: ownedBy(owner),
    },
    spec: {
      replicas: 2,
      selector: { matchLabels: withHash },
      template: { ...template, metadata: { labels: withHash } },
    },
    status: {
      observedGeneration: 1,
      replicas: 2,
      fullyLabeledReplicas: 2,
      readyReplicas: ready,
      availableReplicas: ready,
    },
  });
  const pod = index => owner => {
    const its = index === 0 ? fate : 'healthy';
    const container = containerStates[its];
    return {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: `${service}-${hash}-${index}`,
        namespace,
        labels: withHash,
        ownerReferences: ownedBy(owner),
      },
      spec: {
        ...template.spec,
        nodeName: 'node-1',
        automountServiceAccountToken: false,
      },
      status: {
        phase: its === 'unpullable' ? 'Pending' : 'Running',
        startTime: time,
        conditions: [
          'Initialized',
          'ContainersReady',
          'Ready',
          'PodScheduled',
        ].map(type => ({
          ...condition(type),
          ...(/Ready$/.test(type) &&
            !container.ready && {
              status: 'False',
              reason: 'ContainersNotReady',
            }),
        })),
        containerStatuses: [
          { name: 'main', image, imageID: '', restartCount: 0, ...container },
        ],
      },
    };
  };
  return { deployment, replicaSet, pods: [pod(0), pod(1)] };
}

function condition(type, reason) {
  return { type, status: 'True', reason, lastTransitionTime: time };
}
