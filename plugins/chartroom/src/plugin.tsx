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
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import {
  createFormField,
  FormFieldBlueprint,
} from '@backstage/plugin-scaffolder-react/alpha';
import { RiShipLine } from '@remixicon/react';
import { chartroomApiRef, ChartroomClient } from './api';

const chartroomApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: chartroomApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new ChartroomClient({ fetchApi }),
    }),
});

const chartroomDeploymentsEntityCard = EntityCardBlueprint.make({
  name: 'deployments',
  params: {
    type: 'content',
    filter: { 'metadata.annotations.chartroom/service': { $exists: true } },
    loader: async () => {
      const { DeploymentsCard } = await import('./deployments');
      return <DeploymentsCard />;
    },
  },
});

const chartroomPlatformFormField = FormFieldBlueprint.make({
  name: 'platform',
  params: {
    field: async () => {
      const { platformFormField } = await import('./fields/platform');
      return createFormField(platformFormField);
    },
  },
});

const chartroomServiceNameFormField = FormFieldBlueprint.make({
  name: 'service-name',
  params: {
    field: async () => {
      const { serviceNameFormField } = await import('./fields/serviceName');
      return createFormField(serviceNameFormField);
    },
  },
});

const chartroomDependenciesFormField = FormFieldBlueprint.make({
  name: 'dependencies',
  params: {
    field: async () => {
      const { dependenciesFormField } = await import('./fields/dependencies');
      return createFormField(dependenciesFormField);
    },
  },
});

const chartroomPlanPreviewFormField = FormFieldBlueprint.make({
  name: 'plan-preview',
  params: {
    field: async () => {
      const { planPreviewFormField } = await import('./fields/planPreview');
      return createFormField(planPreviewFormField);
    },
  },
});

/**
 * The frontend of Chartroom: an entity card and the form fields of "Create
 * service".
 *
 * @remarks
 * Extensions may attach to another plugin's extensions, so the form fields need
 * no module of their own: installing the package is enough.
 *
 * @public
 */
export const chartroomPlugin = createFrontendPlugin({
  pluginId: 'chartroom',
  title: 'Chartroom',
  icon: <RiShipLine />,
  info: { packageJson: () => import('../package.json') },
  extensions: [
    chartroomApi,
    chartroomDeploymentsEntityCard,
    chartroomPlatformFormField,
    chartroomServiceNameFormField,
    chartroomDependenciesFormField,
    chartroomPlanPreviewFormField,
  ],
});
