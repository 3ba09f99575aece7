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
import type { HealthStatus } from '../../types';
import { fields, parseTyped } from '../reading';
import { degraded, healthy, progressing, suspended } from '../result';

const { conditions, flag, integer, pointer, struct, text } = fields;

const schema = struct({
  metadata: struct({ name: text, generation: integer }),
  spec: struct({ paused: flag, replicas: pointer }),
  status: struct({
    observedGeneration: integer,
    replicas: integer,
    updatedReplicas: integer,
    availableReplicas: integer,
    conditions,
  }),
});

/**
 * A Deployment is judged as `kubectl rollout status` does, and suspended while it is paused
 * (`health_deployment.go`). Its condition `Available` does not count.
 *
 * @internal
 */
export function deployment(resource: KubernetesObject): HealthStatus {
  const { metadata, spec, status } = parseTyped({
    resource,
    apiVersions: ['apps/v1'],
    schema,
  });
  if (spec.paused) {
    return suspended('Deployment is paused');
  }
  const waiting = 'Waiting for rollout to finish:';
  if (metadata.generation > status.observedGeneration) {
    return progressing(
      `${waiting} observed deployment generation less than desired generation`,
    );
  }
  const condition = status.conditions.find(
    ({ type }) => type === 'Progressing',
  );
  if (condition?.reason === 'ProgressDeadlineExceeded') {
    return degraded(
      `Deployment ${JSON.stringify(
        metadata.name,
      )} exceeded its progress deadline`,
    );
  }
  const { replicas, updatedReplicas, availableReplicas } = status;
  if (spec.replicas !== undefined && updatedReplicas < spec.replicas) {
    return progressing(
      `${waiting} ${updatedReplicas} out of ${spec.replicas} new replicas have been updated...`,
    );
  }
  if (replicas > updatedReplicas) {
    return progressing(
      `${waiting} ${
        replicas - updatedReplicas
      } old replicas are pending termination...`,
    );
  }
  if (availableReplicas < updatedReplicas) {
    return progressing(
      `${waiting} ${availableReplicas} of ${updatedReplicas} updated replicas are available...`,
    );
  }
  return healthy();
}
