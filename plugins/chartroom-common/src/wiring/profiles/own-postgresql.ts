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
 * The official image of postgresql on the common chart; each service has its own user.
 *
 * @internal
 */
export const ownPostgresql: EngineProfile = {
  engine: 'postgresql',
  source: 'own',
  verified: 'rendered',
  resource: 'database',
  port: 5432,
  host: '{name}',
  podLabels: { 'app.kubernetes.io/name': '{name}' },
  database: '{service}',
  username: '{service}',
  secret: { name: '{name}-{service}', keys: { password: 'password' } },
  uri: 'postgresql://{username}:{password}@{host}:{port}/{database}',
  external: false,
  secrets: [
    {
      name: '{name}',
      neededBy: 'chart',
      keys: { 'postgres-password': '{random}' },
    },
    {
      name: '{name}-{service}',
      neededBy: 'caller',
      keys: { password: '{random}' },
    },
  ],
  ownChart: {
    image: 'postgres',
    appVersion: '17.6',
    values: {
      env: {
        POSTGRES_PASSWORD: { secret: '{name}', key: 'postgres-password' },
        PGDATA: '/var/lib/postgresql/data/pgdata',
      },
      probes: {
        liveness: { command: ['pg_isready', '--quiet', '--username=postgres'] },
        readiness: {
          command: ['pg_isready', '--quiet', '--username=postgres'],
        },
      },
      resources: {
        requests: { cpu: '500m', memory: '1Gi' },
        limits: { cpu: '2000m', memory: '2Gi' },
      },
      securityContext: { runAsUser: 999, runAsGroup: 999, fsGroup: 999 },
      writablePaths: ['/var/run/postgresql'],
      persistence: {
        enabled: true,
        size: '8Gi',
        mountPath: '/var/lib/postgresql/data',
      },
    },
  },
};
