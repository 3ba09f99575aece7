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

import { gunzipSync } from 'node:zlib';
import { buffer } from 'node:stream/consumers';
import { extract } from 'tar-stream';
import { callApi } from '../__testUtils__/callApi';
import { pushFiles } from '../__testUtils__/pushFiles';
import { runGit } from '../__testUtils__/runGit';
import { startForge, token } from '../__testUtils__/startForge';

jest.setTimeout(60_000);

describe("the part of Gitea's API", () => {
  const forge = startForge({
    seed: { owner: 'shop', platforms: [], charts: [] },
  });

  const call = (
    path: string,
    options: Omit<Parameters<typeof callApi>[0], 'url' | 'path'> = {},
  ) => callApi({ url: forge.url, path, ...options });
  const create = (name: string, more: object = {}) =>
    call('/orgs/shop/repos', { method: 'POST', body: { name, ...more } });
  const push = (options: Omit<Parameters<typeof pushFiles>[0], 'url'>) =>
    pushFiles({ url: forge.url, ...options });

  it('names its version', async () => {
    const { status, body } = await call('/version', { authorization: '' });
    expect(status).toBe(200);
    expect(body.version).toMatch(/^1\.26\./);
  });

  it('makes, shows, archives and deletes a repository', async () => {
    const made = await create('life', { description: 'Short', private: true });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      name: 'life',
      full_name: 'shop/life',
      description: 'Short',
      owner: { login: 'shop' },
      empty: true,
      private: true,
      archived: false,
      default_branch: 'main',
      html_url: `${forge.url}/shop/life`,
      clone_url: `${forge.url}/shop/life.git`,
      permissions: { admin: true, push: true, pull: true },
    });

    await push({ repository: 'shop/life', files: { a: '1' } });
    const shown = await call('/repos/shop/life', { authorization: '' });
    expect(shown.body).toMatchObject({
      id: made.body.id,
      empty: false,
      permissions: { push: false },
    });

    const body = { archived: true };
    const archived = await call('/repos/shop/life', { method: 'PATCH', body });
    expect(archived.status).toBe(200);
    expect(archived.body).toMatchObject({
      archived: true,
      description: 'Short',
    });

    const gone = await call('/repos/shop/life', { method: 'DELETE' });
    expect(gone).toMatchObject({ status: 204, body: undefined });
    expect((await call('/repos/shop/life')).status).toBe(404);
    expect((await create('life')).status).toBe(201);
  });

  it('answers 409 for a name that is taken, also in other case', async () => {
    await create('taken');
    for (const name of ['taken', 'Taken']) {
      expect(await create(name)).toMatchObject({
        status: 409,
        body: { message: 'The repository with the same name already exists.' },
      });
    }
    expect((await call('/repos/SHOP/TAKEN')).body.full_name).toBe('shop/taken');
  });

  it('makes one of two repositories that are asked for at once', async () => {
    const answers = await Promise.all([create('once'), create('once')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('makes repositories of the user, with a first commit, on another branch', async () => {
    const body = { name: 'own', auto_init: true, default_branch: 'trunk' };
    const made = await call('/user/repos', { method: 'POST', body });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      full_name: 'chartroom/own',
      empty: false,
      default_branch: 'trunk',
    });
    const readme = await call('/repos/chartroom/own/contents/README.md');
    expect(atob(readme.body.content)).toContain('# own');
  });

  it('knows users and organisations', async () => {
    expect((await call('/user')).body.login).toBe('chartroom');
    expect((await call('/users/chartroom')).body.login).toBe('chartroom');
    expect((await call('/users/shop')).body.login).toBe('shop');
    expect((await call('/orgs/shop')).body.name).toBe('shop');
    expect((await call('/orgs/chartroom')).status).toBe(404);
    expect((await call('/orgs/nobody')).status).toBe(404);
    expect((await call('/users/nobody')).status).toBe(404);
    const body = { username: 'warehouse' };
    expect((await call('/orgs', { method: 'POST', body })).status).toBe(201);
    expect((await call('/orgs/warehouse')).status).toBe(200);
  });

  it('refuses writes without the token, and wrong tokens everywhere', async () => {
    await create('guarded');
    const writes = [
      ['POST', '/orgs/shop/repos', { name: 'x' }],
      ['POST', '/user/repos', { name: 'x' }],
      ['POST', '/orgs', { username: 'x' }],
      ['PATCH', '/repos/shop/guarded', { archived: true }],
      ['DELETE', '/repos/shop/guarded', undefined],
    ] as const;
    for (const [method, path, body] of writes) {
      const answer = await call(path, { method, body, authorization: '' });
      expect([path, answer.status]).toEqual([path, 401]);
      expect(answer.body.message).toBe('token is required');
    }
    for (const authorization of [
      'token wrong',
      `Basic ${btoa('chartroom:wrong')}`,
      `Digest ${token}`,
      'nonsense',
    ]) {
      const answer = await call('/repos/shop/guarded', { authorization });
      expect(answer).toMatchObject({
        status: 401,
        body: { message: 'invalid username, password or token' },
      });
    }
    for (const authorization of [
      `token ${token}`,
      `Bearer ${token}`,
      `basic ${btoa(`anyone:${token}`)}`,
      `Basic ${btoa(`${token}:x-oauth-basic`)}`,
    ]) {
      expect((await call('/user', { authorization })).status).toBe(200);
    }
  });

  it.each([
    [{}, 'name: '],
    [{ name: '../x' }, 'name: must be of letters'],
    [{ name: 'a..b' }, 'name: must not contain ..'],
    [{ name: 'x.git' }, 'name: must not end with .git'],
    [{ name: 'x', default_branch: '--help' }, 'default_branch: is no name'],
    [{ name: 'x', private: 'yes' }, 'private: '],
    [[], 'the request: '],
  ])('answers 422 for %j', async (body, message) => {
    const answer = await call('/orgs/shop/repos', { method: 'POST', body });
    expect(answer.status).toBe(422);
    expect(answer.body.message).toContain(message);
    expect(answer.body.url).toBe(`${forge.url}/api/swagger`);
  });

  it('answers what is wrong with a body that is no JSON, or too large', async () => {
    const post = (body: string) =>
      fetch(`${forge.url}/api/v1/orgs/shop/repos`, {
        method: 'POST',
        headers: {
          authorization: `token ${token}`,
          'content-type': 'application/json',
        },
        body,
      });
    expect((await post('{')).status).toBe(400);
    expect((await post(`"${'x'.repeat(70_000)}"`)).status).toBe(413);
  });

  it('answers 404 for owners and repositories that are not there', async () => {
    const body = { name: 'x' };
    const method = 'POST';
    expect((await call('/orgs/nobody/repos', { method, body })).status).toBe(
      404,
    );
    for (const path of [
      '/repos/shop/none',
      '/repos/shop/none/contents/a',
      '/repos/shop/none/commits',
      '/repos/shop/none/branches',
      '/repos/shop/none/archive/main.tar.gz',
      '/nothing/here',
    ]) {
      expect([path, (await call(path)).status]).toEqual([path, 404]);
    }
  });

  it('shows contents: a file, a directory, a link, the root', async () => {
    await create('contents');
    const repository = 'shop/contents';
    await push({
      repository,
      files: { 'helm/shop/Chart.yaml': 'name: shop\n', 'a b&c.txt': 'größe' },
    });
    const path = `/repos/${repository}/contents`;

    const file = await call(`${path}/helm/shop/Chart.yaml?ref=main`);
    expect(file.status).toBe(200);
    expect(file.body).toMatchObject({
      name: 'Chart.yaml',
      path: 'helm/shop/Chart.yaml',
      type: 'file',
      size: 11,
      encoding: 'base64',
      content: btoa('name: shop\n'),
      target: null,
      html_url: `${forge.url}/${repository}/src/branch/main/helm/shop/Chart.yaml`,
      download_url: `${forge.url}/${repository}/raw/branch/main/helm/shop/Chart.yaml`,
    });
    const raw = await fetch(file.body.download_url);
    expect(await raw.text()).toBe('name: shop\n');
    expect((await call(new URL(file.body.url).pathname.slice(7))).status).toBe(
      200,
    );

    const odd = await call(`${path}/a%20b%26c.txt`);
    expect(Buffer.from(odd.body.content, 'base64').toString()).toBe('größe');

    for (const root of [path, `${path}/`]) {
      expect((await call(root)).body).toMatchObject([
        { name: 'helm', type: 'dir', encoding: null, content: null },
        { name: 'a b&c.txt', type: 'file', content: null },
      ]);
    }
    expect((await call(`${path}/helm/shop`)).body).toMatchObject([
      { path: 'helm/shop/Chart.yaml' },
    ]);
    expect((await call(`${path}/none`)).status).toBe(404);
    expect((await call(`${path}/helm?ref=none`)).status).toBe(404);
  });

  it('gives a tree as an archive below one directory', async () => {
    await create('archive');
    const repository = 'shop/archive';
    const files = { 'a/b.txt': '1', c: '2' };
    const sha = await push({ repository, files });
    for (const reference of ['main', sha]) {
      const address = `${forge.url}/api/v1/repos/${repository}/archive/${reference}.tar.gz`;
      const answer = await fetch(address);
      expect(answer.status).toBe(200);
      const tar = extract();
      tar.end(gunzipSync(Buffer.from(await answer.arrayBuffer())));
      const found: Record<string, string> = {};
      for await (const entry of tar) {
        found[entry.header.name] = (await buffer(entry)).toString();
      }
      expect(found).toMatchObject({ 'archive/a/b.txt': '1', 'archive/c': '2' });
    }
    const path = `/repos/${repository}/archive`;
    expect((await call(`${path}/none.tar.gz`)).status).toBe(404);
    expect((await call(`${path}/main.zip`)).status).toBe(404);
  });

  it('shows commits and branches', async () => {
    await create('history');
    const repository = 'shop/history';
    const path = `/repos/${repository}`;
    expect((await call(`${path}/branches`)).body).toEqual([]);
    expect(await call(`${path}/commits`)).toMatchObject({
      status: 409,
      body: { message: 'Git Repository is empty.' },
    });
    expect((await call(`${path}/git/commits/main`)).status).toBe(404);
    expect((await call(`${path}/contents/a`)).status).toBe(404);

    const first = await push({ repository, files: { a: '1' } });
    const message = 'Second\n\nWith a trailer\n\nKey: value';
    const second = await push({ repository, files: { b: '2' }, message });
    const branch = 'feature/x';
    const third = await push({ repository, branch, files: { c: '3' } });

    const commit = await call(`${path}/git/commits/main`);
    expect(commit.body).toMatchObject({
      sha: second,
      html_url: `${forge.url}/${repository}/commit/${second}`,
      parents: [{ sha: first }],
      commit: {
        message: `${message}\n`,
        author: { name: 'Ada', email: 'ada@example.com' },
      },
    });
    const abbreviated = await call(`${path}/git/commits/${second.slice(0, 8)}`);
    expect(abbreviated.body.sha).toBe(second);

    const log = await call(`${path}/commits?sha=main&limit=1`);
    expect(log.body.map(({ sha }: { sha: string }) => sha)).toEqual([second]);
    expect(log.headers.get('x-total-count')).toBe('2');
    expect(log.headers.get('x-hasmore')).toBe('true');
    const older = await call(`${path}/commits?limit=1&page=2`);
    expect(older.body[0].sha).toBe(first);
    const touched = await call(`${path}/commits?path=a`);
    expect(touched.body).toHaveLength(1);
    expect((await call(`${path}/commits?limit=0`)).status).toBe(422);
    expect((await call(`${path}/commits?sha=none`)).status).toBe(404);

    const { body: branches } = await call(`${path}/branches`);
    expect(branches).toMatchObject([
      { name: branch, commit: { id: third }, protected: false },
      { name: 'main', commit: { id: second } },
    ]);
    for (const name of [branch, encodeURIComponent(branch)]) {
      const answer = await call(`${path}/branches/${name}`);
      expect(answer.body).toMatchObject({
        name: branch,
        commit: { id: third },
      });
    }
    expect((await call(`${path}/branches/none`)).status).toBe(404);
  });

  it('reads at a tag, annotated or not', async () => {
    await create('tagged');
    const repository = 'shop/tagged';
    await push({ repository, files: { a: '1' } });
    const bare = `${forge.directory}/repositories/${repository}.git`;
    await runGit({ args: ['tag', 'v1.0.0', 'main'], cwd: bare });
    await runGit({
      args: ['tag', '-a', '-m', 'x', 'v2.0.0', 'main'],
      cwd: bare,
    });
    await push({ repository, files: { a: '2' } });
    for (const tag of ['v1.0.0', 'v2.0.0']) {
      const answer = await call(`/repos/${repository}/contents/a?ref=${tag}`);
      expect(atob(answer.body.content)).toBe('1');
    }
  });
});
