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

import type { Matrix, Service } from './types';

/**
 * Look-ups over a matrix, made once for each matrix.
 *
 * @public
 */
export interface MatrixIndex {
  /** By name; where a name stands twice, the first. */
  readonly services: ReadonlyMap<string, Service>;
  /** Names of the services that depend on a service, in the matrix's order. */
  readonly callers: ReadonlyMap<string, readonly string[]>;
}

const indexes = new WeakMap<Matrix, MatrixIndex>();

/**
 * The look-ups of a matrix.
 *
 * @public
 */
export function matrixIndex(options: { matrix: Matrix }): MatrixIndex {
  const { matrix } = options;
  const known = indexes.get(matrix);
  if (known) {
    return known;
  }
  const services = new Map<string, Service>();
  const callers = new Map<string, string[]>();
  for (const service of matrix.services) {
    if (!services.has(service.name)) {
      services.set(service.name, service);
    }
    for (const name of new Set(service.dependencies.map(edge => edge.name))) {
      const names = callers.get(name);
      if (names) {
        names.push(service.name);
      } else {
        callers.set(name, [service.name]);
      }
    }
  }
  const index = { services, callers };
  indexes.set(matrix, index);
  return index;
}
