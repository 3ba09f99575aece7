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

/**
 * The official image of RabbitMQ on the common chart, with one account for all services.
 *
 * @internal
 */
export const ownRabbitmq: EngineProfile = {
  engine: 'rabbitmq',
  source: 'own',
  verified: 'rendered',
  resource: 'message-broker',
  port: 5672,
  host: '{name}',
  podLabels: { 'app.kubernetes.io/name': '{name}' },
  vhost: '/',
  secret: {
    name: '{name}',
    keys: { username: 'username', password: 'password' },
  },
  uri: 'amqp://{username}:{password}@{host}:{port}',
  external: false,
  secrets: [
    {
      name: '{name}',
      neededBy: 'chart',
      keys: { username: '{name}', password: '{random}' },
    },
  ],
  ownChart: {
    image: 'rabbitmq',
    appVersion: '3.13.7',
    values: {
      env: {
        RABBITMQ_DEFAULT_USER: { secret: '{name}', key: 'username' },
        RABBITMQ_DEFAULT_PASS: { secret: '{name}', key: 'password' },
      },
      probes: {
        liveness: {
          command: ['rabbitmq-diagnostics', '-q', 'ping'],
          periodSeconds: 30,
          timeoutSeconds: 20,
        },
      },
      resources: {
        requests: { cpu: '200m', memory: '512Mi' },
        limits: { cpu: '1000m', memory: '1Gi' },
      },
      securityContext: { runAsUser: 999, runAsGroup: 999, fsGroup: 999 },
      persistence: {
        enabled: true,
        size: '2Gi',
        mountPath: '/var/lib/rabbitmq',
      },
    },
  },
};
