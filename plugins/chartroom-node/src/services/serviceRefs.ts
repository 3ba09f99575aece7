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

import path from 'node:path';
import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import {
  type ChartCache,
  type ChartRepositories,
  createChartCache,
  createChartRepositories,
} from '../chartRepository';
import { type ChartroomConfig, readChartroomConfig } from '../config';
import { buildDefaultGitHosts, type GitHosts } from '../gitHost';
import { createHelm, type Helm } from '../helm';
import { createPlatforms, type Platforms } from '../platform';

/**
 * What `chartroom` of the configuration says.
 *
 * @public
 */
export const chartroomConfigServiceRef = createServiceRef<ChartroomConfig>({
  id: 'chartroom.config',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { config: coreServices.rootConfig },
      factory: ({ config }) => readChartroomConfig({ config }),
    }),
});

/**
 * The git hosts of this installation.
 *
 * @public
 */
export const chartroomGitHostsServiceRef = createServiceRef<GitHosts>({
  id: 'chartroom.git-hosts',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { config: coreServices.rootConfig },
      factory: ({ config }) =>
        buildDefaultGitHosts({
          integrations: ScmIntegrations.fromConfig(config),
        }),
    }),
});

/**
 * The platforms of this installation: one cache for all plugins of a process.
 *
 * @public
 */
export const chartroomPlatformsServiceRef = createServiceRef<Platforms>({
  id: 'chartroom.platforms',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        config: chartroomConfigServiceRef,
        gitHosts: chartroomGitHostsServiceRef,
      },
      factory: ({ config, gitHosts }) =>
        createPlatforms({ ...config, gitHosts }),
    }),
});

/**
 * The chart repositories of this installation.
 *
 * @public
 */
export const chartroomChartRepositoriesServiceRef =
  createServiceRef<ChartRepositories>({
    id: 'chartroom.chart-repositories',
    scope: 'root',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: { config: chartroomConfigServiceRef },
        factory: ({ config }) =>
          createChartRepositories({ repositories: config.chartRepositories }),
      }),
  });

/**
 * Packed charts that were downloaded.
 *
 * @public
 */
export const chartroomChartCacheServiceRef = createServiceRef<ChartCache>({
  id: 'chartroom.chart-cache',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { config: chartroomConfigServiceRef },
      factory: ({ config }) =>
        createChartCache({
          directory: path.join(config.cacheDirectory, 'charts'),
        }),
    }),
});

/**
 * Finds Helm when it is asked for the first time; undefined where there is none.
 *
 * @public
 */
export const chartroomHelmServiceRef = createServiceRef<
  () => Promise<Helm | undefined>
>({
  id: 'chartroom.helm',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { config: chartroomConfigServiceRef },
      factory: ({ config }) => {
        let helm: Promise<Helm | undefined> | undefined;
        return () => {
          helm ??= createHelm(config.helm).catch(error => {
            helm = undefined;
            throw error;
          });
          return helm;
        };
      },
    }),
});
