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
 * groundhog2k's chart of MySQL; each service has its own user.
 *
 * @remarks
 * Without a size its volume would be lost with the pod. It has a network policy of
 * its own only where one is written.
 *
 * @internal
 */
export const groundhog2kMysql: EngineProfile = {
  engine: 'mysql',
  source: 'groundhog2k',
  verified: 'written',
  resource: 'database',
  port: 3306,
  host: '{name}',
  podLabels: { 'app.kubernetes.io/name': '{name}' },
  database: '{service}',
  username: '{service}',
  secret: { name: '{name}-{service}', keys: { password: 'password' } },
  uri: 'mysql://{username}:{password}@{host}:{port}/{database}',
  external: false,
  chart: {
    name: 'mysql',
    repository: 'https://groundhog2k.github.io/helm-charts',
    version: '3.1.3',
  },
  values: {
    nameOverride: '{name}',
    fullnameOverride: '{name}',
    settings: {
      existingSecret: '{name}',
      rootPassword: { secretKey: 'root-password' },
    },
    podSecurityContext: restrictedPod,
    securityContext: restrictedContainer,
  },
  startingValues: { storage: { requestedSize: '8Gi' } },
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
};
