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

import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  chartroomDeploymentReadPermission,
  readDeploymentId,
  worstFirst,
  type ClusterFreshness,
  type Deployment,
  type DeploymentsAnswer,
} from '@chartroom/backstage-plugin-chartroom-common';
import type { PlatformGuard } from '../permissions';
import type { ReadModel } from '../readModel';
import type { WantedState } from '../wanted';
import { passesFilter, type DeploymentFilter } from './DeploymentFilter';
import { pageOf } from './pageOf';
import { catalogDependencies } from './catalogDependencies';
import type { Visibility } from './Visibility';
import type { VisibleServices } from './VisibleServices';

/** How long the first who asks waits for what git wants; later it is there. */
const FIRST_READING_MILLISECONDS = 10_000;

interface QueriesOptions {
  readonly guard: PlatformGuard;
  readonly model: Pick<ReadModel, 'deployments' | 'freshness'>;
  readonly visibility: Visibility;
  readonly wanted: Pick<WantedState, 'get' | 'list' | 'started'>;
}

/**
 * Questions about deployments, each answered from memory with what the person who asks may see.
 *
 * @internal
 */
export class DeploymentQueries {
  readonly #options: QueriesOptions;

  static create(options: QueriesOptions): DeploymentQueries {
    return new DeploymentQueries(options);
  }

  private constructor(options: QueriesOptions) {
    this.#options = options;
  }

  /** Those of one service; throws NotFoundError where the entity is not there for this person, or is none of Chartroom's. */
  async ofEntity(options: {
    entityRef: string;
    filter?: DeploymentFilter;
    credentials: BackstageCredentials;
  }): Promise<DeploymentsAnswer> {
    const { filter = {}, credentials } = options;
    const { guard, model, visibility } = this.#options;
    await this.#started();
    const { platform, service } = await visibility.serviceOf(options);
    await guard.require({
      permission: chartroomDeploymentReadPermission,
      platform,
      credentials,
    });
    const services = await visibility.services({ credentials });
    const owners = services.owners({ platform, service });
    const items = model
      .deployments({ platform })
      .filter(
        deployment =>
          deployment.service === service &&
          passesFilter({ deployment, owners, filter }),
      );
    return this.#answer({
      items: worstFirst(items).map(it => this.#shown(it, services)),
      platforms: [platform],
    });
  }

  /** Those that pass a filter, page by page. */
  async list(options: {
    filter: DeploymentFilter;
    limit: number;
    cursor?: string;
    credentials: BackstageCredentials;
  }): Promise<DeploymentsAnswer> {
    const { filter, credentials } = options;
    const { model, visibility } = this.#options;
    await this.#started();
    const [platforms, services] = await Promise.all([
      visibility.platforms({ among: filter.platform, credentials }),
      visibility.services({ credentials }),
    ]);
    const found = platforms.flatMap(platform =>
      model.deployments({ platform }).filter(deployment => {
        const owners = services.owners(deployment);
        return (
          services.has(deployment) &&
          passesFilter({ deployment, owners, filter })
        );
      }),
    );
    const page = pageOf({ ...options, items: worstFirst(found) });
    return {
      ...this.#answer({
        items: page.items.map(it => this.#shown(it, services)),
        platforms,
      }),
      ...(page.nextCursor && { nextCursor: page.nextCursor }),
    };
  }

  /** The deployment of an id; throws NotFoundError where there is none for this person, NotAllowedError without the permission. */
  async find(options: {
    id: string;
    permission: ResourcePermission;
    credentials: BackstageCredentials;
  }): Promise<Deployment> {
    const { id, permission, credentials } = options;
    const { guard, visibility } = this.#options;
    await this.#started();
    const named = readDeploymentId(id);
    const found = named && this.#byId(id);
    const services = found && (await visibility.services({ credentials }));
    if (!found || !services?.has(found)) {
      throw new NotFoundError(
        named
          ? `Nothing is known of ${named.service} in namespace ${named.namespace} of cluster ${named.cluster}: list the deployments again`
          : 'There is no deployment of this id: take it from a list of deployments',
      );
    }
    await guard.require({ permission, platform: found.platform, credentials });
    return this.#shown(found, services);
  }

  /** The clusters that an environment of a platform names which this person may read. */
  async clusters(options: {
    credentials: BackstageCredentials;
  }): Promise<ClusterFreshness[]> {
    const { visibility, wanted } = this.#options;
    await this.#started();
    const platforms = await visibility.platforms(options);
    return this.#freshnessOf(
      platforms.flatMap(
        platform => wanted.get({ platform }).last?.wanted ?? [],
      ),
    );
  }

  /** What of a deployment this person may see, with what the catalog adds to the dependencies of the matrix. */
  #shown(deployment: Deployment, services: VisibleServices): Deployment {
    const { model } = this.#options;
    const shown = services.cut(deployment);
    const added = catalogDependencies({ deployment: shown, services, model });
    return added.length === 0
      ? shown
      : {
          ...shown,
          unwellDependencies: [...shown.unwellDependencies, ...added],
        };
  }

  #byId(id: string): Deployment | undefined {
    const { model, wanted } = this.#options;
    for (const { platform } of wanted.list()) {
      const found = model
        .deployments({ platform })
        .find(deployment => deployment.id === id);
      if (found) {
        return found;
      }
    }
    return undefined;
  }

  async #started(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>(resolve => {
      timer = setTimeout(resolve, FIRST_READING_MILLISECONDS);
    });
    await Promise.race([this.#options.wanted.started(), late]);
    clearTimeout(timer);
  }

  #answer(options: {
    items: readonly Deployment[];
    platforms: readonly string[];
  }): DeploymentsAnswer {
    const { items, platforms } = options;
    return {
      items,
      clusters: this.#freshnessOf(items),
      platforms: platforms.map(platform => {
        const { readAt, message } = this.#options.wanted.get({ platform });
        return { platform, readAt, message };
      }),
    };
  }

  #freshnessOf(
    places: ReadonlyArray<{ readonly cluster?: string }>,
  ): ClusterFreshness[] {
    const names = new Set(places.flatMap(({ cluster }) => cluster ?? []));
    const { model } = this.#options;
    return [...names].flatMap(name => model.freshness(name) ?? []);
  }
}
