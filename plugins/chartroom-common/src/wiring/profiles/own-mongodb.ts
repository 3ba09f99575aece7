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
 * MongoDB's official image on the common chart, without accounts.
 *
 * @internal
 */
export const ownMongodb: EngineProfile = {
  engine: 'mongodb',
  source: 'own',
  verified: 'rendered',
  resource: 'database',
  port: 27017,
  host: '{name}',
  podLabels: { 'app.kubernetes.io/name': '{name}' },
  database: '{service}',
  uri: 'mongodb://{host}:{port}/{database}',
  external: false,
  ownChart: {
    image: 'mongo',
    appVersion: '5.0.26',
    values: {
      resources: {
        requests: { cpu: '500m', memory: '1Gi' },
        limits: { cpu: '2000m', memory: '2Gi' },
      },
      securityContext: { runAsUser: 999, runAsGroup: 999, fsGroup: 999 },
      writablePaths: ['/data/configdb'],
      persistence: { enabled: true, size: '8Gi', mountPath: '/data/db' },
    },
  },
};
