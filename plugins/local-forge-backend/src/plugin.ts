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
import { createLocalForge } from './createLocalForge';
import { readLocalForgeConfig } from './readLocalForgeConfig';

/**
 * Starts a local forge with the backend, as `localForge` of the configuration says; without that section
 * there is none.
 *
 * @public
 */
export const localForgePlugin = createBackendPlugin({
  pluginId: 'local-forge',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      async init({ config, lifecycle, logger }) {
        const options = readLocalForgeConfig({ config });
        if (!options) {
          logger.info('There is no localForge in the configuration: no forge');
          return;
        }
        const forge = await createLocalForge({ ...options, logger });
        lifecycle.addShutdownHook(() => forge.close());
        logger.info(`The local forge is at ${forge.url}`);
      },
    });
  },
});
