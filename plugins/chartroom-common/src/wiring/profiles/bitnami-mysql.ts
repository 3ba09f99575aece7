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
 * Bitnami's chart of MySQL, standalone; each service has its own user.
 *
 * @remarks
 * For a system that already runs it: the images left Docker Hub's `bitnami` in 2025,
 * and those of `bitnamilegacy` are frozen. Its pods meet `restricted` by default.
 *
 * @internal
 */
export const bitnamiMysql: EngineProfile = {
  engine: 'mysql',
  source: 'bitnami',
  verified: 'written',
  resource: 'database',
  port: 3306,
  host: '{name}',
  podLabels: {
    'app.kubernetes.io/name': '{name}',
    'app.kubernetes.io/component': 'primary',
  },
  database: '{service}',
  username: '{service}',
  secret: { name: '{name}-{service}', keys: { password: 'password' } },
  uri: 'mysql://{username}:{password}@{host}:{port}/{database}',
  external: false,
  chart: {
    name: 'mysql',
    repository: 'oci://registry-1.docker.io/bitnamicharts',
    version: '14.0.5',
  },
  values: {
    nameOverride: '{name}',
    fullnameOverride: '{name}',
    architecture: 'standalone',
    auth: { existingSecret: '{name}', createDatabase: false },
    networkPolicy: { enabled: false },
  },
  startingValues: {
    global: { security: { allowInsecureImages: true } },
    image: { repository: 'bitnamilegacy/mysql' },
  },
  secrets: [
    {
      name: '{name}',
      neededBy: 'chart',
      keys: { 'mysql-root-password': '{random}' },
    },
    {
      name: '{name}-{service}',
      neededBy: 'caller',
      keys: { password: '{random}' },
    },
  ],
};
