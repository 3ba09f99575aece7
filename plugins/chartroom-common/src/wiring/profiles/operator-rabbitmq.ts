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

import type { EngineProfile } from '../EngineProfile';
import { restrictedContainer, restrictedPod } from './restricted';

/**
 * RabbitMQ's cluster operator makes a cluster, and its Secret `<name>-default-user` with the
 * one account.
 *
 * @remarks
 * The operator asks the pods' HTTP API
 * (https://github.com/rabbitmq/cluster-operator/tree/main/docs/examples/network-policies).
 * The override makes them meet `restricted`.
 *
 * @internal
 */
export const operatorRabbitmq: EngineProfile = {
  engine: 'rabbitmq',
  source: 'operator',
  verified: 'written',
  resource: 'message-broker',
  port: 5672,
  ports: { management: 15672 },
  peerPorts: [4369, 25672],
  host: '{name}',
  podLabels: { 'app.kubernetes.io/name': '{name}' },
  vhost: '/',
  secret: {
    name: '{name}-default-user',
    keys: { username: 'username', password: 'password' },
  },
  uri: 'amqp://{username}:{password}@{host}:{port}',
  external: false,
  objects: [
    {
      apiVersion: 'rabbitmq.com/v1beta1',
      kind: 'RabbitmqCluster',
      metadata: { name: '{name}' },
      spec: {
        replicas: 3,
        persistence: { storage: '8Gi' },
        override: {
          statefulSet: {
            spec: {
              template: {
                spec: {
                  securityContext: restrictedPod,
                  initContainers: [
                    {
                      name: 'setup-container',
                      securityContext: restrictedContainer,
                    },
                  ],
                  containers: [
                    { name: 'rabbitmq', securityContext: restrictedContainer },
                  ],
                },
              },
            },
          },
        },
      },
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: '{name}-operator' },
      spec: {
        podSelector: { matchLabels: { 'app.kubernetes.io/name': '{name}' } },
        policyTypes: ['Ingress'],
        ingress: [
          {
            from: [
              {
                namespaceSelector: {
                  matchLabels: {
                    'kubernetes.io/metadata.name': 'rabbitmq-system',
                  },
                },
                podSelector: {
                  matchLabels: {
                    'app.kubernetes.io/component': 'rabbitmq-operator',
                  },
                },
              },
            ],
            ports: [{ port: 15672, protocol: 'TCP' }],
          },
        ],
      },
    },
  ],
};
