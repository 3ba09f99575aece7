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
 * CloudPirates' chart of MariaDB; each service has its own user.
 *
 * @remarks
 * The peer ports are Galera's.
 *
 * @internal
 */
export const cloudpiratesMariadb: EngineProfile = {
  engine: 'mariadb',
  source: 'cloudpirates',
  verified: 'written',
  resource: 'database',
  port: 3306,
  peerPorts: [4444, 4567, 4568],
  host: '{name}',
  podLabels: { 'app.kubernetes.io/name': '{name}' },
  database: '{service}',
  username: '{service}',
  secret: { name: '{name}-{service}', keys: { password: 'password' } },
  uri: 'mysql://{username}:{password}@{host}:{port}/{database}',
  external: false,
  chart: {
    name: 'mariadb',
    repository: 'oci://registry-1.docker.io/cloudpirates',
    version: '0.16.11',
  },
  values: {
    nameOverride: '{name}',
    fullnameOverride: '{name}',
    auth: {
      enabled: true,
      existingSecret: '{name}',
      secretKeys: { rootPasswordKey: 'root-password' },
    },
    networkPolicy: { enabled: false },
    podSecurityContext: restrictedPod,
    containerSecurityContext: restrictedContainer,
  },
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
