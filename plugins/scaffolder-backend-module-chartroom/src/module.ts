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
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import {
  chartroomChartCacheServiceRef,
  chartroomChartRepositoriesServiceRef,
  chartroomConfigServiceRef,
  chartroomEffectsLedgerServiceRef,
  chartroomHelmServiceRef,
  chartroomPlatformsServiceRef,
} from '@chartroom/backstage-plugin-chartroom-node';
import { createChartroomActions } from './actions';

/**
 * Adds the actions `chartroom:*` to the scaffolder.
 *
 * @public
 */
export const scaffolderModuleChartroom = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'chartroom',
  register(registration) {
    registration.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        chartCache: chartroomChartCacheServiceRef,
        chartRepositories: chartroomChartRepositoriesServiceRef,
        config: chartroomConfigServiceRef,
        events: eventsServiceRef,
        helm: chartroomHelmServiceRef,
        ledger: chartroomEffectsLedgerServiceRef,
        permissions: coreServices.permissions,
        platforms: chartroomPlatformsServiceRef,
        reader: coreServices.urlReader,
        rootConfig: coreServices.rootConfig,
      },
      async init({ actions, rootConfig, ...services }) {
        actions.addActions(
          ...createChartroomActions({
            services: {
              ...services,
              integrations: ScmIntegrations.fromConfig(rootConfig),
              author: {
                name:
                  rootConfig.getOptionalString(
                    'scaffolder.defaultAuthor.name',
                  ) ?? 'Chartroom',
                email:
                  rootConfig.getOptionalString(
                    'scaffolder.defaultAuthor.email',
                  ) ?? 'chartroom@localhost',
              },
            },
          }),
        );
      },
    });
  },
});
