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
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { callApi } from '../__testUtils__/callApi';
import { pushFiles } from '../__testUtils__/pushFiles';
import { runGit } from '../__testUtils__/runGit';
import { seed } from '../__testUtils__/seed';
import { token } from '../__testUtils__/startForge';
import { createLocalForge } from '../createLocalForge';
import type { SeedOptions } from './SeedOptions';

jest.setTimeout(60_000);

describe('the seed', () => {
  const directory = createMockDirectory();
  const source = createMockDirectory();
  const logger = mockServices.logger.mock();

  beforeEach(() => {
    directory.clear();
    source.clear();
    jest.clearAllMocks();
  });

  async function withForge<T>(
    use: (url: string) => Promise<T>,
    sown: SeedOptions = seed,
  ): Promise<T> {
    const options = { directory: directory.path, port: 0, token, logger };
    const forge = await createLocalForge({ ...options, seed: sown });
    try {
      return await use(forge.url);
    } finally {
      await forge.close();
    }
  }
  const head = async (url: string) => {
    const path = '/repos/shop/shop-platform/commits';
    const { body } = await callApi({ url, path });
    return body.map((commit: any) => commit.sha);
  };

  it('makes the platform as one commit, with the library chart in it', async () => {
    await withForge(async url => {
      const path = '/repos/shop/shop-platform/commits';
      const { body } = await callApi({ url, path });
      expect(body).toHaveLength(1);
      expect(body[0].commit.author).toEqual({
        name: 'Local forge',
        email: 'local-forge@localhost',
        date: '2026-01-01T00:00:00Z',
      });
      const target = directory.resolve('clone');
      await runGit({
        args: ['clone', '--quiet', `${url}/shop/shop-platform.git`, target],
      });
      const listed = await runGit({
        args: ['ls-files', '--stage'],
        cwd: target,
      });
      const files = Object.fromEntries(
        listed
          .trim()
          .split('\n')
          .map(line => [line.split('\t')[1], line.slice(0, 6)]),
      );
      expect(files).toEqual({
        'README.md': '100644',
        'charts/platform-common/Chart.yaml': '100644',
        'charts/platform-common/templates/_name.tpl': '100644',
        'hello.sh': '100755',
        'helm/shop/Chart.yaml': '100644',
        'service-matrix.yaml': '100644',
      });
      await runGit({ args: ['fsck', '--strict'], cwd: target });
    });
  });

  it('changes nothing when it is there, also what was pushed since', async () => {
    const before = await withForge(async url => {
      const repository = 'shop/shop-platform';
      await pushFiles({ url, repository, files: { more: '1' } });
      return head(url);
    });
    expect(before).toHaveLength(2);
    expect(await withForge(head)).toEqual(before);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('makes the same commit and the same archive anew from the same files', async () => {
    const digest = async (url: string) => [
      ...(await head(url)),
      await (await fetch(`${url}/charts/index.yaml`))
        .text()
        .then(text => /digest: (\w+)/.exec(text)?.[1]),
    ];
    const before = await withForge(digest);
    directory.clear();
    expect(await withForge(digest)).toEqual(before);
  });

  it('mends what is deleted, half-made or unreadable', async () => {
    const before = await withForge(head);
    const repository = directory.resolve('repositories/shop/shop-platform.git');
    const chart = directory.resolve('charts/platform-common-1.0.0.tgz');

    await rm(repository, { recursive: true });
    await rm(chart);
    directory.addContent({ 'temporary/half/HEAD': 'ref: refs/heads/main' });
    expect(await withForge(head)).toEqual(before);
    expect(await readdir(directory.resolve('temporary'))).toEqual([]);
    expect(await readdir(directory.resolve('charts'))).toHaveLength(1);
    expect(logger.warn).not.toHaveBeenCalled();

    await rm(join(repository, 'objects'), { recursive: true });
    expect(await withForge(head)).toEqual(before);
    await writeFile(join(repository, 'local-forge.json'), '{');
    expect(await withForge(head)).toEqual(before);
    expect(logger.warn).toHaveBeenCalledTimes(2);
    expect(await readdir(directory.resolve('unreadable'))).toHaveLength(2);
  });

  it('keeps a published chart whose directory has changed, and says so', async () => {
    source.setContent({
      'Chart.yaml':
        'apiVersion: v2\nname: lib\ntype: library\nversion: 1.0.0\n',
    });
    const sown = { owner: 'shop', platforms: [], charts: [source.path] };
    const index = async (url: string) =>
      /digest: \w+/.exec(
        await (await fetch(`${url}/charts/index.yaml`)).text(),
      )?.[0];
    const before = await withForge(index, sown);
    source.addContent({ 'templates/_x.tpl': 'x' });
    expect(await withForge(index, sown)).toBe(before);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('Chart lib 1.0.0 of the seed differs'),
    );
  });

  it('keeps odd names and bytes as they are, and leaves out .git and node_modules', async () => {
    const odd = 'a "b" \\c\nd ä.txt';
    source.setContent({
      [odd]: 'x',
      'binary.bin': Buffer.from([0, 255, 10, 0]),
      empty: '',
      '.git/config': 'x',
      'node_modules/x/index.js': 'x',
    });
    const platforms = [{ repository: 'odd', directory: source.path }];
    await withForge(
      async url => {
        const path = '/repos/shop/odd/contents';
        const { body } = await callApi({ url, path });
        expect(body.map((entry: any) => entry.name).sort()).toEqual(
          [odd, 'binary.bin', 'empty'].sort(),
        );
        const file = await callApi({ url, path: `${path}/binary.bin` });
        expect([...Buffer.from(file.body.content, 'base64')]).toEqual([
          0, 255, 10, 0,
        ]);
      },
      { owner: 'shop', platforms, charts: [] },
    );
  });

  it.each([
    ['a directory that is not there', 'platforms', 'cannot be read'],
    ['a chart without Chart.yaml', 'charts', 'a chart without Chart.yaml'],
    ['a link', 'link', 'something other than files and directories'],
  ])('refuses %s', async (_case, kind, message) => {
    source.setContent({ a: 'x' });
    if (kind === 'link') {
      await symlink('/etc/passwd', source.resolve('link'));
    }
    const place = kind === 'platforms' ? source.resolve('none') : source.path;
    const sown = {
      owner: 'shop',
      platforms:
        kind === 'charts' ? [] : [{ repository: 'x', directory: place }],
      charts: kind === 'charts' ? [place] : [],
    };
    await expect(withForge(async () => {}, sown)).rejects.toThrow(message);
  });
});
