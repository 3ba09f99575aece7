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

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import type { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import type { EventParams } from '@backstage/plugin-events-node';
import {
  buildDefaultGitHosts,
  createPlatforms,
  PLATFORM_CHANGED_TOPIC,
  readChartroomConfig,
  type Platforms,
} from '@chartroom/backstage-plugin-chartroom-node';
import {
  createLocalForge,
  type LocalForge,
} from '@chartroom/backstage-plugin-local-forge-backend';
import { PlatformEntityProvider } from './PlatformEntityProvider';

jest.setTimeout(30_000);

const MATRIX = `system: shop
owner: group:default/shop
services:
  - { name: cart, port: 8080, dependencies: [redis] }
  - { name: wishlist, port: 8080, repository: https://git.example.com/shop/wishlist }
  - { name: redis, engine: redis, port: 6379 }
`;
const CHART = `apiVersion: v2
name: shop
version: 1.0.0
`;

let directory: string;
let forge: LocalForge;
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'provider-'));
  const platform = path.join(directory, 'platform');
  await mkdir(path.join(platform, 'helm/shop'), { recursive: true });
  await writeFile(path.join(platform, 'service-matrix.yaml'), MATRIX);
  await writeFile(path.join(platform, 'helm/shop/Chart.yaml'), CHART);
  forge = await createLocalForge({
    directory: path.join(directory, 'forge'),
    port: 0,
    token: 'secret-token',
    seed: {
      owner: 'shop',
      platforms: [{ repository: 'shop', directory: platform }],
      charts: [],
    },
    logger: mockServices.logger.mock(),
  });
});
afterEach(async () => {
  await forge.close();
  await rm(directory, { recursive: true, force: true, maxRetries: 3 });
});

/** A provider on the real forge, connected to a catalog that keeps what it is told. */
async function connect() {
  const config = new ConfigReader({
    integrations: {
      gitea: [
        {
          host: new URL(forge.url).host,
          baseUrl: forge.url,
          username: 'chartroom',
          password: 'secret-token',
        },
      ],
    },
    chartroom: {
      platforms: [{ name: 'shop', url: `${forge.url}/shop/shop` }],
      cacheDirectory: path.join(directory, 'cache'),
    },
  });
  const platforms: Platforms = createPlatforms({
    ...readChartroomConfig({ config }),
    gitHosts: buildDefaultGitHosts({
      integrations: ScmIntegrations.fromConfig(config),
    }),
  });
  const mutations: string[][] = [];
  const warnings: string[] = [];
  let scheduled = async () => {};
  let onEvent = async (_: EventParams) => {};
  const logger = mockServices.logger.mock({
    child: () => logger,
    warn: message => warnings.push(message),
  });
  const provider = PlatformEntityProvider.create({
    platform: 'shop',
    platforms,
    events: mockServices.events.mock({
      subscribe: async options => {
        expect(options.topics).toEqual([PLATFORM_CHANGED_TOPIC]);
        onEvent = options.onEvent;
      },
    }),
    logger,
    taskRunner: {
      run: async ({ fn }) => {
        scheduled = fn as () => Promise<void>;
      },
    },
  });
  await provider.connect({
    applyMutation: async (mutation: EntityProviderMutation) => {
      if (mutation.type === 'full') {
        mutations.push(
          mutation.entities.map(({ entity }) => stringifyEntityRef(entity)),
        );
      }
    },
    refresh: async () => {},
  });

  const change = async (text: string) => {
    const { repository, defaultBranch: branch } = await platforms.read({
      name: 'shop',
    });
    await repository.commit({
      branch,
      base: await repository.head({ branch }),
      changes: [{ kind: 'write', path: 'service-matrix.yaml', content: text }],
      message: 'Change',
      author: { name: 'Ada', email: 'ada@example.com' },
    });
  };
  return {
    provider,
    mutations,
    warnings,
    change,
    tick: () => scheduled(),
    notify: (platform: unknown) =>
      onEvent({
        topic: PLATFORM_CHANGED_TOPIC,
        eventPayload: { platform },
      }),
  };
}

const ENTITIES = [
  'system:default/shop',
  'component:default/cart',
  'resource:default/shop-redis',
];

describe('PlatformEntityProvider', () => {
  it('gives the system, its backing services and the services without a repository of their own', async () => {
    const { provider, mutations, tick } = await connect();
    expect(provider.getProviderName()).toBe('chartroom-provider:shop');
    await tick();
    expect(mutations).toEqual([ENTITIES]);
  });

  it('says nothing while the platform has not moved, and everything when it has', async () => {
    const { mutations, change, tick } = await connect();
    await tick();
    await tick();
    expect(mutations).toHaveLength(1);
    await change(MATRIX.replace('cart', 'basket'));
    await tick();
    expect(mutations[1]).toEqual([
      'system:default/shop',
      'component:default/basket',
      'resource:default/shop-redis',
    ]);
  });

  it('reads again at once when it hears that its platform has changed', async () => {
    const { mutations, change, notify } = await connect();
    await notify('another');
    expect(mutations).toHaveLength(0);
    await notify('shop');
    await change(MATRIX.replace('cart', 'basket'));
    await Promise.all([notify('shop'), notify('shop')]);
    expect(mutations).toHaveLength(2);
  });

  it('keeps what the catalog has while the matrix cannot be understood', async () => {
    const { mutations, warnings, change, tick } = await connect();
    await tick();
    await change('services: {{ .Values.services }}\n');
    await tick();
    expect(mutations).toHaveLength(1);
    expect(warnings).toEqual([
      expect.stringMatching(
        /^Keeping the entities that the catalog has of shop: .*service-matrix.yaml:1: /,
      ),
    ]);
    await change(MATRIX);
    await tick();
    expect(mutations[1]).toEqual(ENTITIES);
  });

  it('keeps what the catalog has while the git host does not answer', async () => {
    const { mutations, warnings, tick } = await connect();
    await tick();
    await forge.close();
    await tick();
    expect(mutations).toHaveLength(1);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('Keeping the entities');
    expect(warnings[0]).not.toContain('secret-token');
  });
});
