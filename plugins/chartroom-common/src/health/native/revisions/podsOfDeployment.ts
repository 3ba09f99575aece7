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
import { isOwnedBy } from '../isOwnedBy';

const hashLabel = 'pod-template-hash';

/**
 * The pods of a Deployment's newest template: those of its ReplicaSet, or, where ReplicaSets are not known, those
 * with the newest `pod-template-hash`.
 *
 * @internal
 */
export function podsOfDeployment(options: {
  deployment: KubernetesObject;
  replicaSet: KubernetesObject | undefined;
  pods: readonly KubernetesObject[];
}): readonly KubernetesObject[] {
  const { deployment, replicaSet, pods } = options;
  if (replicaSet) {
    return pods.filter(pod => isOwnedBy({ object: pod, owner: replicaSet }));
  }
  const own = pods.filter(pod => isOfDeployment({ pod, deployment }));
  const newest = own.reduce<KubernetesObject | undefined>(
    (found, pod) =>
      !found ||
      (pod.metadata.creationTimestamp ?? '') >
        (found.metadata.creationTimestamp ?? '')
        ? pod
        : found,
    undefined,
  );
  return own.filter(
    pod =>
      pod.metadata.labels?.[hashLabel] === newest?.metadata.labels?.[hashLabel],
  );
}

/** A ReplicaSet is called after its Deployment and the hash of its template. */
function isOfDeployment(options: {
  pod: KubernetesObject;
  deployment: KubernetesObject;
}): boolean {
  const { pod, deployment } = options;
  const hash = pod.metadata.labels?.[hashLabel];
  return (
    hash !== undefined &&
    pod.metadata.namespace === deployment.metadata.namespace &&
    (pod.metadata.ownerReferences ?? []).some(
      ({ kind, name }) =>
        kind === 'ReplicaSet' && name === `${deployment.metadata.name}-${hash}`,
    )
  );
}
