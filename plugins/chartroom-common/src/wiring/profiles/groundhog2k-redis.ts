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
 * groundhog2k's chart of Redis, without a password: it takes one only as a part of a
 * configuration file.
 *
 * @remarks
 * Without a size its volume would be lost with the pod. It has a network policy of
 * its own only where one is written.
 *
 * @internal
 */
export const groundhog2kRedis: EngineProfile = {
  engine: 'redis',
  source: 'groundhog2k',
  verified: 'written',
  resource: 'cache',
  port: 6379,
  peerPorts: [26379],
  host: '{name}',
  podLabels: { 'app.kubernetes.io/name': '{name}' },
  uri: 'redis://{host}:{port}',
  external: false,
  chart: {
    name: 'redis',
    repository: 'https://groundhog2k.github.io/helm-charts',
    version: '2.4.4',
  },
  values: {
    nameOverride: '{name}',
    fullnameOverride: '{name}',
    podSecurityContext: restrictedPod,
    securityContext: restrictedContainer,
  },
  startingValues: { storage: { requestedSize: '8Gi' } },
};
