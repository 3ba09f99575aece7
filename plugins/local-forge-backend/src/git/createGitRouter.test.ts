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

import { createMockDirectory } from '@backstage/backend-test-utils';
import isomorphicGit from 'isomorphic-git';
import isomorphicHttp from 'isomorphic-git/http/node';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import {
  access,
  readdir,
  readFile,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { callApi } from '../__testUtils__/callApi';
import { pushAddress, pushFiles } from '../__testUtils__/pushFiles';
import { runGit } from '../__testUtils__/runGit';
import { startForge, token } from '../__testUtils__/startForge';

jest.setTimeout(60_000);

describe('git over HTTP', () => {
  const forge = startForge({
    seed: { owner: 'shop', platforms: [], charts: [] },
  });
  const work = createMockDirectory();

  async function create(name: string) {
    const { url } = forge;
    const path = '/orgs/shop/repos';
    const answer = await callApi({ url, method: 'POST', path, body: { name } });
    expect(answer.status).toBe(201);
    return `shop/${name}`;
  }

  /** Sends a path as it is written; `fetch` would tidy it first. */
  function rawGet(path: string): Promise<{ status: number; text: string }> {
    const { port } = new URL(forge.url);
    return new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path }, answer => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', part => {
          text += part;
        });
        answer.on('end', () => resolve({ status: answer.statusCode!, text }));
      });
      sent.on('error', reject).end();
    });
  }

  it('clones what was pushed, with and without .git, for anyone', async () => {
    const repository = await create('cloned');
    const { url } = forge;
    const files = { 'a/b.txt': 'hello\n', 'large.bin': Buffer.alloc(3e6, 7) };
    const commit = await pushFiles({ url, repository, files });

    for (const suffix of ['.git', '']) {
      const target = join(work.path, `clone${suffix}`);
      await runGit({
        args: ['clone', `${url}/${repository}${suffix}`, target],
      });
      const head = await runGit({ args: ['rev-parse', 'HEAD'], cwd: target });
      expect(head.trim()).toBe(commit);
      expect(await readFile(join(target, 'a/b.txt'), 'utf8')).toBe('hello\n');
      const branch = await runGit({
        args: ['branch', '--show-current'],
        cwd: target,
      });
      expect(branch.trim()).toBe('main');
    }
  });

  it('clones shallowly and without blobs, as Gitea does', async () => {
    const repository = await create('partial');
    const { url } = forge;
    await pushFiles({ url, repository, files: { a: '1' } });
    await pushFiles({ url, repository, files: { a: '2' } });
    const target = join(work.path, 'partial');
    const clone = ['clone', '--depth=1', '--filter=blob:none'];
    await runGit({ args: [...clone, `${url}/${repository}.git`, target] });
    const log = await runGit({ args: ['rev-list', 'HEAD'], cwd: target });
    expect(log.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    ['without a token', (url: string) => url, 'could not read Username'],
    [
      'with a wrong token',
      (url: string) => url.replace('//', '//chartroom:wrong@'),
      'Authentication failed',
    ],
  ])('refuses a push %s', async (_case, address, complaint) => {
    const repository = await create(`refused-${complaint.length}`);
    const target = join(work.path, `refused-${complaint.length}`);
    const remote = `${address(forge.url)}/${repository}.git`;
    await runGit({ args: ['init', '--quiet', target] });
    const commit = ['commit', '--allow-empty', '--message', 'x'];
    await runGit({ args: commit, cwd: target });
    const push = ['push', remote, 'HEAD:main'];
    await expect(runGit({ args: push, cwd: target })).rejects.toThrow(
      complaint,
    );
  });

  it('refuses wrong credentials also for reading', async () => {
    const repository = await create('open');
    const address = `${forge.url}/${repository}.git/info/refs?service=git-upload-pack`;
    const authorization = `Basic ${btoa('chartroom:wrong')}`;
    const answer = await fetch(address, { headers: { authorization } });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toContain('Basic');
    expect((await fetch(address)).status).toBe(200);
  });

  it('refuses a push to a repository that is not there, or archived', async () => {
    const { url } = forge;
    const files = { a: '1' };
    await expect(
      pushFiles({ url, repository: 'shop/missing', files }),
    ).rejects.toThrow('not found');

    const repository = await create('archived');
    await pushFiles({ url, repository, files });
    const path = `/repos/${repository}`;
    const body = { archived: true };
    await callApi({ url, method: 'PATCH', path, body });
    await expect(
      pushFiles({ url, repository, files: { a: '2' } }),
    ).rejects.toThrow('403');
    await runGit({ args: ['ls-remote', `${url}/${repository}`] });
  });

  it('rejects a push that is not a fast-forward', async () => {
    const repository = await create('raced');
    const { url } = forge;
    await pushFiles({ url, repository, files: { a: '1' } });
    const target = join(work.path, 'raced');
    const remote = pushAddress({ url, repository });
    await runGit({ args: ['clone', '--quiet', remote, target] });
    await pushFiles({ url, repository, files: { a: '2' } });
    const commit = ['commit', '--allow-empty', '--message', 'late'];
    await runGit({ args: commit, cwd: target });
    await expect(
      runGit({ args: ['push', 'origin', 'main'], cwd: target }),
    ).rejects.toThrow('[rejected]');
  });

  it('lets exactly one of two pushes at once through', async () => {
    const repository = await create('twice');
    const { url } = forge;
    await pushFiles({ url, repository, files: { a: '1' } });
    const remote = pushAddress({ url, repository });
    const clones = ['one', 'two'].map(name => join(work.path, `twice-${name}`));
    for (const target of clones) {
      await runGit({ args: ['clone', '--quiet', remote, target] });
      await writeFile(join(target, 'b'), target);
      await runGit({ args: ['add', 'b'], cwd: target });
      await runGit({ args: ['commit', '--message', target], cwd: target });
    }
    const results = await Promise.allSettled(
      clones.map(cwd => runGit({ args: ['push', 'origin', 'main'], cwd })),
    );
    const pushed = results.filter(({ status }) => status === 'fulfilled');
    expect(pushed).toHaveLength(1);
    const { body } = await callApi({
      url,
      path: `/repos/${repository}/commits`,
    });
    expect(body).toHaveLength(2);
  });

  it('works with isomorphic-git: clone, push, and the rejection of a late push', async () => {
    const repository = await create('isomorphic');
    const { url } = forge;
    await pushFiles({ url, repository, files: { a: '1' } });
    const dir = join(work.path, 'isomorphic');
    const remote = {
      fs,
      http: isomorphicHttp,
      dir,
      url: `${url}/${repository}.git`,
      onAuth: () => ({ username: 'chartroom', password: token }),
    };
    await isomorphicGit.clone({ ...remote, ref: 'main' });
    expect(await readFile(join(dir, 'a'), 'utf8')).toBe('1');

    const commit = async (content: string) => {
      await writeFile(join(dir, 'a'), content);
      await isomorphicGit.add({ fs, dir, filepath: 'a' });
      const author = { name: 'Ada', email: 'ada@example.com' };
      return isomorphicGit.commit({ fs, dir, message: content, author });
    };
    const pushed = await commit('2');
    await isomorphicGit.push({ ...remote, ref: 'main' });
    const path = `/repos/${repository}/branches/main`;
    expect((await callApi({ url, path })).body.commit.id).toBe(pushed);

    await pushFiles({ url, repository, files: { a: '3' } });
    await commit('4');
    await expect(
      isomorphicGit.push({ ...remote, ref: 'main' }),
    ).rejects.toMatchObject({ code: 'PushRejectedError' });
  });

  it('takes a gzipped body, and refuses one that unpacks to too much', async () => {
    const repository = await create('zipped');
    const { url } = forge;
    const commit = await pushFiles({ url, repository, files: { a: '1' } });
    const post = (body: Buffer) =>
      fetch(`${url}/${repository}.git/git-upload-pack`, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-git-upload-pack-request',
          'content-encoding': 'gzip',
        },
        body,
      });
    const wanted = `0032want ${commit}\n00000009done\n`;
    const answer = await post(gzipSync(wanted));
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('PACK');

    const line = `0032have ${'1'.repeat(40)}\n`;
    const bomb = await post(gzipSync(line.repeat(1_000_000)));
    expect(await bomb.text()).not.toContain('PACK');
    const declared = await post(randomBytes(9 * 1024 * 1024));
    expect(declared.status).toBe(413);
    expect((await post(gzipSync(wanted))).status).toBe(200);
  });

  it('leaves nothing of a push whose client goes away', async () => {
    const repository = await create('left');
    const { hostname, port } = new URL(forge.url);
    const sent = request({
      host: hostname,
      port,
      method: 'POST',
      path: `/${repository}.git/git-receive-pack`,
      auth: `chartroom:${token}`,
      headers: { 'content-type': 'application/x-git-receive-pack-request' },
    });
    sent.on('error', () => {});
    const ids = `${'0'.repeat(40)} ${'1'.repeat(40)}`;
    const command = `${ids} refs/heads/main\0 report-status\n`;
    const length = (command.length + 4).toString(16).padStart(4, '0');
    sent.write(`${length}${command}0000PACK\0\0\0\u0002\0\0\0\u0001`);

    /** git keeps what a push brings in a directory of this name until it is whole. */
    const quarantined = async () => {
      const objects = `repositories/${repository}.git/objects`;
      const names = await readdir(join(forge.directory, objects));
      return names.some(name => name.includes('incoming'));
    };
    const until = async (wanted: boolean) => {
      while ((await quarantined()) !== wanted) {
        await new Promise(resolve => setTimeout(resolve, 20));
      }
    };
    await until(true);
    sent.destroy();
    await until(false);
    const path = `/repos/${repository}/branches`;
    expect((await callApi({ url: forge.url, path })).body).toEqual([]);
  });

  it('serves nothing but the smart protocol', async () => {
    const repository = await create('smart');
    const { url } = forge;
    await pushFiles({ url, repository, files: { a: '1' } });
    const git = `/${repository}.git`;
    for (const [path, status] of [
      [`${git}/info/refs`, 400],
      [`${git}/info/refs?service=git-upload-archive`, 400],
      [`${git}/HEAD`, 404],
      [`${git}/config`, 404],
      [`${git}/local-forge.json`, 404],
      [`${git}/objects/info/packs`, 404],
    ] as const) {
      expect([path, (await rawGet(path)).status]).toEqual([path, status]);
    }
  });

  it('reaches nothing outside its directory', async () => {
    const outside = join(forge.directory, 'outside.git');
    await runGit({ args: ['init', '--quiet', '--bare', outside] });
    await writeFile(join(forge.directory, 'secret.txt'), 'the secret');
    await symlink(
      join(forge.directory, 'secret.txt'),
      join(forge.directory, 'charts', 'secret-1.0.0.tgz'),
    );
    const repository = await create('inside');
    await pushFiles({ url: forge.url, repository, files: { a: '1' } });
    const refs = 'info/refs?service=git-upload-pack';
    const paths = [
      `/../outside.git/${refs}`,
      `/shop/../../outside.git/${refs}`,
      `/shop/..%2f..%2foutside.git/${refs}`,
      `/..%2f/outside.git/${refs}`,
      `/%2e%2e/outside.git/${refs}`,
      `/./outside.git/${refs}`,
      `/shop/%2e%2e%2f%2e%2e%2foutside/${refs}`,
      `/shop%00/inside.git/${refs}`,
      `/shop/inside%00.git/${refs}`,
      `/shop/inside.git%00/${refs}`,
      `/shop/..%5c..%5coutside.git/${refs}`,
      `//outside.git/${refs}`,
      `/shop//outside.git/${refs}`,
      '/shop/inside/raw/branch/main/../../../../../secret.txt',
      '/shop/inside/raw/branch/main/..%2f..%2f..%2fsecret.txt',
      '/shop/inside/raw/branch/main/%2e%2e/%2e%2e/secret.txt',
      '/shop/inside/raw/branch/main/%00',
      '/shop/inside/raw/branch/main/%2fetc/passwd',
      '/shop/inside/raw/branch/..%2f..%2fsecret.txt/a',
      '/shop/inside/src/branch/main/%ff',
      '/charts/..%2fsecret.txt',
      '/charts/../secret.txt',
      '/charts/%2e%2e%2fsecret.txt',
      '/charts/secret-1.0.0.tgz',
      '/api/v1/repos/shop/..%2f..%2foutside',
      '/api/v1/repos/..%2foutside/x',
      '/api/v1/repos/shop/inside/contents/..%2f..%2fsecret.txt',
      '/api/v1/repos/shop/inside/contents/%2e%2e/secret.txt',
      '/api/v1/repos/shop/inside/contents/%00',
      '/api/v1/repos/shop/inside/contents/a?ref=--output=x',
      '/api/v1/repos/shop/inside/contents/a?ref=main..main',
      '/api/v1/repos/shop/inside/archive/--output=x.tar.gz',
      '/api/v1/repos/shop/inside/commits?sha=--all',
      '/api/v1/repos/shop/inside/commits?path=../secret.txt',
      '/api/v1/repos/shop/inside/git/commits/--help',
    ];
    for (const path of paths) {
      const { status, text } = await rawGet(path);
      expect([path, status >= 400 && status < 500]).toEqual([path, true]);
      expect(text).not.toContain('the secret');
      expect(text).not.toContain(forge.directory);
    }
    await expect(access(join(forge.directory, 'x'))).rejects.toThrow();
  });
});
