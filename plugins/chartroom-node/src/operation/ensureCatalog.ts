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

import { setTimeout as wait } from 'node:timers/promises';
import {
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { timed } from './timed';

const POLL_MILLISECONDS = 500;
const PROGRESS_MILLISECONDS = 5_000;

/**
 * Registers a catalog file, once, and waits until the catalog shows its entity with its relations.
 *
 * @remarks
 * Throws InputError when the catalog cannot read the file, or the entity is not
 * in it; nothing is registered then. A catalog that is merely slow is not an
 * error: it is logged, and the entity comes later.
 *
 * @public
 */
export async function ensureCatalog(options: {
  /** Page of the file. */
  catalogInfoUrl: string;
  entityRef: string;
  catalog: CatalogService;
  credentials: BackstageCredentials;
  logger: LoggerService;
  /** By default a minute. */
  timeoutMilliseconds?: number;
  signal?: AbortSignal;
}): Promise<{
  locationId: string;
  /** Whether the location was not registered before. */
  created: boolean;
}> {
  const { catalogInfoUrl, entityRef, catalog, credentials, logger } = options;
  const location = { type: 'url', target: catalogInfoUrl };

  const { entities, exists = false } = await catalog.addLocation(
    { ...location, dryRun: true },
    { credentials },
  );
  if (!entities.some(entity => stringifyEntityRef(entity) === entityRef)) {
    throw new InputError(
      `${catalogInfoUrl} does not hold ${entityRef}; correct the file, or the entity's reference`,
    );
  }
  const registered = await timed({
    logger,
    says: () =>
      exists
        ? `${catalogInfoUrl} is registered`
        : `Registered ${catalogInfoUrl}`,
    run: () =>
      catalog.addLocation(
        { ...location, onConflict: 'refresh' },
        { credentials },
      ),
  });
  const shown = await timed({
    logger,
    says: found =>
      found
        ? `The catalog shows ${entityRef} with its relations`
        : `The catalog has not processed ${entityRef} yet; it will appear there later`,
    run: () => untilShown(options),
  });
  if (!shown) {
    logger.warn(`The catalog is slow to process ${entityRef}`);
  }
  return { locationId: registered.location.id, created: !exists };
}

async function untilShown(
  options: Parameters<typeof ensureCatalog>[0],
): Promise<boolean> {
  const { entityRef, catalog, credentials, logger, signal } = options;
  const begun = Date.now();
  const deadline = begun + (options.timeoutMilliseconds ?? 60_000);
  let nextLine = begun + PROGRESS_MILLISECONDS;
  for (;;) {
    const entity = await catalog.getEntityByRef(entityRef, { credentials });
    if (entity && isComplete({ entity, target: options.catalogInfoUrl })) {
      return true;
    }
    if (Date.now() >= deadline) {
      return false;
    }
    if (Date.now() >= nextLine) {
      nextLine += PROGRESS_MILLISECONDS;
      logger.info(`Waiting for the catalog to process ${entityRef}`);
    }
    await wait(POLL_MILLISECONDS, undefined, { signal });
  }
}

/** Whether an entity comes from this file, and has a relation for each thing that it depends on. */
function isComplete(options: { entity: Entity; target: string }): boolean {
  const { metadata, spec, relations = [] } = options.entity;
  const dependsOn = Array.isArray(spec?.dependsOn) ? spec.dependsOn : [];
  const related = new Set(
    relations
      .filter(({ type }) => type === 'dependsOn')
      .map(({ targetRef }) => targetRef),
  );
  return (
    metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION] ===
      `url:${options.target}` &&
    relations.length > 0 &&
    related.size >= new Set(dependsOn).size
  );
}
