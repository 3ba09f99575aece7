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

import { NotFoundError } from '@backstage/errors';
import type { ActionContext } from './ActionContext';
import { deploymentSentence } from './deploymentSentence';

/**
 * Registers `explain-health`: how well a service is in each environment, and why.
 *
 * @internal
 */
export function createExplainHealthAction(options: ActionContext): void {
  const { actionsRegistry, queries } = options;
  actionsRegistry.register({
    name: 'explain-health',
    title: 'Explain health',
    description: `Explains how well one service is in each environment, with every reason that is known: which pod and container, the exit code, how often it restarted, since when; the state of its Helm release; and which of the services that it depends on are unwell.
A dependency that is unwell is shown beside the service's own health and is not proof that it is the cause. The answer is read from what was observed; no cluster is asked, and nothing is changed.`,
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe('Entity ref of a service, component:default/cart'),
          environment: z
            .string()
            .optional()
            .describe('Only this one, such as prod'),
        }),
      output: z =>
        z.object({
          environments: z.array(
            z.object({
              environment: z.string(),
              rollout: z.string(),
              serving: z.string(),
              available: z.number(),
              desired: z.number(),
              stale: z.boolean(),
              recorded: z.boolean(),
              helm: z
                .string()
                .optional()
                .describe("State of the release in Helm's own words"),
              reasons: z.array(
                z.object({
                  code: z.string(),
                  message: z.string(),
                  pod: z.string().optional(),
                  container: z.string().optional(),
                  exitCode: z.number().optional(),
                  restarts: z.number().optional(),
                  since: z.string().optional(),
                }),
              ),
              unwellDependencies: z.array(
                z.object({
                  service: z.string(),
                  path: z.array(z.string()).describe('How it is reached'),
                  message: z.string(),
                }),
              ),
              inWords: z.string().describe('All of it, to be quoted'),
            }),
          ),
        }),
    },
    examples: [
      {
        title: 'Why a service is unwell in production',
        input: { entityRef: 'component:default/payment', environment: 'prod' },
      },
    ],
    action: async ({ input, credentials }) => {
      const { entityRef, environment } = input;
      const { items } = await queries.ofEntity({
        entityRef,
        filter: {
          environment: environment === undefined ? undefined : [environment],
        },
        credentials,
      });
      if (items.length === 0) {
        throw new NotFoundError(
          environment === undefined
            ? `The platform of ${entityRef} has no environments`
            : `The platform of ${entityRef} has no environment ${environment}: leave it out to see those that there are`,
        );
      }
      const now = new Date();
      return {
        output: {
          environments: items.map(deployment => {
            const { health, helm } = deployment;
            return {
              environment: deployment.environment,
              rollout: health.rollout,
              serving: health.serving,
              available: health.available,
              desired: health.desired,
              stale: deployment.stale,
              recorded: deployment.recorded,
              helm: helm && helmSentence(helm),
              reasons: health.reasons.map(reason => ({ ...reason })),
              unwellDependencies: deployment.unwellDependencies.map(
                ({ service, path, message }) => ({
                  service,
                  path: [...path],
                  message,
                }),
              ),
              inWords: deploymentSentence({ deployment, now }),
            };
          }),
        },
      };
    },
  });
}

function helmSentence(helm: {
  readonly status: string;
  readonly revision: number;
  readonly deployedRevision?: number;
  readonly description?: string;
}): string {
  const { status, revision, deployedRevision, description } = helm;
  return [
    `Revision ${revision} is ${status}`,
    ...(deployedRevision === undefined
      ? []
      : [`the last that succeeded is revision ${deployedRevision}`]),
    ...(description ? [description] : []),
  ].join('; ');
}
