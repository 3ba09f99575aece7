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

import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { Operation } from '@chartroom/backstage-plugin-chartroom-common';
import { withEffect } from '../ledger';
import { PLATFORM_CHANGED_TOPIC } from '../platform';
import { beginOperation } from './beginOperation';
import { ensureCatalog } from './ensureCatalog';
import type { OperationServices } from './OperationServices';

/**
 * Registers a service in the catalog, has the platform's own entities read again, and ends the operation.
 *
 * @public
 */
export async function registerService(options: {
  operation: Operation;
  services: OperationServices;
  events: EventsService;
  /** Of the person who asked: the catalog decides whether they may register it. */
  credentials: BackstageCredentials;
  /** Entity ref of that person. */
  createdBy: string;
  /** Say what would be registered, and register nothing. */
  dryRun?: boolean;
  logger: LoggerService;
  signal?: AbortSignal;
}): Promise<{ entityRef: string; locationId: string }> {
  const { operation, services, events } = options;
  const { ledger } = services;
  const { name } = operation.service;
  const { config, host, location, defaultBranch } =
    await services.platforms.read({ name: operation.platform });
  const catalogInfoUrl = host.fileUrl({
    ...host.location({ owner: location.owner, name }),
    path: 'catalog-info.yaml',
    ref: defaultBranch,
  });
  const entityRef = `component:${config.catalogNamespace}/${name}`;

  if (options.dryRun) {
    options.logger.info(`A dry run does not register ${catalogInfoUrl}`);
    return { entityRef, locationId: '' };
  }
  await beginOperation({ ...options, ledger });
  await events.publish({
    topic: PLATFORM_CHANGED_TOPIC,
    eventPayload: { platform: operation.platform },
  });
  let locationId = '';
  const { target } = await withEffect<'catalog-location'>({
    ledger,
    operationId: operation.id,
    key: 'catalog-location',
    target: {
      kind: 'catalog-location',
      target: catalogInfoUrl,
      entityRef,
    },
    run: async ({ resumed }) => {
      const ensured = await ensureCatalog({
        ...options,
        catalogInfoUrl,
        entityRef,
        catalog: services.catalog,
      });
      locationId = ensured.locationId;
      return {
        kind: 'catalog-location',
        target: catalogInfoUrl,
        entityRef,
        // Undo removes only what this operation has registered.
        locationId: ensured.created || resumed ? locationId : undefined,
      };
    },
  });
  await ledger.finish({ id: operation.id, state: 'completed' });
  return { entityRef, locationId: target.locationId ?? locationId };
}
