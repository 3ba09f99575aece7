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
import { healthy, progressing } from '../result';

const { integer, struct, text } = fields;

const schema = struct({
  metadata: struct({ name: text, generation: integer }),
  spec: struct({ updateStrategy: struct({ type: text }) }),
  status: struct({
    observedGeneration: integer,
    desiredNumberScheduled: integer,
    updatedNumberScheduled: integer,
    numberAvailable: integer,
  }),
});

/**
 * A DaemonSet is judged as `kubectl rollout status` does, and is healthy at once where a person updates its pods
 * (`health_daemonset.go`).
 *
 * @internal
 */
export function daemonSet(resource: KubernetesObject): HealthStatus {
  const { metadata, spec, status } = parseTyped({
    resource,
    apiVersions: ['apps/v1'],
    schema,
  });
  if (metadata.generation > status.observedGeneration) {
    return progressing(
      'Waiting for rollout to finish: observed daemon set generation less than desired generation',
    );
  }
  const updated = status.updatedNumberScheduled;
  const desired = status.desiredNumberScheduled;
  const available = status.numberAvailable;
  if (spec.updateStrategy.type === 'OnDelete') {
    return healthy(
      `daemon set ${updated} out of ${desired} new pods have been updated`,
    );
  }
  const waiting = `Waiting for daemon set ${JSON.stringify(
    metadata.name,
  )} rollout to finish:`;
  if (updated < desired) {
    return progressing(
      `${waiting} ${updated} out of ${desired} new pods have been updated...`,
    );
  }
  return available < desired
    ? progressing(
        `${waiting} ${available} of ${desired} updated pods are available...`,
      )
    : healthy();
}
