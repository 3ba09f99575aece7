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

import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { chartroomPermissions } from '@chartroom/backstage-plugin-chartroom-common';
import {
  chartroomChartCacheServiceRef,
  chartroomChartRepositoriesServiceRef,
  chartroomConfigServiceRef,
  chartroomPlatformsServiceRef,
} from '@chartroom/backstage-plugin-chartroom-node';
import { DatabaseEffectsLedger } from './database';
import { hasName, PlatformGuard, platformResourceRef } from './permissions';
import { createRouter } from './router';
import { sweepOperations } from './services';

/**
 * Plugin `chartroom`: platforms, names, plans, deployments, and the ledger of what operations did.
 *
 * @public
 */
export const chartroomPlugin = createBackendPlugin({
  pluginId: 'chartroom',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        chartCache: chartroomChartCacheServiceRef,
        chartRepositories: chartroomChartRepositoriesServiceRef,
        config: chartroomConfigServiceRef,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        platforms: chartroomPlatformsServiceRef,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { auditor, database, httpAuth, platforms } = deps;
        const { httpRouter, logger, permissions, permissionsRegistry } = deps;
        permissionsRegistry.addResourceType({
          resourceRef: platformResourceRef,
          permissions: chartroomPermissions,
          rules: [hasName],
          getResources: async names =>
            names.map(name => platforms.list().find(it => it.name === name)),
        });
        const ledger = await DatabaseEffectsLedger.create({ database });
        await deps.scheduler.scheduleTask({
          id: 'chartroom-sweep-operations',
          frequency: { minutes: 5 },
          timeout: { minutes: 1 },
          initialDelay: { seconds: 30 },
          fn: () => sweepOperations({ ledger, logger, now: new Date() }),
        });
        httpRouter.use(
          createRouter({
            auditor,
            guard: PlatformGuard.create({ permissions }),
            httpAuth,
            services: { ...deps, ledger },
          }),
        );
      },
    });
  },
});
