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

const { list, struct, text } = fields;

const schema = struct({
  spec: struct({ type: text }),
  status: struct({
    loadBalancer: struct({
      ingress: list(struct({ ip: text, hostname: text })),
    }),
  }),
});

/**
 * A Service of type LoadBalancer waits for its address outside (`health_service.go`).
 *
 * @internal
 */
export function service(resource: KubernetesObject): HealthStatus {
  const { spec, status } = parseTyped({
    resource,
    apiVersions: ['v1'],
    schema,
  });
  return spec.type === 'LoadBalancer' &&
    status.loadBalancer.ingress.length === 0
    ? progressing()
    : healthy();
}
