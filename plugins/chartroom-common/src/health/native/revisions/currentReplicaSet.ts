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

/** The Deployment controller writes the same number on a Deployment and on the ReplicaSet of its newest template. */
const revisionAnnotation = 'deployment.kubernetes.io/revision';

/**
 * The ReplicaSet of a Deployment's newest template; undefined where none is known.
 *
 * @remarks
 * A rollback gives an old ReplicaSet the newest revision, so that the revision decides before the age
 * (`pkg/controller/deployment/util/deployment_util.go`, `SetNewReplicaSetAnnotations`).
 *
 * @internal
 */
export function currentReplicaSet(options: {
  deployment: KubernetesObject;
  replicaSets: readonly KubernetesObject[];
}): KubernetesObject | undefined {
  const { deployment, replicaSets } = options;
  const owned = replicaSets.filter(replicaSet =>
    isOwnedBy({ object: replicaSet, owner: deployment }),
  );
  const wanted = revisionOf(deployment);
  return (
    owned.find(replicaSet => wanted > 0 && revisionOf(replicaSet) === wanted) ??
    owned.reduce<KubernetesObject | undefined>(
      (newest, replicaSet) =>
        !newest || isNewer(replicaSet, newest) ? replicaSet : newest,
      undefined,
    )
  );
}

function isNewer(one: KubernetesObject, other: KubernetesObject): boolean {
  return (
    (revisionOf(one) - revisionOf(other) ||
      (one.metadata.creationTimestamp ?? '').localeCompare(
        other.metadata.creationTimestamp ?? '',
      )) > 0
  );
}

function revisionOf(object: KubernetesObject): number {
  return Number(object.metadata.annotations?.[revisionAnnotation] ?? 0) || 0;
}
