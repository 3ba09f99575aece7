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

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
require('@backstage/cli-node/config/nodeTransform.cjs');
const {
  ClusterCollector,
} = require('../../../plugins/chartroom-backend/src/collectors');

const silent = () => {};
const logger = { error: silent, warn: silent, info: silent, debug: silent };
logger.child = () => logger;

/** As in production, but impatient; an API server may still be silent for a minute where nothing changes. */
const times = {
  ...{ listDeadline: 20_000, requestIdle: 5_000 },
  ...{ watchLength: 60_000, watchIdle: 100_000 },
  ...{ minimumBackoff: 50, maximumBackoff: 500 },
  ...{ forbidden: 500, absent: 500, probe: 2_000 },
};

/** The backend's collector for a cluster of tests, by any address; it is not started. */
export function createCollector(options) {
  const { cluster, name, server = cluster.server, namespaces, helm } = options;
  const { getToken = async () => cluster.token } = options;
  return ClusterCollector.create({
    ...{ cluster: name, server },
    connect: async () => ({
      cluster: name,
      url: new URL(server),
      tls: { ca: cluster.authority, skipVerification: false },
      credentials: { getToken },
    }),
    ...{ logger, namespaces, helm, times },
    connectMilliseconds: 2_000,
  });
}
