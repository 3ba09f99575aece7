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
import { publishService } from '@chartroom/backstage-plugin-chartroom-node';
import type { ActionServices } from './ActionServices';
import { publishServiceExamples } from './createPublishServiceAction.examples';
import { operationInput, sourcePathInput } from './operationField';
import { operationContext } from './operationContext';
import { readWorkspaceFiles } from './workspaceFiles';

/**
 * `chartroom:service:publish`: makes the repository of a new service, and publishes its chart.
 *
 * @internal
 */
export function createPublishServiceAction(options: {
  services: ActionServices;
}) {
  const { services } = options;
  return createTemplateAction({
    id: 'chartroom:service:publish',
    description:
      'Makes the repository of a new service with one commit, and publishes its chart where the platform says. The same operation again makes only what is missing.',
    examples: publishServiceExamples,
    supportsDryRun: true,
    schema: {
      input: { operation: operationInput, sourcePath: sourcePathInput },
      output: {
        repositoryUrl: z =>
          z.string({
            description: 'Page of the repository, which git clone accepts',
          }),
        commit: z => z.string({ description: 'Its first commit' }),
        chartVersion: z =>
          z.string({ description: 'Version of the published chart' }),
        catalogInfoUrl: z =>
          z.string({ description: 'Page of its catalog-info.yaml' }),
      },
    },
    async handler(ctx) {
      const { operation, createdBy } = await operationContext({
        services,
        operation: ctx.input.operation,
        getInitiatorCredentials: () => ctx.getInitiatorCredentials(),
      });
      const workspace = await readWorkspaceFiles({
        workspacePath: ctx.workspacePath,
        sourcePath: ctx.input.sourcePath ?? './service',
      });
      const made = await publishService({
        operation,
        ...workspace,
        services,
        createdBy,
        author: services.author,
        dryRun: ctx.isDryRun,
        logger: ctx.logger,
        signal: ctx.signal,
      });
      ctx.output('repositoryUrl', made.repositoryUrl);
      ctx.output('commit', made.commit);
      ctx.output('chartVersion', made.chartVersion);
      ctx.output('catalogInfoUrl', made.catalogInfoUrl);
    },
  });
}
