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

import { fromPlugin } from './fromPlugin.mjs';

const { createBackendModule } = fromPlugin('@backstage/backend-plugin-api');
const { policyExtensionPoint } = fromPlugin(
  '@backstage/plugin-permission-node/alpha',
);

/**
 * A policy whose answers are conditions: of the catalog a person sees what they own and all services; of the platforms all
 * but the one with the number of the person's name, `viewer-3-…`. Whoever has no number sees all.
 */
export const policy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'bench-policy',
  register(env) {
    env.registerInit({
      deps: { policies: policyExtensionPoint },
      async init({ policies }) {
        policies.setPolicy({ handle: async (...args) => decide(...args) });
      },
    });
  },
});

function decide({ permission }, user) {
  const ref = user?.info.userEntityRef ?? 'user:default/nobody';
  const hidden = /viewer-(\d+)-/.exec(ref)?.[1];
  switch (permission.resourceType) {
    case 'catalog-entity':
      return conditional('catalog', permission, {
        anyOf: [
          rule('IS_ENTITY_OWNER', permission, { claims: [ref] }),
          rule('HAS_ANNOTATION', permission, {
            annotation: 'chartroom/platform',
          }),
        ],
      });
    case 'chartroom-platform':
      return conditional('chartroom', permission, {
        not: rule('HAS_NAME', permission, { names: [`p${hidden}`] }),
      });
    default:
      return { result: 'ALLOW' };
  }
}

function conditional(pluginId, { resourceType }, conditions) {
  return { result: 'CONDITIONAL', pluginId, resourceType, conditions };
}

function rule(name, { resourceType }, params) {
  return { rule: name, resourceType, params };
}
