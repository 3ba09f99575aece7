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

/**
 * The pods of a StatefulSet that are as it wants them: of the update revision, and below the partition of the
 * current one. With `OnDelete` a person decides when a pod becomes new, so that all are.
 *
 * @internal
 */
export function podsOfStatefulSet(options: {
  statefulSet: KubernetesObject;
  pods: readonly KubernetesObject[];
}): readonly KubernetesObject[] {
  const { statefulSet } = options;
  const pods = options.pods.filter(pod =>
    isOwnedBy({ object: pod, owner: statefulSet }),
  );
  const updated = textAt(statefulSet, 'status.updateRevision');
  if (
    textAt(statefulSet, 'spec.updateStrategy.type') === 'OnDelete' ||
    !updated
  ) {
    return pods;
  }
  const partition =
    integerAt(statefulSet, 'spec.updateStrategy.rollingUpdate.partition') ?? 0;
  const current = textAt(statefulSet, 'status.currentRevision');
  return pods.filter(pod => {
    const revision = pod.metadata.labels?.['controller-revision-hash'];
    return (
      revision === undefined ||
      revision === updated ||
      (revision === current && ordinalOf(pod) < partition)
    );
  });
}

function ordinalOf(pod: KubernetesObject): number {
  return Number(pod.metadata.name.match(/-(\d+)$/)?.[1] ?? Infinity);
}
