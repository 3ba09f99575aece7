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

import { z } from 'zod';
import type { KubernetesObject } from '../../../kubernetes';
import type { HealthStatus } from '../../types';
import { fields, parseTyped } from '../reading';
import { healthy, progressing } from '../result';

const { integer, pointer, struct, text } = fields;

const schema = struct({
  metadata: struct({ generation: integer }),
  spec: struct({
    replicas: pointer,
    updateStrategy: struct({
      type: text,
      rollingUpdate: z.object({ partition: pointer }).nullish(),
    }),
  }),
  status: struct({
    observedGeneration: integer,
    readyReplicas: integer,
    updatedReplicas: integer,
    currentReplicas: integer,
    updateRevision: text,
    currentRevision: text,
  }),
});

/**
 * A StatefulSet is judged as `kubectl rollout status` does (`health_statefulset.go`). It is never degraded.
 *
 * @internal
 */
export function statefulSet(resource: KubernetesObject): HealthStatus {
  const { metadata, spec, status } = parseTyped({
    resource,
    apiVersions: ['apps/v1'],
    schema,
  });
  const { observedGeneration, readyReplicas, updatedReplicas } = status;
  if (observedGeneration === 0 || metadata.generation > observedGeneration) {
    return progressing('Waiting for statefulset spec update to be observed...');
  }
  if (spec.replicas !== undefined && readyReplicas < spec.replicas) {
    return progressing(
      `Waiting for ${spec.replicas - readyReplicas} pods to be ready...`,
    );
  }
  const { type, rollingUpdate } = spec.updateStrategy;
  if (type === 'RollingUpdate' && rollingUpdate) {
    const { partition } = rollingUpdate;
    const updating =
      spec.replicas !== undefined && partition !== undefined
        ? spec.replicas - partition
        : undefined;
    return updating !== undefined && updatedReplicas < updating
      ? progressing(
          `Waiting for partitioned roll out to finish: ${updatedReplicas} out of ${updating} new pods have been updated...`,
        )
      : healthy(
          `partitioned roll out complete: ${updatedReplicas} new pods have been updated...`,
        );
  }
  if (type === 'OnDelete') {
    return healthy(`statefulset has ${readyReplicas} ready pods`);
  }
  return status.updateRevision !== status.currentRevision
    ? progressing(
        `waiting for statefulset rolling update to complete ${updatedReplicas} pods at revision ${status.updateRevision}...`,
      )
    : healthy(
        `statefulset rolling update complete ${status.currentReplicas} pods at revision ${status.currentRevision}...`,
      );
}
