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
 * groundhog2k's chart of RabbitMQ, with one account for all services.
 *
 * @remarks
 * Without a size its volume would be lost with the pod. It has a network policy of
 * its own only where one is written.
 *
 * @internal
 */
export const groundhog2kRabbitmq: EngineProfile = {
  engine: 'rabbitmq',
  source: 'groundhog2k',
  verified: 'written',
  resource: 'message-broker',
  port: 5672,
  ports: { management: 15672 },
  peerPorts: [4369, 25672],
  host: '{name}',
  podLabels: { 'app.kubernetes.io/name': '{name}' },
  vhost: '/',
  secret: {
    name: '{name}',
    keys: { username: 'username', password: 'password' },
  },
  uri: 'amqp://{username}:{password}@{host}:{port}',
  external: false,
  chart: {
    name: 'rabbitmq',
    repository: 'https://groundhog2k.github.io/helm-charts',
    version: '2.3.6',
  },
  values: {
    nameOverride: '{name}',
    fullnameOverride: '{name}',
    authentication: {
      existingSecret: '{name}',
      user: { secretKey: 'username' },
      password: { secretKey: 'password' },
      erlangCookie: { secretKey: 'erlang-cookie' },
    },
    podSecurityContext: restrictedPod,
    securityContext: restrictedContainer,
  },
  startingValues: { storage: { requestedSize: '8Gi' } },
  secrets: [
    {
      name: '{name}',
      neededBy: 'chart',
      keys: {
        username: '{name}',
        password: '{random}',
        'erlang-cookie': '{random}',
      },
    },
  ],
};
