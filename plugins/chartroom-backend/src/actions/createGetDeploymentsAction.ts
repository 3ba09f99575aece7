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

import { stateWords } from '../deployments/stateWords';
import type { ActionContext } from './ActionContext';
import { deploymentSentence } from './deploymentSentence';

/**
 * Registers `get-deployments`: which version of what runs where, and how well.
 *
 * @internal
 */
export function createGetDeploymentsAction(options: ActionContext): void {
  const { actionsRegistry, queries } = options;
  actionsRegistry.register({
    name: 'get-deployments',
    title: 'Get deployments',
    description: `Tells which chart version of each service runs in which environment, which version git wants there, and how healthy it is.
Give entityRef for one service of the catalog, such as component:default/cart. Without it the list holds every service that you may see, the worst first, and may be narrowed by platform, environment, cluster, drift and rollout.
Each item says in words how old its evidence is: do not present stale or recorded items as current.
A list that has more gives nextCursor, to be given back as cursor.`,
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .optional()
            .describe('Entity ref of a service, component:default/cart'),
          platform: z
            .string()
            .optional()
            .describe('Name of a platform in the configuration'),
          environment: z.string().optional().describe('Such as prod'),
          cluster: z.string().optional().describe('Name of a cluster'),
          drift: z
            .enum(stateWords.drift)
            .optional()
            .describe('How what runs differs from what git wants'),
          rollout: z
            .enum(stateWords.rollout)
            .optional()
            .describe('How well the workload does'),
          limit: z
            .number()
            .int()
            .min(1)
            .max(200)
            .default(50)
            .describe('How many at most'),
          cursor: z
            .string()
            .optional()
            .describe('nextCursor of the answer before'),
        }),
      output: z =>
        z.object({
          deployments: z.array(
            z.object({
              id: z.string(),
              platform: z.string(),
              service: z.string(),
              environment: z.string(),
              cluster: z.string().optional(),
              namespace: z.string(),
              wantedVersion: z.string().optional(),
              deployedVersion: z.string().optional(),
              drift: z.string(),
              rollout: z.string(),
              serving: z.string(),
              stale: z.boolean(),
              recorded: z.boolean(),
              inWords: z.string().describe('All of it, to be quoted'),
            }),
          ),
          clusters: z
            .array(
              z.object({
                cluster: z.string(),
                state: z.string(),
                message: z.string().optional(),
              }),
            )
            .describe('How well each cluster could be read'),
          nextCursor: z.string().optional(),
        }),
    },
    examples: [
      {
        title: 'What runs of one service',
        input: { entityRef: 'component:default/cart', limit: 50 },
      },
      {
        title: 'What is broken in production',
        input: { environment: 'prod', rollout: 'degraded', limit: 50 },
      },
    ],
    action: async ({ input, credentials }) => {
      const { entityRef, limit, cursor, ...rest } = input;
      const one = <T>(value: T | undefined) =>
        value === undefined ? undefined : [value];
      const filter = {
        platform: one(rest.platform),
        environment: one(rest.environment),
        cluster: one(rest.cluster),
        drift: one(rest.drift),
        rollout: one(rest.rollout),
      };
      const answer =
        entityRef === undefined
          ? await queries.list({ filter, limit, cursor, credentials })
          : await queries.ofEntity({ entityRef, filter, credentials });
      const now = new Date();
      return {
        output: {
          deployments: answer.items.map(deployment => ({
            id: deployment.id,
            platform: deployment.platform,
            service: deployment.service,
            environment: deployment.environment,
            cluster: deployment.cluster,
            namespace: deployment.namespace,
            wantedVersion: deployment.wanted.version,
            deployedVersion: deployment.deployed?.version,
            drift: deployment.drift,
            rollout: deployment.health.rollout,
            serving: deployment.health.serving,
            stale: deployment.stale,
            recorded: deployment.recorded,
            inWords: deploymentSentence({ deployment, now }),
          })),
          clusters: answer.clusters.map(({ cluster, state, message }) => ({
            cluster,
            state,
            message,
          })),
          nextCursor: answer.nextCursor,
        },
      };
    },
  });
}
