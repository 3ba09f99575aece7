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

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { createConnection, readClusters } from '../clusters';
import type { CollectorMetrics } from '../kubernetes';
import { ClusterCollector } from './ClusterCollector';
import type { ClusterSource } from './ClusterSource';
import { RecordedCluster } from './RecordedCluster';

/**
 * Makes the source of every cluster in the configuration: those under `chartroom.clusters`, else those of the
 * `kubernetes` plugin.
 *
 * @remarks
 * Reads nothing but the configuration, and throws InputError that names the key where that is wrong. A cluster that
 * cannot be reached, or whose credentials need a person, is told as freshness once it is started.
 *
 * @internal
 */
export function createObservationSources(options: {
  config: Config;
  logger: LoggerService;
  /** Absent: nothing is counted. */
  metrics?: CollectorMetrics;
}): ClusterSource[] {
  const { config, logger, metrics } = options;
  return readClusters({ config, logger }).map(cluster =>
    cluster.access.type === 'recording'
      ? RecordedCluster.create({
          cluster: cluster.name,
          directory: cluster.access.directory,
        })
      : ClusterCollector.create({
          cluster: cluster.name,
          server:
            cluster.access.type === 'address' ? cluster.access.url : undefined,
          namespaces: cluster.namespaces,
          helm: cluster.helm,
          connect: createConnection({
            cluster: cluster.name,
            access: cluster.access,
            config,
            logger,
          }),
          logger,
          metrics,
        }),
  );
}
