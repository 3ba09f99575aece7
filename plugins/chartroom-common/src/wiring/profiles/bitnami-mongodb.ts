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
 * Bitnami's chart of MongoDB, standalone; each service has its own user.
 *
 * @remarks
 * For a system that already runs it: the images left Docker Hub's `bitnami` in 2025,
 * and those of `bitnamilegacy` are frozen. Its pods meet `restricted` by default.
 *
 * @internal
 */
export const bitnamiMongodb: EngineProfile = {
  engine: 'mongodb',
  source: 'bitnami',
  verified: 'written',
  resource: 'database',
  port: 27017,
  host: '{name}',
  podLabels: {
    'app.kubernetes.io/name': '{name}',
    'app.kubernetes.io/component': 'mongodb',
  },
  database: '{service}',
  username: '{service}',
  secret: { name: '{name}-{service}', keys: { password: 'password' } },
  uri: 'mongodb://{username}:{password}@{host}:{port}/{database}',
  external: false,
  chart: {
    name: 'mongodb',
    repository: 'oci://registry-1.docker.io/bitnamicharts',
    version: '17.0.2',
  },
  values: {
    nameOverride: '{name}',
    fullnameOverride: '{name}',
    architecture: 'standalone',
    useStatefulSet: true,
    auth: { enabled: true, existingSecret: '{name}' },
    networkPolicy: { enabled: false },
  },
  startingValues: {
    global: { security: { allowInsecureImages: true } },
    image: { repository: 'bitnamilegacy/mongodb' },
  },
  secrets: [
    {
      name: '{name}',
      neededBy: 'chart',
      keys: { 'mongodb-root-password': '{random}' },
    },
    {
      name: '{name}-{service}',
      neededBy: 'caller',
      keys: { password: '{random}' },
    },
  ],
};
