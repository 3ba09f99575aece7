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

import { readFileSync } from 'node:fs';
import { fromPlugin } from './fromPlugin.mjs';

const { createBackendModule } = fromPlugin('@backstage/backend-plugin-api');
const { catalogProcessingExtensionPoint } = fromPlugin(
  '@backstage/plugin-catalog-node',
);

/** Gives the catalog a component for each service of a file, `[{ service, platform }]`. */
export const entities = ({ file }) =>
  createBackendModule({
    pluginId: 'catalog',
    moduleId: 'bench-entities',
    register(env) {
      env.registerInit({
        deps: { catalog: catalogProcessingExtensionPoint },
        async init({ catalog }) {
          const services = JSON.parse(readFileSync(file, 'utf8'));
          catalog.addEntityProvider({
            getProviderName: () => 'bench',
            connect: connection =>
              connection.applyMutation({
                type: 'full',
                entities: services.map(service => ({
                  entity: component(service),
                  locationKey: 'bench',
                })),
              }),
          });
        },
      });
    },
  });

function component({ service, platform }) {
  const location = `url:http://127.0.0.1/${service}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: service,
      annotations: {
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': location,
        'backstage.io/kubernetes-label-selector': `app.kubernetes.io/name=${service}`,
        'chartroom/platform': platform,
        'chartroom/service': service,
      },
    },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: `team-${platform}`,
    },
  };
}
