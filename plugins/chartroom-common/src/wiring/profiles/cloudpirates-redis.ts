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
 * CloudPirates' chart of Redis, with one password for all services.
 *
 * @remarks
 * The peer ports are those of its cluster bus and of Sentinel.
 *
 * @internal
 */
export const cloudpiratesRedis: EngineProfile = {
  engine: 'redis',
  source: 'cloudpirates',
  verified: 'written',
  resource: 'cache',
  port: 6379,
  peerPorts: [16379, 26379],
  host: '{name}',
  podLabels: { 'app.kubernetes.io/name': '{name}' },
  secret: { name: '{name}', keys: { password: 'password' } },
  uri: 'redis://:{password}@{host}:{port}',
  external: false,
  chart: {
    name: 'redis',
    repository: 'oci://registry-1.docker.io/cloudpirates',
    version: '0.34.18',
  },
  values: {
    nameOverride: '{name}',
    fullnameOverride: '{name}',
    auth: {
      enabled: true,
      existingSecret: '{name}',
      existingSecretPasswordKey: 'password',
    },
    networkPolicy: { enabled: false },
    podSecurityContext: restrictedPod,
    containerSecurityContext: restrictedContainer,
  },
  secrets: [
    { name: '{name}', neededBy: 'chart', keys: { password: '{random}' } },
  ],
};
