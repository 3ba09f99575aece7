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

import type { KubernetesObject } from '../../kubernetes';
import { argoHealth } from '../argo';
import { kstatusHealth } from '../kstatus';
import { groupKindOf, ruleFor } from '../reading';
import type { HealthStatus, RolloutHealth } from '../types';
import { assessWorkload } from './assessWorkload';
import { workloadRules } from './workloads';

const words: Readonly<Record<RolloutHealth, string>> = {
  healthy: 'Healthy',
  progressing: 'Progressing',
  degraded: 'Degraded',
  suspended: 'Suspended',
  unknown: 'Unknown',
};

/** kstatus' words in Chartroom's. */
const wordsOfKstatus: Readonly<Record<string, string>> = {
  Current: 'Healthy',
  InProgress: 'Progressing',
  Terminating: 'Progressing',
  Failed: 'Degraded',
};

/** Argo CD waits for an address of an Ingress, which many controllers never write. */
const trustedToKstatus: readonly string[] = [
  'networking.k8s.io/Ingress',
  'extensions/Ingress',
];

/**
 * The health of an object in Chartroom's own words. A workload is judged with its pods; anything else as Argo CD does
 * where it has a rule, since its rules tell what failed from what takes time, and as kstatus does where it has none.
 *
 * @internal
 */
export function nativeHealth(options: {
  resource: KubernetesObject;
  related: readonly KubernetesObject[];
  now: Date;
}): HealthStatus {
  const { resource, related, now } = options;
  const groupKind = groupKindOf(resource);
  if (ruleFor(workloadRules, groupKind)) {
    const ofKind = (kind: string) =>
      related.filter(object => groupKindOf(object) === kind);
    const { rollout, message } = assessWorkload({
      workload: resource,
      pods: ofKind('Pod'),
      replicaSets: ofKind('apps/ReplicaSet'),
      now,
    });
    return { status: words[rollout], message };
  }
  const { status, message } = kstatusHealth({ resource, now });
  const told = trustedToKstatus.includes(groupKind)
    ? undefined
    : argoHealth({ resource });
  if (told) {
    const otherwise = status === 'Unknown' ? '' : message;
    return { status: told.status, message: told.message || otherwise };
  }
  return { status: wordsOfKstatus[status] ?? 'Unknown', message };
}
