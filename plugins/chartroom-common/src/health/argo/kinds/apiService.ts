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

const { conditions, struct } = fields;

const schema = struct({ status: struct({ conditions }) });

/**
 * An APIService waits until it is available (`health_apiservice.go`).
 *
 * @internal
 */
export function apiService(resource: KubernetesObject): HealthStatus {
  const { status } = parseTyped({
    resource,
    apiVersions: [
      'apiregistration.k8s.io/v1',
      'apiregistration.k8s.io/v1beta1',
    ],
    schema,
  });
  const available = status.conditions.find(({ type }) => type === 'Available');
  if (!available) {
    return progressing('Waiting to be processed');
  }
  const message = `${available.reason}: ${available.message}`;
  return available.status === 'True' ? healthy(message) : progressing(message);
}
