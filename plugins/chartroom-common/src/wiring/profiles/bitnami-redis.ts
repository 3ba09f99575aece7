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
 * Bitnami's chart of Redis, standalone, with one password for all services.
 *
 * @remarks
 * For a system that already runs it: the images left Docker Hub's `bitnami` in 2025,
 * and those of `bitnamilegacy` are frozen. Its pods meet `restricted` by default.
 *
 * @internal
 */
export const bitnamiRedis: EngineProfile = {
  engine: 'redis',
  source: 'bitnami',
  verified: 'written',
  resource: 'cache',
  port: 6379,
  host: '{name}-master',
  podLabels: {
    'app.kubernetes.io/name': '{name}',
    'app.kubernetes.io/component': 'master',
  },
  secret: { name: '{name}', keys: { password: 'password' } },
  uri: 'redis://:{password}@{host}:{port}',
  external: false,
  chart: {
    name: 'redis',
    repository: 'oci://registry-1.docker.io/bitnamicharts',
    version: '23.1.1',
  },
  values: {
    nameOverride: '{name}',
    fullnameOverride: '{name}',
    architecture: 'standalone',
    auth: {
      enabled: true,
      existingSecret: '{name}',
      existingSecretPasswordKey: 'password',
    },
    networkPolicy: { enabled: false },
  },
  startingValues: {
    global: { security: { allowInsecureImages: true } },
    image: { repository: 'bitnamilegacy/redis' },
  },
  secrets: [
    { name: '{name}', neededBy: 'chart', keys: { password: '{random}' } },
  ],
};
