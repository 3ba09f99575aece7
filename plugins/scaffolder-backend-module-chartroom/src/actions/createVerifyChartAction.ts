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
  planOperation,
  readServiceChart,
  refuseFindings,
  verifyPlan,
} from '@chartroom/backstage-plugin-chartroom-node';
import type { ActionServices } from './ActionServices';
import { verifyChartExamples } from './createVerifyChartAction.examples';
import { operationInput, sourcePathInput } from './operationField';
import { operationContext } from './operationContext';
import { readWorkspaceFiles } from './workspaceFiles';

/**
 * `chartroom:chart:verify`: renders what an operation would make, with the real Helm; touches nothing.
 *
 * @internal
 */
export function createVerifyChartAction(options: { services: ActionServices }) {
  const { services } = options;
  return createTemplateAction({
    id: 'chartroom:chart:verify',
    description:
      'Lints and renders the chart of a new service with the real Helm: alone, and in the umbrella of its platform in every environment. Touches nothing.',
    examples: verifyChartExamples,
    supportsDryRun: true,
    schema: {
      input: { operation: operationInput, sourcePath: sourcePathInput },
      output: {
        verified: z =>
          z.boolean({
            description:
              'Whether Helm has rendered it; false only where there is no Helm and chartroom.helm.required is false',
          }),
        helmVersion: z =>
          z.string({ description: 'Such as v4.2.4; empty without Helm' }),
      },
    },
    async handler(ctx) {
      const { logger, signal } = ctx;
      const { operation } = await operationContext({
        services,
        operation: ctx.input.operation,
        getInitiatorCredentials: () => ctx.getInitiatorCredentials(),
      });
      const { files } = await readWorkspaceFiles({
        workspacePath: ctx.workspacePath,
        sourcePath: ctx.input.sourcePath ?? './service',
      });
      const begun = Date.now();
      const planned = await planOperation({ operation, services, signal });
      refuseFindings(planned);
      const result = await verifyPlan({
        ...services,
        ...planned,
        chart: readServiceChart({ files }).files,
        helm: await services.helm(),
        signal,
        onProgress: message => logger.info(message),
      });
      if (result.verified) {
        const seconds = ((Date.now() - begun) / 1000).toFixed(1);
        logger.info(
          `Verified with Helm ${result.helmVersion}: ${result.objects} objects (${seconds} s)`,
        );
      } else if (services.config.helm.required) {
        throw new InputError(
          `Not verified, and so not carried out. ${result.reason}. An operator may allow plans that are not verified with 'chartroom.helm.required: false'`,
        );
      } else {
        logger.warn(`Not verified. ${result.reason}`);
      }
      ctx.output('verified', result.verified);
      ctx.output('helmVersion', result.verified ? result.helmVersion : '');
    },
  });
}
