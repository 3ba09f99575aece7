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

import type { Deployment } from './Deployment';
import { unwellState } from './unwellState';

/** How far from a service one that is not well is still told. */
const longestPath = 5;
/** How many are told of one service. */
const mostTold = 20;

/**
 * What is not well among the services that each one depends on, near or far, by the service's name; the nearest first.
 *
 * @remarks
 * It goes from each service that is not well to those that depend on it, each once: cycles end, and where all is well
 * nothing is done.
 *
 * @internal
 */
export function unwellDependencies(options: {
  deployments: readonly Deployment[];
  /** The names that a service depends on, by its name. */
  dependencies: ReadonlyMap<string, readonly string[]>;
}): ReadonlyMap<string, Deployment['unwellDependencies']> {
  const { deployments, dependencies } = options;
  const dependents = new Map<string, string[]>();
  for (const [service, names] of dependencies) {
    for (const name of names) {
      const known = dependents.get(name) ?? [];
      known.push(service);
      dependents.set(name, known);
    }
  }
  const found = new Map<
    string,
    Array<Deployment['unwellDependencies'][number]>
  >();
  for (const deployment of deployments) {
    const state = unwellState(deployment);
    if (!state) {
      continue;
    }
    const { service } = deployment;
    for (const [dependent, path] of pathsTo(service, dependents)) {
      const list = found.get(dependent) ?? [];
      list.push({ service, ...state, path });
      found.set(dependent, list);
    }
  }
  return new Map(
    [...found].map(([service, list]) => [
      service,
      list
        .sort((one, other) => one.path.length - other.path.length)
        .slice(0, mostTold),
    ]),
  );
}

/** Every service that reaches `service`, with the names on the way, its own dependency first. */
function pathsTo(
  service: string,
  dependents: ReadonlyMap<string, readonly string[]>,
): Map<string, string[]> {
  const paths = new Map<string, string[]>();
  let edge: Array<[string, string[]]> = [[service, [service]]];
  for (let step = 0; step < longestPath && edge.length; step += 1) {
    const next: typeof edge = [];
    for (const [name, path] of edge) {
      for (const dependent of dependents.get(name) ?? []) {
        if (dependent !== service && !paths.has(dependent)) {
          paths.set(dependent, path);
          next.push([dependent, [dependent, ...path]]);
        }
      }
    }
    edge = next;
  }
  return paths;
}
