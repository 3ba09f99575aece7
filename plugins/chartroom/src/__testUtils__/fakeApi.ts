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

import type { ChartroomApi, PlatformService } from '../api';

/**
 * A slice of Robot Shop.
 */
const exampleServices: PlatformService[] = [
  {
    name: 'cart',
    kind: 'service',
    type: 'service',
    tier: 'backend',
    language: 'node',
    port: 8080,
  },
  {
    name: 'dispatch',
    kind: 'service',
    type: 'service',
    tier: 'backend',
    language: 'go',
  },
  {
    name: 'sessions',
    kind: 'backing-service',
    type: 'redis',
    tier: 'database',
    port: 6379,
  },
  {
    name: 'rabbitmq',
    kind: 'backing-service',
    type: 'rabbitmq',
    tier: 'messaging',
    port: 5672,
  },
];

/**
 * An API of which every call can be seen, answering like a backend with one
 * platform.
 */
export function fakeApi(
  overrides: Partial<ChartroomApi> = {},
): jest.Mocked<ChartroomApi> {
  const api: ChartroomApi = {
    listPlatforms: async () => [
      {
        name: 'robot-shop',
        system: 'robot-shop',
        url: 'https://git.example.com/shop/robot-shop',
        mode: 'commit',
        languages: ['node'],
        publisher: 'portal',
      },
    ],
    getPlatform: async ({ platform }) => ({
      name: platform,
      system: platform,
      url: 'https://git.example.com/shop/robot-shop',
      services: exampleServices,
      findings: [],
    }),
    checkName: async ({ name }) => ({ name, available: true }),
    planService: async () => ({
      baseCommit: '4be02f1c93a7d8e65b10f2c3d4e5f60718293a4b',
      planDigest: 'sha256:0c5f',
      findings: [],
      files: [],
    }),
    listDeployments: async () => ({ items: [], clusters: [] }),
    refreshDeployments: async () => undefined,
    ...overrides,
  };
  return {
    listPlatforms: jest.fn(api.listPlatforms),
    getPlatform: jest.fn(api.getPlatform),
    checkName: jest.fn(api.checkName),
    planService: jest.fn(api.planService),
    listDeployments: jest.fn(api.listDeployments),
    refreshDeployments: jest.fn(api.refreshDeployments),
  };
}
