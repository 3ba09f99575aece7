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
 * The reference of the entity that stands for a service of a matrix: a
 * Component named as the service, or a Resource named `<system>-<name>`.
 *
 * @public
 */
export function serviceEntityRef(options: {
  matrix: Matrix;
  service: Service;
  namespace: string;
}): string {
  const { matrix, service, namespace } = options;
  return service.kind === 'service'
    ? `component:${namespace}/${service.name}`
    : `resource:${namespace}/${resourceName({ matrix, service })}`;
}

/**
 * The name of a backing service's Resource.
 *
 * @internal
 */
export function resourceName(options: {
  matrix: Matrix;
  service: Service;
}): string {
  return `${options.matrix.system}-${options.service.name}`;
}
