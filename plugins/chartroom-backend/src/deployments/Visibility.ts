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
import { parseEntityRef } from '@backstage/catalog-model';
import {
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  CHARTROOM_PLATFORM_ANNOTATION,
  CHARTROOM_SERVICE_ANNOTATION,
  chartroomDeploymentReadPermission,
} from '@chartroom/backstage-plugin-chartroom-common';
import type {
  PlatformGuard,
  VisibleEntities,
  VisibleEntity,
} from '../permissions';
import type { WantedState } from '../wanted';
import { VisibleServices } from './VisibleServices';

/**
 * What of the deployments one person may see: platforms by permission, services by the catalog.
 *
 * @internal
 */
export class Visibility {
  readonly #guard: PlatformGuard;
  readonly #entities: VisibleEntities;
  readonly #wanted: Pick<WantedState, 'list'>;
  /** For as long as a person's entities are kept, and git wants the same. */
  readonly #services = new WeakMap<
    readonly VisibleEntity[],
    { readonly state: string; readonly services: VisibleServices }
  >();

  static create(options: {
    guard: PlatformGuard;
    entities: VisibleEntities;
    wanted: Pick<WantedState, 'list'>;
  }): Visibility {
    return new Visibility(options);
  }

  private constructor(options: Parameters<typeof Visibility.create>[0]) {
    this.#guard = options.guard;
    this.#entities = options.entities;
    this.#wanted = options.wanted;
  }

  /** Names of the platforms whose deployments they may read. */
  async platforms(options: {
    credentials: BackstageCredentials;
  }): Promise<string[]> {
    const { credentials } = options;
    return this.#guard.filter({
      permission: chartroomDeploymentReadPermission,
      platforms: this.#wanted.list().map(({ platform }) => platform),
      credentials,
    });
  }

  async services(options: {
    credentials: BackstageCredentials;
  }): Promise<VisibleServices> {
    const entities = await this.#entities.list(options);
    const readings = this.#wanted.list();
    const state = JSON.stringify(
      readings.map(({ platform, generation }) => [platform, generation]),
    );
    const known = this.#services.get(entities);
    if (known?.state === state) {
      return known.services;
    }
    const services = VisibleServices.create({ entities, readings });
    this.#services.set(entities, { state, services });
    return services;
  }

  /** The service that an entity stands for; throws NotFoundError where there is none for this person, and InputError for what is no ref. */
  async serviceOf(options: {
    entityRef: string;
    credentials: BackstageCredentials;
  }): Promise<{ platform: string; service: string }> {
    const { entityRef } = options;
    requireRef(entityRef);
    const services = await this.services(options);
    return services.byEntity({ entityRef }) ?? this.#newService(options);
  }

  /** An entity may be younger than the list of those that are visible. */
  async #newService(options: {
    entityRef: string;
    credentials: BackstageCredentials;
  }): Promise<{ platform: string; service: string }> {
    const { entityRef } = options;
    const entity = await this.#entities.find(options);
    const readings = this.#wanted.list();
    const found =
      entity &&
      VisibleServices.create({ entities: [entity], readings }).byEntity(entity);
    if (found) {
      return found;
    }
    const unread = entity ? readings.filter(({ last }) => !last) : [];
    if (unread.length === 0) {
      throw new NotFoundError(
        `${entityRef} is not a service of a platform: it needs the annotations ${CHARTROOM_PLATFORM_ANNOTATION} and ${CHARTROOM_SERVICE_ANNOTATION} of one`,
      );
    }
    const readable = await this.platforms(options);
    const told = unread.find(({ platform }) => readable.includes(platform));
    throw new ServiceUnavailableError(
      told
        ? `Platform ${
            told.platform
          } has not been read, and ${entityRef} may be a service of it: ${
            told.message ?? 'it takes longer than usual'
          }`
        : `A platform has not been read, and ${entityRef} may be a service of it`,
    );
  }
}

function requireRef(entityRef: string): void {
  try {
    parseEntityRef(entityRef);
  } catch {
    throw new InputError(
      `Invalid entityRef ${JSON.stringify(
        entityRef,
      )}: write kind, namespace and name, such as component:default/cart`,
    );
  }
}
