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
import { degraded, healthy, progressing } from '../result';

const { conditions, integer, pointer, struct } = fields;

const schema = struct({
  metadata: struct({ generation: integer }),
  spec: struct({ replicas: pointer }),
  status: struct({
    observedGeneration: integer,
    availableReplicas: integer,
    conditions,
  }),
});

/**
 * A ReplicaSet whose pods are refused is degraded (`health_replicaset.go`).
 *
 * @internal
 */
export function replicaSet(resource: KubernetesObject): HealthStatus {
  const { metadata, spec, status } = parseTyped({
    resource,
    apiVersions: ['apps/v1'],
    schema,
  });
  const waiting = 'Waiting for rollout to finish:';
  if (metadata.generation > status.observedGeneration) {
    return progressing(
      `${waiting} observed replica set generation less than desired generation`,
    );
  }
  // The first of the type decides, even where another follows
  const failure = status.conditions.find(
    ({ type }) => type === 'ReplicaFailure',
  );
  if (failure?.status === 'True') {
    return degraded(failure.message);
  }
  return spec.replicas !== undefined && status.availableReplicas < spec.replicas
    ? progressing(
        `${waiting} ${status.availableReplicas} out of ${spec.replicas} new replicas are available...`,
      )
    : healthy();
}
