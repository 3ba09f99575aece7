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
  Deployment,
  Drift,
} from '@chartroom/backstage-plugin-chartroom-common';
import type { ActionContext } from './ActionContext';
import { deploymentSentence } from './deploymentSentence';

/** A page of the list that is looked through. */
const PAGE = 500;
const drifting = [
  'behind',
  'ahead',
  'lock-differs',
  'not-deployed',
  'not-in-git',
] as const satisfies readonly Drift[];

/**
 * Registers `find-drift`: where something else runs than git wants.
 *
 * @internal
 */
export function createFindDriftAction(options: ActionContext): void {
  const { actionsRegistry, queries } = options;
  actionsRegistry.register({
    name: 'find-drift',
    title: 'Find drift',
    description: `Finds every service that runs in another version than git wants, that git wants and that does not run, or that runs and is not in git; and, with unpromoted, those whose default branch wants a newer version than the environment's ref.
Services whose cluster could not be read are counted as unknown and are not listed: they are neither in sync nor drifting. It changes nothing.`,
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          platform: z
            .string()
            .optional()
            .describe('Name of a platform in the configuration'),
          environment: z.string().optional().describe('Such as prod'),
          unpromoted: z
            .boolean()
            .default(false)
            .describe('Also list what is in sync and waits for a promotion'),
        }),
      output: z =>
        z.object({
          summary: z.string().describe('One sentence, to be quoted'),
          findings: z.array(
            z.object({
              service: z.string(),
              platform: z.string(),
              environment: z.string(),
              drift: z.string(),
              wantedVersion: z.string().optional(),
              deployedVersion: z.string().optional(),
              unpromoted: z.string().optional(),
              url: z.string().describe('Where the wanted version is written'),
              inWords: z.string(),
            }),
          ),
          inSync: z.number().int(),
          unknown: z
            .number()
            .int()
            .describe('Services of which it could not be told'),
        }),
    },
    examples: [
      { title: 'Everywhere', input: { unpromoted: false } },
      {
        title: 'What production waits for',
        input: { environment: 'prod', unpromoted: true },
      },
    ],
    action: async ({ input, credentials }) => {
      const filter = {
        platform: input.platform === undefined ? undefined : [input.platform],
        environment:
          input.environment === undefined ? undefined : [input.environment],
      };
      const all = new Array<Deployment>();
      let cursor: string | undefined;
      do {
        const page = await queries.list({
          filter,
          limit: PAGE,
          cursor,
          credentials,
        });
        all.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      const isDrifting = (drift: Drift) =>
        drifting.some(candidate => candidate === drift);
      const found = all.filter(
        ({ drift, unpromoted }) =>
          isDrifting(drift) || (input.unpromoted && unpromoted !== undefined),
      );
      const count = (drift: Drift) =>
        all.filter(deployment => deployment.drift === drift).length;
      const [inSync, unknown] = [count('in-sync'), count('unknown')];
      const now = new Date();
      return {
        output: {
          summary: `Of ${all.length} services in their environments, ${
            all.filter(({ drift }) => isDrifting(drift)).length
          } differ from git, ${inSync} are in sync, and of ${unknown} it is not known.`,
          findings: found.map(deployment => ({
            service: deployment.service,
            platform: deployment.platform,
            environment: deployment.environment,
            drift: deployment.drift,
            wantedVersion: deployment.wanted.version,
            deployedVersion: deployment.deployed?.version,
            unpromoted: deployment.unpromoted,
            url: deployment.wanted.url,
            inWords: deploymentSentence({ deployment, now }),
          })),
          inSync,
          unknown,
        },
      };
    },
  });
}
