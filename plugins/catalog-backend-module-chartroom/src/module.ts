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
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { chartroomPlatformsServiceRef } from '@chartroom/backstage-plugin-chartroom-node';
import { PlatformEntityProvider } from './PlatformEntityProvider';
import { readSchedule } from './readSchedule';

/**
 * Adds an entity provider for each platform of `chartroom.platforms`.
 *
 * @public
 */
export const catalogModuleChartroom = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'chartroom',
  register(registration) {
    registration.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        logger: coreServices.logger,
        platforms: chartroomPlatformsServiceRef,
        scheduler: coreServices.scheduler,
      },
      async init({ catalog, config, events, logger, platforms, scheduler }) {
        const schedule = readSchedule({ config });
        for (const { name } of platforms.list()) {
          catalog.addEntityProvider(
            PlatformEntityProvider.create({
              platform: name,
              platforms,
              events,
              logger,
              taskRunner: scheduler.createScheduledTaskRunner(schedule),
            }),
          );
        }
      },
    });
  },
});
