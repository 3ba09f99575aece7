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
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import {
  RELATION_DEPENDS_ON,
  RELATION_OWNED_BY,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  CHARTROOM_PLATFORM_ANNOTATION,
  CHARTROOM_SERVICE_ANNOTATION,
} from '@chartroom/backstage-plugin-chartroom-common';

/**
 * After so long, at the latest, a list shows an entity that somebody was just allowed to see, and no longer one that was just
 * hidden from them. A page asks every ten seconds, and should find what was kept.
 */
const KEPT_MILLISECONDS = 30_000;
const MAXIMUM_PERSONS = 500;

/**
 * An entity of a service, which the person who asks may see.
 *
 * @internal
 */
export interface VisibleEntity {
  readonly entityRef: string;
  /** What the matrix calls the platform. */
  readonly system: string;
  readonly service: string;
  /** Entity refs. */
  readonly owners: readonly string[];
  /** Entity refs. */
  readonly dependsOn: readonly string[];
}

/**
 * The entities of Chartroom's services that somebody may see: one catalog query with their own credentials, kept for half a
 * minute, however many lists they look at.
 *
 * @internal
 */
export class VisibleEntities {
  readonly #catalog: CatalogService;
  readonly #known = new Map<
    string,
    { readonly until: number; readonly entities: Promise<VisibleEntity[]> }
  >();

  static create(options: { catalog: CatalogService }): VisibleEntities {
    return new VisibleEntities(options.catalog);
  }

  private constructor(catalog: CatalogService) {
    this.#catalog = catalog;
  }

  async list(options: {
    credentials: BackstageCredentials;
  }): Promise<readonly VisibleEntity[]> {
    const { credentials } = options;
    const person = JSON.stringify(credentials.principal);
    const known = this.#known.get(person);
    if (known && known.until > Date.now()) {
      return known.entities;
    }
    const entities = this.#query(credentials);
    this.#known.delete(person);
    this.#known.set(person, {
      until: Date.now() + KEPT_MILLISECONDS,
      entities,
    });
    const [oldest] = this.#known.keys();
    if (this.#known.size > MAXIMUM_PERSONS && oldest !== undefined) {
      this.#known.delete(oldest);
    }
    try {
      return await entities;
    } catch (error) {
      this.#known.delete(person);
      throw error;
    }
  }

  /** Asks the catalog for one entity now; throws NotFoundError where this person sees none, undefined where it is no service. */
  async find(options: {
    entityRef: string;
    credentials: BackstageCredentials;
  }): Promise<VisibleEntity | undefined> {
    const { entityRef, credentials } = options;
    const entity = await this.#catalog.getEntityByRef(entityRef, {
      credentials,
    });
    if (!entity) {
      throw new NotFoundError(`The catalog has no entity ${entityRef}`);
    }
    return describe(entity);
  }

  async #query(credentials: BackstageCredentials): Promise<VisibleEntity[]> {
    const annotation = `metadata.annotations.${CHARTROOM_SERVICE_ANNOTATION}`;
    const { items } = await this.#catalog.getEntities(
      {
        filter: { [annotation]: CATALOG_FILTER_EXISTS },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.annotations',
          'relations',
        ],
      },
      { credentials },
    );
    return items.flatMap(entity => describe(entity) ?? []);
  }
}

function describe(entity: Entity): VisibleEntity | undefined {
  const { annotations = {} } = entity.metadata;
  const system = annotations[CHARTROOM_PLATFORM_ANNOTATION];
  const service = annotations[CHARTROOM_SERVICE_ANNOTATION];
  return system && service
    ? {
        entityRef: stringifyEntityRef(entity),
        system,
        service,
        owners: targetsOf(entity, RELATION_OWNED_BY),
        dependsOn: targetsOf(entity, RELATION_DEPENDS_ON),
      }
    : undefined;
}

function targetsOf(entity: Entity, relation: string): string[] {
  return (entity.relations ?? []).flatMap(({ type, targetRef }) =>
    type === relation ? targetRef : [],
  );
}
