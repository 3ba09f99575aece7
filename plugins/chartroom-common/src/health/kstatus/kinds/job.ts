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
import { integerAt, textAt } from '../../reading';
import { current, failed, inProgress } from '../result';
import { typedConditions } from '../typedConditions';

/**
 * A Job is in progress until it starts, and then done, whether it runs or has run (`jobConditions` in `core.go`).
 *
 * @internal
 */
export function job(options: { resource: KubernetesObject }): HealthStatus {
  const { resource } = options;
  const count = (field: string) => integerAt(resource, `status.${field}`) ?? 0;
  const parallelism = integerAt(resource, 'spec.parallelism') ?? 1;
  const completions = integerAt(resource, 'spec.completions') ?? parallelism;
  const over = typedConditions(resource).find(
    ({ type, status }) =>
      (type === 'Complete' || type === 'Failed') && status === 'True',
  );
  if (over) {
    return over.type === 'Complete'
      ? current(
          `Job Completed. succeeded: ${count('succeeded')}/${completions}`,
        )
      : failed(`Job Failed. failed: ${count('failed')}/${completions}`);
  }
  return textAt(resource, 'status.startTime')
    ? current(
        `Job in progress. success:${count('succeeded')}, active: ${count(
          'active',
        )}, failed: ${count('failed')}`,
      )
    : inProgress('Job not started');
}
