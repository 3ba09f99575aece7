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
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { chartroomPermissions } from '@chartroom/backstage-plugin-chartroom-common';
import {
  chartroomChartCacheServiceRef,
  chartroomChartRepositoriesServiceRef,
  chartroomConfigServiceRef,
  chartroomObservationSourcesExtensionPoint,
  chartroomPlatformsServiceRef,
  type ObservationSource,
} from '@chartroom/backstage-plugin-chartroom-node';
import { registerActions } from './actions';
import { createAnswers } from './createAnswers';
import { createEvidence } from './createEvidence';
import { DatabaseEffectsLedger, openDatabase } from './database';
import { hasName, platformResourceRef } from './permissions';
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
    const addedSources = new Array<ObservationSource>();
    env.registerExtensionPoint(chartroomObservationSourcesExtensionPoint, {
      addSource: source => void addedSources.push(source),
    });
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        chartCache: chartroomChartCacheServiceRef,
        chartRepositories: chartroomChartRepositoriesServiceRef,
        config: chartroomConfigServiceRef,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        platforms: chartroomPlatformsServiceRef,
        rootConfig: coreServices.rootConfig,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { logger, platforms } = deps;
        deps.permissionsRegistry.addResourceType({
          resourceRef: platformResourceRef,
          permissions: chartroomPermissions,
          rules: [hasName],
          getResources: async names =>
            names.map(name => platforms.list().find(it => it.name === name)),
        });
        const knex = await openDatabase(deps);
        const ledger = await DatabaseEffectsLedger.create(deps);
        await deps.scheduler.scheduleTask({
          id: 'chartroom-sweep-operations',
          frequency: { minutes: 5 },
          timeout: { minutes: 1 },
          initialDelay: { seconds: 30 },
          fn: () => sweepOperations({ ledger, logger, now: new Date() }),
        });
        const evidence = await createEvidence({ ...deps, knex, addedSources });
        const answers = await createAnswers({ ...deps, evidence, knex });
        registerActions({ ...deps, ...answers });
        const services = { ...deps, ledger };
        deps.httpRouter.addAuthPolicy({
          path: '/health',
          allow: 'unauthenticated',
        });
        deps.httpRouter.use(
          createRouter({
            ...{ ...deps, ...evidence, ...answers, ledger, services },
          }),
        );
      },
    });
  },
});
