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
 * The official image of Redis on the common chart, without a password.
 *
 * @internal
 */
export const ownRedis: EngineProfile = {
  engine: 'redis',
  source: 'own',
  verified: 'rendered',
  resource: 'cache',
  port: 6379,
  host: '{name}',
  podLabels: { 'app.kubernetes.io/name': '{name}' },
  uri: 'redis://{host}:{port}',
  external: false,
  ownChart: {
    image: 'redis',
    appVersion: '6.2.14',
    values: {
      securityContext: { runAsUser: 999, runAsGroup: 999, fsGroup: 999 },
      persistence: { enabled: true, size: '1Gi', mountPath: '/data' },
    },
  },
};
