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

import type { Deployment } from '@chartroom/backstage-plugin-chartroom-common';

/** A deployment that is as git wants it and well, but for the overrides. */
export function exampleDeployment(
  overrides: Partial<Deployment> = {},
): Deployment {
  return {
    id: 'ZGVtby9zaG9wL3Nob3AvY2FydA',
    platform: 'robot-shop',
    service: 'cart',
    environment: 'dev',
    cluster: 'demo',
    namespace: 'robot-shop-dev',
    release: 'robot-shop',
    wanted: {
      version: '1.4.0',
      url: 'https://git.example.com/shop/robot-shop/Chart.yaml#L31',
      ref: 'main',
      commit: '4be02f1c93a7d8e65b10f2c3d4e5f60718293a4b',
    },
    deployed: {
      version: '1.4.0',
      certainty: 'label',
      appVersion: '2.1.0',
      source: 'labels',
      toldBy: 'Deployment robot-shop-dev/cart',
    },
    drift: 'in-sync',
    message: 'Version 1.4.0 runs, as git wants.',
    disagreements: [],
    health: {
      rollout: 'healthy',
      serving: 'serving',
      available: 2,
      desired: 2,
      message: 'All is well.',
      reasons: [],
    },
    unwellDependencies: [],
    sources: ['labels'],
    observedAt: new Date(Date.now() - 5 * 60_000).toISOString(),
    stale: false,
    recorded: false,
    ...overrides,
  };
}
