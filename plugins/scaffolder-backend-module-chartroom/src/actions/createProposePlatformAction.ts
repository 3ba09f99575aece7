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
import { proposePlatform } from '@chartroom/backstage-plugin-chartroom-node';
import type { ActionServices } from './ActionServices';
import { proposePlatformExamples } from './createProposePlatformAction.examples';
import { operationInput } from './operationField';
import { operationContext } from './operationContext';

/**
 * `chartroom:platform:propose`: enters a service in its platform's repository.
 *
 * @internal
 */
export function createProposePlatformAction(options: {
  services: ActionServices;
}) {
  const { services } = options;
  return createTemplateAction({
    id: 'chartroom:platform:propose',
    description:
      'Enters a service in the matrix and the umbrella of its platform, in one commit. Whoever was faster is no conflict: the change is planned again on the newest files.',
    examples: proposePlatformExamples,
    supportsDryRun: true,
    schema: {
      input: { operation: operationInput },
      output: {
        platformChangeUrl: z => z.string({ description: 'Page of the commit' }),
        commit: z =>
          z.string({ description: 'The commit in the platform repository' }),
      },
    },
    async handler(ctx) {
      const { operation, createdBy } = await operationContext({
        services,
        operation: ctx.input.operation,
        getInitiatorCredentials: () => ctx.getInitiatorCredentials(),
      });
      const { platformChangeUrl, commit } = await proposePlatform({
        operation,
        services,
        createdBy,
        author: services.author,
        dryRun: ctx.isDryRun,
        logger: ctx.logger,
        signal: ctx.signal,
      });
      ctx.output('platformChangeUrl', platformChangeUrl);
      ctx.output('commit', commit);
    },
  });
}
