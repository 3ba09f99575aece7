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

import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { EntityProvider } from '@backstage/plugin-catalog-node';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { ConfigReader } from '@backstage/config';
import { catalogModuleChartroom } from './module';
import { readSchedule } from './readSchedule';

describe('the catalog module', () => {
  it('adds a provider for each platform', async () => {
    const providers: EntityProvider[] = [];
    await startTestBackend({
      extensionPoints: [
        [
          catalogProcessingExtensionPoint,
          {
            addEntityProvider: (...added: EntityProvider[]) =>
              providers.push(...added),
          },
        ],
      ],
      features: [
        catalogModuleChartroom,
        mockServices.rootConfig.factory({
          data: {
            chartroom: {
              platforms: [
                { name: 'shop', url: 'https://git.example.com/shop/shop' },
                { name: 'bank', url: 'https://git.example.com/bank/bank' },
              ],
            },
          },
        }),
      ],
    });
    expect(providers.map(provider => provider.getProviderName())).toEqual([
      'chartroom-provider:shop',
      'chartroom-provider:bank',
    ]);
  });
});

describe('readSchedule', () => {
  it('is every minute unless the configuration says otherwise', () => {
    expect(readSchedule({ config: new ConfigReader({}) })).toEqual({
      frequency: { minutes: 1 },
      timeout: { minutes: 1 },
    });
    expect(
      readSchedule({
        config: new ConfigReader({
          catalog: {
            providers: {
              chartroom: {
                schedule: {
                  frequency: { hours: 1 },
                  timeout: { seconds: 30 },
                },
              },
            },
          },
        }),
      }),
    ).toMatchObject({ frequency: { hours: 1 }, timeout: { seconds: 30 } });
  });
});
