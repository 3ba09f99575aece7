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

import type { KubernetesObject } from '../../../kubernetes';
import { conditionsOf } from '../../reading';
import { clipped } from '../clipped';
import type { WeighedReason } from '../WeighedReason';

/**
 * That Kubernetes refuses the pods themselves (quota, Pod Security, an admission webhook): the only trace of a pod
 * that never appears. Told by the newest ReplicaSet, or else by the workload.
 *
 * @internal
 */
export function replicaFailures(options: {
  workload: KubernetesObject;
  replicaSet: KubernetesObject | undefined;
  isSeen: boolean;
}): readonly WeighedReason[] {
  const { workload, replicaSet, isSeen } = options;
  const failure = [replicaSet, ...(isSeen ? [workload] : [])]
    .flatMap(object => (object && isSeen ? conditionsOf(object) : []))
    .find(({ type, status }) => type === 'ReplicaFailure' && status === 'True');
  if (!failure) {
    return [];
  }
  const said = failure.message ? `: ${clipped(failure.message)}` : '';
  return [
    {
      code: 'ReplicaFailure',
      message: `${opening({ said, name: workload.metadata.name })}${said}.`,
      since: failure.lastTransitionTime,
      isHard: true,
    },
  ];
}

function opening(options: { said: string; name: string }): string {
  const { said, name } = options;
  if (/exceeded quota/.test(said)) {
    return `The namespace's quota leaves no room for pods of ${name}`;
  }
  if (/violates PodSecurity/.test(said)) {
    return `The namespace's Pod Security does not admit pods of ${name}`;
  }
  return `Kubernetes does not accept pods of ${name}`;
}
