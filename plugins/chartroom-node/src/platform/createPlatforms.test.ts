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
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { readChartroomConfig } from '../config';
import { serveGit, type GitServer } from '../git/__fixtures__/serveGit';
import { buildDefaultGitHosts } from '../gitHost';
import { robotShopFiles } from './__fixtures__/robotShop';
import { createPlatforms } from './createPlatforms';

let server: GitServer;
/** What the host's API says of a repository; undefined: there is none. */
let hosted: object | undefined;

beforeEach(async () => {
  hosted = { default_branch: 'main', empty: false, archived: false };
  server = await serveGit({
    before: (request, response) => {
      const isApi = request.url!.startsWith('/api/v1/repos/shop/');
      if (isApi) {
        response.writeHead(hosted ? 200 : 404).end(JSON.stringify(hosted));
      }
      return isApi;
    },
  });
  await server.create({ name: 'shop/robot-shop' });
});
afterEach(() => server.close());

function open() {
  const config = new ConfigReader({
    integrations: {
      gitea: [{ host: new URL(server.url).host, baseUrl: server.url }],
    },
    chartroom: {
      platforms: [
        { name: 'robot-shop', url: `${server.url}/shop/robot-shop` },
        { name: 'other', url: 'https://git.example.com/shop/other' },
      ],
      cacheDirectory: path.join(server.directory, 'cache'),
    },
  });
  return createPlatforms({
    ...readChartroomConfig({ config }),
    gitHosts: buildDefaultGitHosts({
      integrations: ScmIntegrations.fromConfig(config),
    }),
  });
}

const commit = (files: Iterable<readonly [string, string]>) =>
  server.commit({ name: 'shop/robot-shop', files: Object.fromEntries(files) });

describe('createPlatforms', () => {
  it('reads a platform at its head, and parses it once per commit', async () => {
    const files = robotShopFiles();
    const first = await commit(files);
    const platforms = open();
    const read = await platforms.read({ name: 'robot-shop' });

    expect(read).toMatchObject({
      commit: first,
      defaultBranch: 'main',
      location: { owner: 'shop', name: 'robot-shop' },
    });
    expect(read.platform.matrix?.system).toBe('robot-shop');
    expect(read.platform.findings).toEqual([]);
    const again = await platforms.read({ name: 'robot-shop' });
    expect(again.platform).toBe(read.platform);

    const second = await commit([['README.md', '# Another\n']]);
    const moved = await platforms.read({ name: 'robot-shop' });
    expect(moved.commit).toBe(second);
    expect(moved.platform.files.get('README.md')).toBe('# Another\n');
    expect(
      server.requests.filter(request => request.includes('/api/v1/')),
    ).toHaveLength(1);
  });

  it('lists what is configured, and names it where something else is asked for', async () => {
    const platforms = open();
    expect(platforms.list().map(({ name }) => name)).toEqual([
      'robot-shop',
      'other',
    ]);
    await expect(platforms.read({ name: 'robotshop' })).rejects.toMatchObject({
      name: 'NotFoundError',
      message: `There is no platform "robotshop": 'chartroom.platforms' has robot-shop, other`,
    });
    await expect(platforms.read({ name: 'other' })).rejects.toThrow(
      'No git host is configured for git.example.com',
    );
  });

  it('says that the repository is not there or empty, and asks again the next time', async () => {
    const platforms = open();
    hosted = undefined;
    await expect(platforms.read({ name: 'robot-shop' })).rejects.toThrow(
      /There is no repository at .*: correct the url of platform robot-shop/,
    );
    hosted = { default_branch: 'trunk', empty: true, archived: false };
    await expect(platforms.read({ name: 'robot-shop' })).rejects.toThrow(
      /has no commit on trunk: push the files of platform robot-shop there/,
    );
    hosted = { default_branch: 'main', empty: false, archived: false };
    const first = await commit(robotShopFiles());
    await expect(platforms.read({ name: 'robot-shop' })).resolves.toMatchObject(
      { commit: first },
    );
  });

  it('reads a platform at a tag, and says what to do where there is none', async () => {
    const first = await commit([['service-matrix.yaml', 'services: []\n']]);
    await server.git({
      name: 'shop/robot-shop',
      arguments: ['tag', 'v1.4.0', first],
    });
    await commit([['README.md', 'later']]);
    const platforms = open();

    await expect(
      platforms.readAt({ name: 'robot-shop', ref: 'v1.4.0' }),
    ).resolves.toMatchObject({
      commit: first,
      kind: 'tag',
      ref: 'v1.4.0',
      files: expect.any(Map),
    });
    await expect(
      platforms.readAt({ name: 'robot-shop', ref: 'v9' }),
    ).rejects.toThrow(
      `${server.url}/shop/robot-shop has no tag or branch v9: push it, or correct the ref of the environment in the service matrix of platform robot-shop`,
    );
  });
});
