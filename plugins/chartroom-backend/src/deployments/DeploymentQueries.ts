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
    const readable = await visibility.platforms({ credentials });
    if (!readable.includes(platform)) {
      await guard.require({
        permission: chartroomDeploymentReadPermission,
        platform,
        credentials,
      });
    }
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
      items: worstFirst(items).map(it => this.#shown(it, services, readable)),
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
    const readable = await visibility.platforms({ credentials });
    const platforms = readable.filter(
      platform => filter.platform?.includes(platform) ?? true,
    );
    // Last, so that no service that git has just got is taken for one that the catalog does not know
    const services = await visibility.services({ credentials });
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
        items: page.items.map(it => this.#shown(it, services, readable)),
        platforms,
      }),
      ...(page.nextCursor && { nextCursor: page.nextCursor }),
    };
  }

  /** The deployment of an id; throws NotFoundError where there is none for this person, NotAllowedError without all of the permissions. */
  async find(options: {
    id: string;
    permissions: readonly ResourcePermission[];
    credentials: BackstageCredentials;
  }): Promise<Deployment> {
    const { id, permissions, credentials } = options;
    const { guard, visibility } = this.#options;
    await this.#started();
    const named = readDeploymentId(id);
    const services = await visibility.services({ credentials });
    // Two platforms may want services of one name in one namespace
    const found = named
      ? this.#byId(id).filter(deployment => services.has(deployment))
      : [];
    if (found.length === 0) {
      throw new NotFoundError(
        named
          ? `Nothing is known of ${named.service} in namespace ${named.namespace} of cluster ${named.cluster}: list the deployments again`
          : 'There is no deployment of this id: take it from a list of deployments',
      );
    }
    let allowed = found.map(({ platform }) => platform);
    for (const permission of permissions) {
      const [platform] = allowed;
      allowed = await guard.filter({
        permission,
        platforms: allowed,
        credentials,
      });
      if (allowed.length === 0) {
        await guard.require({ permission, platform, credentials });
      }
    }
    const [deployment] = found.filter(({ platform }) =>
      allowed.includes(platform),
    );
    return deployment;
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
  #shown(
    deployment: Deployment,
    services: VisibleServices,
    readable: readonly string[],
  ): Deployment {
    const { model } = this.#options;
    const shown = services.cut(deployment);
    const added = catalogDependencies({
      deployment: shown,
      services,
      model,
      readable,
    });
    return added.length === 0
      ? shown
      : {
          ...shown,
          unwellDependencies: [...shown.unwellDependencies, ...added],
        };
  }

  #byId(id: string): Deployment[] {
    const { model, wanted } = this.#options;
    return wanted
      .list()
      .flatMap(({ platform }) =>
        model
          .deployments({ platform })
          .filter(deployment => deployment.id === id),
      );
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
    return [...names].flatMap(name => {
      // Which namespaces there are is for those who configure the cluster
      const { namespaces: _, ...freshness } = model.freshness(name) ?? {};
      return 'cluster' in freshness ? freshness : [];
    });
  }
}
