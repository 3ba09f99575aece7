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

import { mockCredentials } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import type { Deployment } from '@chartroom/backstage-plugin-chartroom-common';
import { live } from '../../__testUtils__/observed';
import type { DeploymentFilter } from '../../deployments/DeploymentFilter';
import { registerActions } from '../registerActions';

/** Of the person who asks. */
export const credentials = mockCredentials.user();

/** It runs behind git, its last upgrade failed, and it crashes. */
export const cart: Deployment = {
  id: 'cart-prod',
  platform: 'shop',
  service: 'cart',
  environment: 'prod',
  cluster: 'eu-1',
  namespace: 'shop',
  release: 'shop',
  wanted: { version: '1.2.0', url: 'https://git/Chart.yaml', ref: 'v1' },
  deployed: { version: '1.1.0', source: 'helm', toldBy: 'Secret shop/x' },
  drift: 'behind',
  message: 'It runs 1.1.0, and git wants 1.2.0.',
  disagreements: [],
  helm: {
    status: 'failed',
    revision: 4,
    deployedRevision: 3,
    description: 'Upgrade "shop" failed: timed out',
  },
  health: {
    rollout: 'degraded',
    serving: 'partial',
    available: 1,
    desired: 2,
    message: 'Container cart of pod cart-1 crashes again and again.',
    reasons: [
      {
        code: 'CrashLoopBackOff',
        message: 'Container cart of pod cart-1 crashes again and again.',
        pod: 'cart-1',
        container: 'cart',
        exitCode: 1,
        restarts: 14,
      },
    ],
  },
  unwellDependencies: [
    {
      service: 'redis',
      rollout: 'degraded',
      serving: 'down',
      message: 'No pod of it is available.',
      path: ['redis'],
    },
  ],
  sources: ['helm', 'labels'],
  observedAt: new Date(Date.now() - 7_000).toISOString(),
  stale: false,
  recorded: false,
};
const web: Deployment = {
  ...cart,
  id: 'web-prod',
  service: 'web',
  drift: 'in-sync',
  unpromoted: '1.3.0',
  helm: undefined,
  unwellDependencies: [],
};
const user: Deployment = {
  ...web,
  id: 'user-prod',
  service: 'user',
  drift: 'unknown',
  unpromoted: undefined,
  deployed: undefined,
  observedAt: undefined,
};

/** The actions over some deployments: cart, web in sync, and user of which nothing is known. */
export function openActions(items: Deployment[] = [cart, web, user]) {
  const actionsRegistry = actionsRegistryServiceMock();
  const asked = new Array<unknown>();
  const matches = (filter: DeploymentFilter = {}) =>
    items.filter(
      ({ environment }) => filter.environment?.includes(environment) ?? true,
    );
  registerActions({
    actionsRegistry,
    queries: {
      list: async options => {
        asked.push(options);
        const start = Number(options.cursor ?? 0);
        const found = matches(options.filter);
        return {
          items: found.slice(start, start + 1),
          clusters: [live()],
          nextCursor: start + 1 < found.length ? `${start + 1}` : undefined,
        };
      },
      ofEntity: async options => {
        asked.push(options);
        return { items: matches(options.filter), clusters: [live()] };
      },
    },
  });
  const invoke = async (name: string, input: object): Promise<any> =>
    (
      await actionsRegistry.invoke({
        id: `test:${name}`,
        input: input as any,
        credentials,
      })
    ).output;
  return { invoke, asked, actionsRegistry };
}
