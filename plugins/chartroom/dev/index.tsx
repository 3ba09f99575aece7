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

import '@backstage/cli/asset-types';
import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiAddCircleLine, RiShipLine } from '@remixicon/react';
import chartroomPlugin, { chartroomApiRef } from '../src';
import { CreateServicePage } from './CreateServicePage';
import { DeploymentsPage } from './DeploymentsPage';
import { exampleApi } from './exampleApi';

const exampleData = createFrontendModule({
  pluginId: 'chartroom',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: chartroomApiRef,
          deps: {},
          factory: () => exampleApi,
        }),
    }),
  ],
});

const pages = createFrontendPlugin({
  pluginId: 'chartroom-dev',
  extensions: [
    PageBlueprint.make({
      name: 'create',
      params: {
        path: '/',
        title: 'Create service',
        icon: <RiAddCircleLine />,
        loader: async () => <CreateServicePage />,
      },
    }),
    PageBlueprint.make({
      name: 'deployments',
      params: {
        path: '/deployments',
        title: 'Deployments',
        icon: <RiShipLine />,
        loader: async () => <DeploymentsPage />,
      },
    }),
  ],
});

createDevApp({ features: [chartroomPlugin, exampleData, pages] });
