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
import { integerAt, textAt } from '../../reading';
import { isOwnedBy } from '../isOwnedBy';

const revisionLabel = 'controller-revision-hash';
const generationLabel = 'pod-template-generation';
const generationAnnotation = 'deprecated.daemonset.template.generation';

/**
 * The pods of a DaemonSet's newest template. With `OnDelete` a person decides when a pod becomes new, so that all are.
 *
 * @remarks
 * A DaemonSet does not say the hash of its newest template. It counts its templates in an annotation, and the
 * controller writes the count on the pods that it makes; pods with their hash are of the same template, after a
 * rollback too (`pkg/controller/daemon/util/daemonset_util.go`, `IsPodUpdated`). Where nobody counted, the newest
 * pod tells, if the controller says that pods were updated at all.
 *
 * @internal
 */
export function podsOfDaemonSet(options: {
  daemonSet: KubernetesObject;
  pods: readonly KubernetesObject[];
}): readonly KubernetesObject[] {
  const { daemonSet } = options;
  const pods = options.pods.filter(pod =>
    isOwnedBy({ object: pod, owner: daemonSet }),
  );
  const updated = integerAt(daemonSet, 'status.updatedNumberScheduled') ?? 0;
  const desired = integerAt(daemonSet, 'status.desiredNumberScheduled') ?? 0;
  if (
    textAt(daemonSet, 'spec.updateStrategy.type') === 'OnDelete' ||
    updated >= desired
  ) {
    return pods;
  }
  const generation = daemonSet.metadata.annotations?.[generationAnnotation];
  const counted = pods.filter(
    pod =>
      generation !== undefined &&
      pod.metadata.labels?.[generationLabel] === generation,
  );
  const telling =
    generation === undefined && updated > 0
      ? newestFirst(pods).slice(0, 1)
      : [];
  const hashes = new Set(
    [...counted, ...telling].map(pod => pod.metadata.labels?.[revisionLabel]),
  );
  return pods.filter(
    pod =>
      counted.includes(pod) || hashes.has(pod.metadata.labels?.[revisionLabel]),
  );
}

function newestFirst(
  pods: readonly KubernetesObject[],
): readonly KubernetesObject[] {
  return [...pods].sort((one, other) =>
    (other.metadata.creationTimestamp ?? '').localeCompare(
      one.metadata.creationTimestamp ?? '',
    ),
  );
}
