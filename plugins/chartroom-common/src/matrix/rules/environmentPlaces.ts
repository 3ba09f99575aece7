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

import type { Finding } from '../../check';
import type { Environment, Matrix } from '../types';
import type { MatrixRule } from './MatrixRule';

/**
 * No two environments are in one namespace of one cluster: a service bears its
 * own name there, so each environment would take the place of the other.
 *
 * @internal
 */
export const environmentPlaces: MatrixRule = ({ matrix, file }) => {
  const first = new Map<string, Environment>();
  return matrix.environments.flatMap((environment): Finding[] => {
    const place = placeOf({ matrix, environment });
    const other = place === undefined ? undefined : first.get(place);
    if (place !== undefined && !other) {
      first.set(place, environment);
    }
    // One name twice is another rule's business
    if (!other || other.name === environment.name) {
      return [];
    }
    const { name, cluster, namespace, line } = environment;
    const where =
      cluster === undefined
        ? "Argo CD's own cluster"
        : `the cluster ${cluster}`;
    return [
      {
        rule: 'matrix-shared-namespace',
        severity: 'warning',
        file,
        line,
        message: `The environments ${other.name} and ${name} are both in the namespace ${namespace} of ${where}, where each would take the place of the other.`,
        fix: `Write another namespace: or cluster: for ${name}.`,
      },
    ];
  });
};

/**
 * Where an environment is. Undefined where nothing says in which cluster: what
 * Argo CD delivers is in its own then.
 */
function placeOf(options: {
  matrix: Matrix;
  environment: Environment;
}): string | undefined {
  const { matrix, environment } = options;
  const { cluster, namespace } = environment;
  return cluster === undefined && !matrix.gitops
    ? undefined
    : JSON.stringify([cluster ?? '', namespace]);
}
