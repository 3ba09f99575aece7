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

import { stringify } from 'yaml';

/** The files of a landscape's platforms, by name: what git wants in all environments alike. */
export function platformFiles({ landscape, cluster }) {
  return Object.fromEntries(
    landscape.platforms.map(({ name, environments, slots }) => {
      const services = slots.flatMap(slot => slot.services);
      return [
        name,
        {
          'service-matrix.yaml': stringify({
            system: name,
            environments: environments.map(it => ({ ...it, cluster })),
            services: services.map(({ service }) => ({
              name: service,
              port: 8080,
            })),
          }),
          [`helm/${name}/Chart.yaml`]: stringify({
            apiVersion: 'v2',
            name,
            version: '1.0.0',
            dependencies: services.map(({ service, wanted }) => ({
              name: service,
              version: wanted,
              condition: `${service}.enabled`,
            })),
          }),
          [`helm/${name}/values.yaml`]: stringify(
            Object.fromEntries(
              services.map(({ service, isOff }) => [
                service,
                { enabled: !isOff },
              ]),
            ),
          ),
        },
      ];
    }),
  );
}
