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
 * CloudPirates' chart of RabbitMQ, with one account for all services.
 *
 * @remarks
 * It has no network policy of its own to switch off.
 *
 * @internal
 */
export const cloudpiratesRabbitmq: EngineProfile = {
  engine: 'rabbitmq',
  source: 'cloudpirates',
  verified: 'written',
  resource: 'message-broker',
  port: 5672,
  ports: { management: 15672 },
  peerPorts: [4369, 25672],
  host: '{name}',
  podLabels: { 'app.kubernetes.io/name': '{name}' },
  vhost: '/',
  username: 'admin',
  secret: { name: '{name}', keys: { password: 'password' } },
  uri: 'amqp://{username}:{password}@{host}:{port}',
  external: false,
  chart: {
    name: 'rabbitmq',
    repository: 'oci://registry-1.docker.io/cloudpirates',
    version: '0.21.18',
  },
  values: {
    nameOverride: '{name}',
    fullnameOverride: '{name}',
    auth: {
      enabled: true,
      username: 'admin',
      existingSecret: '{name}',
      existingPasswordKey: 'password',
      existingErlangCookieKey: 'erlang-cookie',
    },
    podSecurityContext: restrictedPod,
    containerSecurityContext: restrictedContainer,
  },
  secrets: [
    {
      name: '{name}',
      neededBy: 'chart',
      keys: { password: '{random}', 'erlang-cookie': '{random}' },
    },
  ],
};
