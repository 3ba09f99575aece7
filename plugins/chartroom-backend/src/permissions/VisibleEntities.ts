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

/** A list this old is asked for again while it is answered with: a page that asks every ten seconds never waits for the catalog. */
const REFRESHED_MILLISECONDS = 20_000;
/** No answer is older: after so long a list no longer shows an entity that was just hidden from somebody. */
const KEPT_MILLISECONDS = 60_000;
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

interface Known {
  /** Milliseconds since 1970: when the catalog was asked. */
  readonly askedAt: number;
  readonly entities: Promise<VisibleEntity[]>;
  isRefreshing: boolean;
}

/**
 * The entities of Chartroom's services that somebody may see: one catalog query with their own credentials, kept for a
 * minute at most, however many lists they look at.
 *
 * @internal
 */
export class VisibleEntities {
  readonly #catalog: CatalogService;
  readonly #known = new Map<string, Known>();

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
    const age = known ? Date.now() - known.askedAt : Infinity;
    if (!known || age >= KEPT_MILLISECONDS) {
      return this.#ask({ person, credentials });
    }
    if (age >= REFRESHED_MILLISECONDS && !known.isRefreshing) {
      known.isRefreshing = true;
      this.#refresh({ person, credentials }).catch(() => {
        // Whoever asks next tries again, and waits for the answer once this one is too old.
        known.isRefreshing = false;
      });
    }
    return known.entities;
  }

  async #ask(options: {
    person: string;
    credentials: BackstageCredentials;
  }): Promise<VisibleEntity[]> {
    const { person, credentials } = options;
    const entities = this.#query(credentials);
    const known = this.#keep({ person, entities });
    try {
      return await entities;
    } catch (error) {
      if (this.#known.get(person) === known) {
        this.#known.delete(person);
      }
      throw error;
    }
  }

  async #refresh(options: {
    person: string;
    credentials: BackstageCredentials;
  }): Promise<void> {
    const entities = await this.#query(options.credentials);
    this.#keep({ ...options, entities: Promise.resolve(entities) });
  }

  #keep(options: {
    person: string;
    entities: Promise<VisibleEntity[]>;
  }): Known {
    const { person, entities } = options;
    const known = { askedAt: Date.now(), entities, isRefreshing: false };
    this.#known.delete(person);
    this.#known.set(person, known);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MAXIMUM_PERSONS && oldest !== undefined) {
      this.#known.delete(oldest);
    }
    return known;
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
