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
 * The official image of mysql on the common chart; each service has its own user.
 *
 * @internal
 */
export const ownMysql: EngineProfile = {
  engine: 'mysql',
  source: 'own',
  verified: 'rendered',
  resource: 'database',
  port: 3306,
  host: '{name}',
  podLabels: { 'app.kubernetes.io/name': '{name}' },
  database: '{service}',
  username: '{service}',
  secret: { name: '{name}-{service}', keys: { password: 'password' } },
  uri: 'mysql://{username}:{password}@{host}:{port}/{database}',
  external: false,
  secrets: [
    {
      name: '{name}',
      neededBy: 'chart',
      keys: { 'root-password': '{random}' },
    },
    {
      name: '{name}-{service}',
      neededBy: 'caller',
      keys: { password: '{random}' },
    },
  ],
  ownChart: {
    image: 'mysql',
    appVersion: '8.0.36',
    values: {
      env: { MYSQL_ROOT_PASSWORD: { secret: '{name}', key: 'root-password' } },
      resources: {
        requests: { cpu: '500m', memory: '1Gi' },
        limits: { cpu: '2000m', memory: '2Gi' },
      },
      securityContext: { runAsUser: 999, runAsGroup: 999, fsGroup: 999 },
      writablePaths: ['/var/run/mysqld'],
      persistence: { enabled: true, size: '8Gi', mountPath: '/var/lib/mysql' },
    },
  },
};
