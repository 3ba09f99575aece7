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

import type { KubernetesObject } from '../../kubernetes';
import type { HealthStatus } from '../types';
import { current, inProgress } from './result';
import { typedConditions } from './typedConditions';

const known: readonly string[] = ['True', 'False', 'Unknown'];

/**
 * What the condition `Ready` says, for kinds without a rule (`checkReadyCondition` in `status.go`). It cannot be
 * known whether what is not ready still will be.
 *
 * @internal
 */
export function checkReady(
  resource: KubernetesObject,
): HealthStatus | undefined {
  const ready = typedConditions(resource).find(
    ({ type, status }) => type === 'Ready' && known.includes(status),
  );
  if (!ready) {
    return undefined;
  }
  return ready.status === 'True'
    ? current('Resource is Ready')
    : inProgress(ready.message);
}
