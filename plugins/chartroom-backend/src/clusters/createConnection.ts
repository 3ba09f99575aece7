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
import type { ClusterConnection } from '../kubernetes';
import type { ClusterAccess } from './ClusterSettings';
import { connectByAddress } from './connectByAddress';
import { connectInCluster } from './connectInCluster';
import { connectByKubeconfig } from './connectByKubeconfig';

/**
 * Returns a function that reads how a cluster is reached: files are read anew whenever it is called.
 *
 * @remarks
 * The function throws a {@link KubernetesError} with a sentence where a file is missing or wrong, or where the
 * credentials need a person, whom a collector does not have.
 *
 * @internal
 */
export function createConnection(options: {
  cluster: string;
  access: Exclude<ClusterAccess, { readonly type: 'recording' }>;
  config: Config;
  logger: LoggerService;
}): () => Promise<ClusterConnection> {
  const { cluster, access, config, logger } = options;
  switch (access.type) {
    case 'inCluster':
      return () => connectInCluster({ cluster });
    case 'kubeconfig':
      return () => connectByKubeconfig({ cluster, ...access });
    default:
      return () => connectByAddress({ cluster, access, config, logger });
  }
}
