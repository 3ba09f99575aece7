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
 * CloudNativePG makes a cluster of PostgreSQL, and its Secret `<name>-app` with the one
 * application account.
 *
 * @remarks
 * The operator must reach the pods' status port and the database
 * (https://cloudnative-pg.io/documentation/current/networking); its pods meet `restricted`.
 * `{uri}` is composed from the parts as for other sources, not taken from the Secret, so
 * that a service's bindings do not depend on where its database comes from.
 *
 * @internal
 */
export const operatorPostgresql: EngineProfile = {
  engine: 'postgresql',
  source: 'operator',
  verified: 'written',
  resource: 'database',
  port: 5432,
  peerPorts: [8000],
  host: '{name}-rw',
  podLabels: { 'cnpg.io/cluster': '{name}' },
  database: 'app',
  secret: {
    name: '{name}-app',
    keys: { username: 'username', password: 'password' },
  },
  uri: 'postgresql://{username}:{password}@{host}:{port}/{database}',
  external: false,
  objects: [
    {
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'Cluster',
      metadata: { name: '{name}' },
      spec: {
        instances: 3,
        bootstrap: { initdb: { database: 'app', owner: 'app' } },
        storage: { size: '8Gi' },
      },
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: '{name}-operator' },
      spec: {
        podSelector: { matchLabels: { 'cnpg.io/cluster': '{name}' } },
        policyTypes: ['Ingress'],
        ingress: [
          {
            from: [
              {
                namespaceSelector: {
                  matchLabels: { 'kubernetes.io/metadata.name': 'cnpg-system' },
                },
                podSelector: {
                  matchLabels: { 'app.kubernetes.io/name': 'cloudnative-pg' },
                },
              },
            ],
            ports: [
              { port: 8000, protocol: 'TCP' },
              { port: 5432, protocol: 'TCP' },
            ],
          },
        ],
      },
    },
  ],
};
