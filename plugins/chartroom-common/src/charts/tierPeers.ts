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

import type { Matrix, Service } from '../matrix';

/**
 * The other services of a service's tier, in the matrix's order.
 *
 * @internal
 */
export function tierPeers(options: {
  matrix: Matrix;
  service: Service;
}): string[] {
  const { matrix, service } = options;
  return matrix.services
    .filter(other => other.tier === service.tier && other.name !== service.name)
    .map(other => other.name);
}
