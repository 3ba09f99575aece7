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
import { current, failed, inProgress } from '../result';
import { typedConditions } from '../typedConditions';

/**
 * The first condition that tells decides (`crdConditions` in `core.go`).
 *
 * @internal
 */
export function customResourceDefinition(options: {
  resource: KubernetesObject;
}): HealthStatus {
  for (const condition of typedConditions(options.resource)) {
    const { type, status, reason, message } = condition;
    if (type === 'NamesAccepted' && status === 'False') {
      return failed(message);
    }
    if (
      type === 'Established' &&
      status === 'False' &&
      reason !== 'Installing'
    ) {
      return failed(message);
    }
    if (type === 'Established' && status === 'True') {
      return current('CRD is established');
    }
  }
  return inProgress('Install in progress');
}
