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

import type { KubernetesObject } from '../kubernetes';
import { argoHealth } from './argo';
import { kstatusHealth } from './kstatus';
import { nativeHealth } from './native';
import type { HealthDialect, HealthStatus } from './types';

/**
 * The health of a Kubernetes object in the words of a dialect; undefined where the dialect has no rule for it, which
 * is so only in `argo`: there the object does not count.
 *
 * @remarks
 * - `argo`: `Healthy`, `Progressing`, `Degraded`, `Suspended`, `Unknown`, as Argo CD;
 * - `kstatus`: `Current`, `InProgress`, `Failed`, `Terminating`, `Unknown`, as kstatus of `sigs.k8s.io/cli-utils`;
 * - `native`: `Healthy`, `Progressing`, `Degraded`, `Suspended`, `Unknown`, for a workload with a sentence about its pods.
 *
 * @public
 */
export function assessHealth(options: {
  dialect: HealthDialect;
  resource: KubernetesObject;
  /** Pods and ReplicaSets, with which `native` judges a workload; those of others are left aside. */
  related?: readonly KubernetesObject[];
  now: Date;
}): HealthStatus | undefined {
  const { dialect, resource, related = [], now } = options;
  switch (dialect) {
    case 'argo':
      return argoHealth({ resource });
    case 'kstatus':
      return kstatusHealth({ resource, now });
    default:
      return nativeHealth({ resource, related, now });
  }
}
