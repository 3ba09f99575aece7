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

import type { Environment } from '../../matrix';
import { ownCluster } from './ownCluster';

/**
 * Where an environment is: a cluster by the name that Argo CD knows it by, or,
 * where the matrix names none, the one that Argo CD runs in. The other of the
 * two is empty.
 *
 * @internal
 */
export function destination(options: { environment: Environment }): {
  readonly cluster: string;
  readonly server: string;
  readonly namespace: string;
} {
  const { cluster, namespace } = options.environment;
  return cluster === undefined
    ? { cluster: '', server: ownCluster, namespace }
    : { cluster, server: '', namespace };
}
