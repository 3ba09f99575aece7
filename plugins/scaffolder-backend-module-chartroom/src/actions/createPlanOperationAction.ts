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

import { randomUUID } from 'node:crypto';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { parseOperation } from '@chartroom/backstage-plugin-chartroom-common';
import {
  planOperation,
  refuseFindings,
  type PlannedOperation,
} from '@chartroom/backstage-plugin-chartroom-node';
import type { ActionServices } from './ActionServices';
import { authorizeCreate } from './authorizeCreate';
import { planOperationExamples } from './createPlanOperationAction.examples';
import { operationOutput } from './operationField';
import { isSameRequest } from './isSameRequest';
import { logWayOut } from './logWayOut';
import { clearOwnFiles, writeWorkspaceFiles } from './workspaceFiles';

/**
 * `chartroom:operation:plan`: computes all that creating a service would change, and touches nothing.
 *
 * @internal
 */
export function createPlanOperationAction(options: {
  services: ActionServices;
}) {
  const { services } = options;
  return createTemplateAction({
    id: 'chartroom:operation:plan',
    description:
      'Plans a new service: its chart, its entry in the platform, its entity. Checks everything that can be checked, writes the planned files of the service into the workspace, and touches nothing else.',
    examples: planOperationExamples,
    supportsDryRun: true,
    schema: {
      input: {
        platform: z =>
          z.string({
            description: 'Name of the platform, as in chartroom.platforms',
          }),
        name: z =>
          z.string({
            description:
              'Name of the service, its repository, its chart and its Kubernetes objects',
          }),
        description: z =>
          z.string({ description: 'One sentence that says what it does' }),
        owner: z =>
          z.string({
            description: 'Entity ref of its owner, such as group:default/shop',
          }),
        language: z =>
          z.string({
            description:
              'Its language, which decides under which environment names it finds its dependencies',
          }),
        port: z =>
          z
            .number({
              description: 'The port that it listens on; absent for a worker',
            })
            .optional(),
        exposed: z =>
          z
            .boolean({
              description: 'Whether it is reachable from outside the cluster',
            })
            .optional(),
        dependencies: z =>
          z
            .array(z.object({ name: z.string() }).passthrough(), {
              description:
                'What it depends on: services and backing services of the platform, each with a name and the optional keys of the service matrix',
            })
            .optional(),
        sourceTemplate: z =>
          z
            .string({
              description:
                'Entity ref of the software template, for the annotation backstage.io/source-template; default: the template that runs',
            })
            .optional(),
        operationId: z =>
          z
            .string({
              description:
                'Id of an operation that was interrupted, to finish it; absent: a new one',
            })
            .optional(),
        targetPath: z =>
          z
            .string({
              description:
                'Folder of the workspace for the planned files of the service; default ./service',
            })
            .optional(),
      },
      output: {
        operation: operationOutput,
        operationId: z =>
          z.string({
            description: 'Id of the operation, to finish or undo it',
          }),
        entityRef: z =>
          z.string({ description: 'Entity ref that the service will have' }),
        repositoryUrl: z =>
          z.string({ description: 'Where its repository will be' }),
        context: z =>
          z.record(z.any(), {
            description: 'Values for chartroom:skeleton:render',
          }),
        planDigest: z =>
          z.string({
            description: 'Digest of all that the plan follows from',
          }),
        baseCommit: z =>
          z.string({
            description: 'Commit of the platform repository that was read',
          }),
        changes: z =>
          z.array(z.string(), {
            description: 'Paths that change in the platform repository',
          }),
      },
    },
    async handler(ctx) {
      const { input, logger } = ctx;
      await authorizeCreate({
        ...services,
        credentials: await ctx.getInitiatorCredentials(),
        platform: input.platform,
      });
      const id =
        input.operationId ||
        (await ctx.checkpoint({
          key: `operation.${input.platform}.${input.name}`,
          fn: async () => randomUUID(),
        }));
      const operation = parseOperation({
        kind: 'create-service',
        id,
        platform: input.platform,
        service: {
          name: input.name,
          description: input.description,
          owner: input.owner,
          language: input.language,
          port: input.port,
          exposed: input.exposed ?? false,
          dependencies: input.dependencies ?? [],
        },
      });
      const record = await services.ledger.get({ id });
      if (record && !isSameRequest({ record, operation })) {
        throw new ConflictError(
          `Operation ${id} was begun with another request, for "${record.subject}" in platform "${record.platform}"; repeat that request, or leave the operation id out`,
        );
      }
      // From here on the id is known to be of this request, and not before: it is what is undone.
      ctx.output('operation', { ...operation });
      ctx.output('operationId', id);
      let planned: PlannedOperation;
      try {
        planned = await planOperation({
          operation,
          services,
          sourceTemplate: input.sourceTemplate ?? ctx.templateInfo?.entityRef,
          signal: ctx.signal,
        });
        refuseFindings(planned);
      } catch (error) {
        // Of a step that failed the scaffolder hands no output on: the step that undoes may not run.
        await logWayOut({ ...services, operationId: id, logger });
        throw error;
      }

      const { plan, baseCommit, planDigest, location } = planned;
      for (const { severity, message } of plan.findings) {
        logger.info(`${severity}: ${message}`);
      }
      const changes = plan.platformChanges.map(({ path }) => path);
      logger.info(
        `Planned ${input.name} on ${input.platform} at ${baseCommit.slice(
          0,
          7,
        )}: ${plan.serviceFiles.size} files in ${
          location.webUrl
        }, changes to ${changes.join(', ')}`,
      );
      logger.info(`This is operation ${id}`);
      const target = {
        workspacePath: ctx.workspacePath,
        targetPath: input.targetPath ?? './service',
      };
      await clearOwnFiles({ ...target, operationId: id });
      await writeWorkspaceFiles({ ...target, files: plan.serviceFiles });

      ctx.output('entityRef', stringifyEntityRef(plan.entities[0]));
      ctx.output('repositoryUrl', location.webUrl);
      ctx.output('context', { ...plan.skeletonContext });
      ctx.output('planDigest', planDigest);
      ctx.output('baseCommit', baseCommit);
      ctx.output('changes', changes);
    },
  });
}
