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

import path from 'node:path';
import {
  type BackstageCredentials,
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogServiceRef,
  type CatalogService,
} from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  scaffolderActionsExtensionPoint,
  type TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import chartroomPlugin from '@chartroom/backstage-plugin-chartroom-backend';
import {
  chartroomEffectsLedgerServiceRef,
  chartroomGitHostsServiceRef,
  chartroomPlatformsServiceRef,
  type EffectsLedger,
  type GitHosts,
  type Platforms,
} from '@chartroom/backstage-plugin-chartroom-node';
import { scaffolderModuleChartroom } from '../module';
import { startRobotShop, type RobotShop } from './startRobotShop';

const PEOPLE = path.resolve(
  __dirname,
  '../../../../examples/organization.yaml',
);

/**
 * A portal with the real plugins, on a real forge with Robot Shop.
 */
export interface Portal {
  readonly actions: ReadonlyMap<string, TemplateAction>;
  readonly catalog: CatalogService;
  readonly gitHosts: GitHosts;
  readonly ledger: EffectsLedger;
  readonly platforms: Platforms;
  readonly shop: RobotShop;
  /** What the permission policy says from now on. */
  permit(result: AuthorizeResult.ALLOW | AuthorizeResult.DENY): void;
  close(): Promise<void>;
}

/**
 * Starts a portal whose scaffolder only collects actions, so that tests run them one by one.
 */
export async function startPortal(
  options: { chartroom?: object } = {},
): Promise<Portal> {
  const shop = await startRobotShop();
  const actions = new Map<string, TemplateAction>();
  let result: AuthorizeResult.ALLOW | AuthorizeResult.DENY =
    AuthorizeResult.ALLOW;
  const decide = ({ principal }: BackstageCredentials) =>
    (principal as { type: string }).type === 'service'
      ? AuthorizeResult.ALLOW
      : result;
  let services: Pick<Portal, 'catalog' | 'gitHosts' | 'ledger' | 'platforms'>;
  const backend: TestBackend = await startTestBackend({
    features: [
      catalogPlugin,
      chartroomPlugin,
      createBackendPlugin({
        pluginId: 'scaffolder',
        register(env) {
          env.registerExtensionPoint(scaffolderActionsExtensionPoint, {
            addActions: (...added: TemplateAction<any, any, any>[]) =>
              added.forEach(action => actions.set(action.id, action)),
          });
          env.registerInit({
            deps: {
              catalog: catalogServiceRef,
              gitHosts: chartroomGitHostsServiceRef,
              ledger: chartroomEffectsLedgerServiceRef,
              logger: coreServices.logger,
              platforms: chartroomPlatformsServiceRef,
            },
            async init(deps) {
              services = deps;
            },
          });
        },
      }),
      scaffolderModuleChartroom,
      // As the real policy client does: other plugins may do everything.
      mockServices.permissions.mock({
        authorize: async (requests, { credentials }) =>
          requests.map(() => ({ result: decide(credentials) })),
        authorizeConditional: async (requests, { credentials }) =>
          requests.map(() => ({ result: decide(credentials) })),
      }).factory,
      mockServices.rootConfig.factory({
        data: {
          integrations: shop.config.integrations,
          chartroom: { ...shop.config.chartroom, ...options.chartroom },
          catalog: {
            locations: [
              {
                type: 'file',
                target: PEOPLE,
                rules: [{ allow: ['Group', 'User'] }],
              },
            ],
          },
          backend: {
            reading: { allow: [{ host: new URL(shop.url).host }] },
          },
        },
      }),
    ],
  });
  return {
    ...services!,
    actions,
    shop,
    permit: next => {
      result = next;
    },
    async close() {
      await backend.stop();
      await shop.close();
    },
  };
}
