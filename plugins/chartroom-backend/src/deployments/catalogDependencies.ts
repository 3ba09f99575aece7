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

import {
  unwellState,
  type Deployment,
} from '@chartroom/backstage-plugin-chartroom-common';
import type { ReadModel } from '../readModel';
import type { VisibleServices } from './VisibleServices';

/**
 * What is not well among those that only the catalog says a service depends on: what its team wrote beside the matrix, and
 * services of other platforms, in the environment of the same name. How a service is of a platform that this person may not
 * read is not told, although the catalog shows them the service.
 *
 * @internal
 */
export function catalogDependencies(options: {
  deployment: Deployment;
  services: Pick<VisibleServices, 'reachedFrom'>;
  model: Pick<ReadModel, 'deployments'>;
  /** The platforms whose deployments this person may read. */
  readable: readonly string[];
}): Deployment['unwellDependencies'] {
  const { deployment, services, model, readable } = options;
  const { platform, environment } = deployment;
  const known = new Set(
    deployment.unwellDependencies.map(({ service }) => service),
  );
  return services.reachedFrom(deployment).flatMap(reached => {
    const name = reached.path.at(-1)!;
    if (
      !readable.includes(reached.platform) ||
      (reached.platform === platform && known.has(name))
    ) {
      return [];
    }
    const found = byService(
      model.deployments({ platform: reached.platform, environment }),
    ).get(reached.service);
    const state = found && unwellState(found);
    return state ? { service: name, ...state, path: reached.path } : [];
  });
}

/** The read model gives the same list for as long as nothing changes. */
const indexes = new WeakMap<
  readonly Deployment[],
  ReadonlyMap<string, Deployment>
>();

function byService(
  deployments: readonly Deployment[],
): ReadonlyMap<string, Deployment> {
  const known = indexes.get(deployments);
  const index = known ?? new Map(deployments.map(it => [it.service, it]));
  indexes.set(deployments, index);
  return index;
}
