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

import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { parseOperation } from '@chartroom/backstage-plugin-chartroom-common';
import { undoOperation } from '@chartroom/backstage-plugin-chartroom-node';
import type { ActionServices } from './ActionServices';
import { authorizeCreate } from './authorizeCreate';
import { undoOperationExamples } from './createUndoOperationAction.examples';
import { isSameRequest } from './isSameRequest';
import { operationInput } from './operationField';

/**
 * `chartroom:operation:undo`: takes back what an interrupted operation made, where it is still as it was made.
 *
 * @internal
 */
export function createUndoOperationAction(options: {
  services: ActionServices;
}) {
  const { services } = options;
  return createTemplateAction({
    id: 'chartroom:operation:undo',
    description:
      'Undoes what an operation that did not come to its end has made, where it is still exactly as it was made, and lists what is left. Leaves a finished operation alone.',
    examples: undoOperationExamples,
    supportsDryRun: true,
    schema: {
      input: {
        operationId: z =>
          z.string({
            description: 'The output `operationId` of chartroom:operation:plan',
          }),
        operation: z =>
          operationInput(z)
            .optional()
            .describe(
              'The output `operation` of chartroom:operation:plan: when given, nothing is undone of an operation that was begun with another request',
            ),
      },
      output: {
        undone: z =>
          z.array(z.string(), {
            description: 'A sentence for each undone thing',
          }),
        left: z =>
          z.array(z.string(), {
            description:
              'A sentence for each thing that was left, with the reason',
          }),
      },
    },
    async handler(ctx) {
      const { operationId } = ctx.input;
      const { logger } = ctx;
      const record = await services.ledger.get({
        id: operationId,
      });
      const credentials = await ctx.getInitiatorCredentials();
      if (record) {
        await authorizeCreate({
          ...services,
          credentials,
          platform: record.platform,
        });
      }
      const operation =
        ctx.input.operation && parseOperation(ctx.input.operation);
      if (record && operation && !isSameRequest({ record, operation })) {
        logger.warn(
          `Operation ${operationId} was begun with another request; nothing of it is undone`,
        );
        ctx.output('undone', []);
        ctx.output('left', []);
        return;
      }
      if (ctx.isDryRun) {
        logger.info(
          `A dry run undoes nothing; operation ${operationId} has ${
            record?.effects.length ?? 0
          } effects`,
        );
        return;
      }
      const { outcome, undone, kept } = await undoOperation({
        operationId,
        operation,
        services,
        credentials,
        author: services.author,
        logger,
        signal: ctx.signal,
      });
      const sentences = {
        'nothing-begun': `Operation ${operationId} has begun nothing; there is nothing to undo`,
        completed: `Operation ${operationId} has come to its end; nothing of it is undone`,
        undone: `Nothing is left of operation ${operationId}`,
        kept: `What is left of operation ${operationId}: ${kept.join('; ')}`,
      };
      logger.info(sentences[outcome]);
      ctx.output('undone', undone);
      ctx.output('left', kept);
    },
  });
}
