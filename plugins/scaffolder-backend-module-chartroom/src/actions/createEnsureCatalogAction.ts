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

import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  ensureCatalog,
  registerService,
} from '@chartroom/backstage-plugin-chartroom-node';
import type { ActionServices } from './ActionServices';
import { ensureCatalogExamples } from './createEnsureCatalogAction.examples';
import { operationContext } from './operationContext';

/**
 * `chartroom:catalog:ensure`: registers a catalog file once, and waits for its entity.
 *
 * @internal
 */
export function createEnsureCatalogAction(options: {
  services: ActionServices;
}) {
  const { services } = options;
  return createTemplateAction({
    id: 'chartroom:catalog:ensure',
    description:
      'Registers the catalog file of a service, unless it is registered already, and waits until the catalog shows its entity with its relations.',
    examples: ensureCatalogExamples,
    supportsDryRun: true,
    schema: {
      input: {
        operation: z =>
          z
            .record(z.any(), {
              description:
                'The output `operation` of chartroom:operation:plan; it ends with this step',
            })
            .optional(),
        catalogInfoUrl: z =>
          z
            .string({
              description:
                'Page of a catalog file, instead of an operation, in a template of your own',
            })
            .optional(),
        entityRef: z =>
          z
            .string({
              description: 'The entity in that file, with catalogInfoUrl',
            })
            .optional(),
      },
      output: {
        entityRef: z => z.string({ description: 'The registered entity' }),
        locationId: z => z.string({ description: 'Id of its location' }),
      },
    },
    async handler(ctx) {
      const { catalogInfoUrl, entityRef } = ctx.input;
      const { logger, signal } = ctx;
      if (ctx.input.operation) {
        const { operation, createdBy, credentials } = await operationContext({
          services,
          operation: ctx.input.operation,
          getInitiatorCredentials: () => ctx.getInitiatorCredentials(),
        });
        const registered = await registerService({
          operation,
          services,
          events: services.events,
          credentials,
          createdBy,
          dryRun: ctx.isDryRun,
          logger,
          signal,
        });
        ctx.output('entityRef', registered.entityRef);
        ctx.output('locationId', registered.locationId);
        return;
      }
      if (!catalogInfoUrl || !entityRef) {
        throw new InputError(
          'chartroom:catalog:ensure needs an operation, or catalogInfoUrl together with entityRef',
        );
      }
      if (ctx.isDryRun) {
        logger.info(`A dry run does not register ${catalogInfoUrl}`);
        ctx.output('entityRef', entityRef);
        ctx.output('locationId', '');
        return;
      }
      const { locationId } = await ensureCatalog({
        catalogInfoUrl,
        entityRef,
        catalog: services.catalog,
        credentials: await ctx.getInitiatorCredentials(),
        logger,
        signal,
      });
      ctx.output('entityRef', entityRef);
      ctx.output('locationId', locationId);
    },
  });
}
