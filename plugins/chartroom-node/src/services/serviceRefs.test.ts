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
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { ChartCache, ChartRepositories } from '../chartRepository';
import type { ChartroomConfig } from '../config';
import type { GitHosts } from '../gitHost';
import type { Helm } from '../helm';
import type { Platforms } from '../platform';
import {
  chartroomChartCacheServiceRef,
  chartroomChartRepositoriesServiceRef,
  chartroomConfigServiceRef,
  chartroomGitHostsServiceRef,
  chartroomHelmServiceRef,
  chartroomPlatformsServiceRef,
} from './serviceRefs';

interface Given {
  cache: ChartCache;
  chartRepositories: ChartRepositories;
  config: ChartroomConfig;
  gitHosts: GitHosts;
  helm: () => Promise<Helm | undefined>;
  platforms: Platforms;
}

/** Starts a backend with two plugins, and returns what each was given. */
async function start(): Promise<Given[]> {
  const given = new Array<Given>();
  const plugin = (pluginId: string) =>
    createBackendPlugin({
      pluginId,
      register(registration) {
        registration.registerInit({
          deps: {
            logger: coreServices.logger,
            cache: chartroomChartCacheServiceRef,
            chartRepositories: chartroomChartRepositoriesServiceRef,
            config: chartroomConfigServiceRef,
            gitHosts: chartroomGitHostsServiceRef,
            helm: chartroomHelmServiceRef,
            platforms: chartroomPlatformsServiceRef,
          },
          async init(services) {
            given.push(services);
          },
        });
      },
    });
  const { server } = await startTestBackend({
    features: [
      plugin('chartroom'),
      plugin('scaffolder'),
      mockServices.rootConfig.factory({
        data: {
          integrations: {
            gitea: [
              { host: 'localhost:7080', baseUrl: 'http://localhost:7080' },
            ],
          },
          chartroom: {
            platforms: [
              {
                name: 'robot-shop',
                url: 'http://localhost:7080/shop/robot-shop',
              },
            ],
            chartRepositories: [{ url: 'http://localhost:7080/charts' }],
            helm: { binary: '/nonexistent/helm' },
          },
        },
      }),
    ],
  });
  server.close();
  return given;
}

describe('service references', () => {
  it('give what configuration says, one instance for all plugins', async () => {
    const [first, second] = await start();

    expect(first.platforms.list().map(({ name }) => name)).toEqual([
      'robot-shop',
    ]);
    expect(
      first.gitHosts.byUrl({ url: 'http://localhost:7080/shop/cart' }).host,
    ).toBe('localhost:7080');
    expect(
      first.chartRepositories.byUrl({ url: 'http://localhost:7080/charts/' })
        .url,
    ).toBe('http://localhost:7080/charts');
    expect(first.config.helm.required).toBe(true);
    await expect(first.helm()).resolves.toBeUndefined();

    expect(second.platforms).toBe(first.platforms);
    expect(second.gitHosts).toBe(first.gitHosts);
    expect(second.cache).toBe(first.cache);
    expect(second.helm).toBe(first.helm);
  });
});
