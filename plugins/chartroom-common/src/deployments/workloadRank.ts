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
import { isMap } from '../values/isMap';
import { controllerOf } from './controllerOf';

const standing = ['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob'];
/** Those whose pods are theirs, and a node, whose pods are nobody's service. */
const known = [...standing, 'ReplicaSet', 'Job', 'Node'];

/**
 * How surely an object is what a service is: of those of one service only the ones of the lowest rank are. Undefined for
 * what is none, since it belongs to another object that is.
 *
 * @remarks
 * Controllers that are not Kubernetes' own are not watched: of Argo Rollouts its ReplicaSets tell, of a database's
 * operator its pods.
 *
 * @internal
 */
export function workloadRank(object: KubernetesObject): number | undefined {
  const { kind, metadata, spec } = object;
  const controller = controllerOf(metadata);
  const isForeign =
    controller !== undefined && !known.includes(controller.kind);
  if (standing.includes(kind)) {
    return 0;
  }
  if (kind === 'ReplicaSet' && controller?.kind !== 'Deployment') {
    // Those of earlier revisions stay, with no pods
    return isMap(spec) && spec.replicas === 0 ? 3 : 1;
  }
  if (kind === 'Pod' && isForeign) {
    return 2;
  }
  return kind === 'Job' && !metadata.ownerReferences?.length ? 4 : undefined;
}
