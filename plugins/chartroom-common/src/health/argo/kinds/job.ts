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

const { conditions, struct } = fields;

const schema = struct({ status: struct({ conditions }) });

/**
 * A Job is judged by the types of its conditions; only that of `Suspended` has to be true, so that one that runs again
 * after a suspension is already healthy (`health_job.go`).
 *
 * @internal
 */
export function job(resource: KubernetesObject): HealthStatus {
  const { status } = parseTyped({
    resource,
    apiVersions: ['batch/v1'],
    schema,
  });
  const last = (...types: readonly string[]) =>
    [...status.conditions].reverse().find(({ type }) => types.includes(type));
  const failure = last('Failed');
  if (failure) {
    return degraded(failure.message);
  }
  const isSuspended = status.conditions.some(
    condition => condition.type === 'Suspended' && condition.status === 'True',
  );
  if (isSuspended) {
    // Argo CD gives the message of a failure here, and there is none
    return suspended();
  }
  const telling = last('Complete', 'Suspended');
  return telling ? healthy(telling.message) : progressing();
}
