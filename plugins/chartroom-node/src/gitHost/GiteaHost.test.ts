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

import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { serveGitea, type GiteaServer } from './__fixtures__/serveGitea';
import { buildDefaultGitHosts } from './buildDefaultGitHosts';
import type { GitHost } from './GitHost';

let server: GiteaServer;
beforeEach(async () => {
  server = await serveGitea();
});
afterEach(() => server.close());

/** Through configuration, as an installation has it. */
function open(
  account: object = { username: 'chartroom', password: 's3cr3t-t0ken' },
): GitHost {
  const { host } = server;
  const config = new ConfigReader({
    integrations: {
      gitea: [{ host, baseUrl: `http://${host}/gitea/`, ...account }],
    },
  });
  return buildDefaultGitHosts({
    integrations: ScmIntegrations.fromConfig(config),
  }).byUrl({ url: `http://${host}/gitea/shop/robot-shop` });
}

const newRepository = {
  description: 'The cart',
  defaultBranch: 'main',
  private: true,
};

async function thrown(work: Promise<unknown>): Promise<Error> {
  return work.then(
    () => {
      throw new Error('nothing was thrown');
    },
    error => error,
  );
}

describe('buildDefaultGitHosts', () => {
  it.each(['https://github.com/shop/cart', 'shop/cart', 'file:///etc'])(
    'says what to configure for %s',
    url => {
      const hosts = buildDefaultGitHosts({
        integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
      });
      expect(() => hosts.byUrl({ url })).toThrow(
        /No git host is configured for .*: add it, with a token, to 'integrations.gitea'/,
      );
    },
  );
});

describe('GiteaHost', () => {
  it('locates web and clone addresses', () => {
    const base = `http://${server.host}/gitea`;
    const location = {
      owner: 'shop',
      name: 'cart',
      webUrl: `${base}/shop/cart`,
      cloneUrl: `${base}/shop/cart.git`,
    };
    for (const path of [
      '/shop/cart',
      '/shop/cart.git',
      '/shop/cart/src/branch/main/chart/Chart.yaml?a=b',
    ]) {
      expect(open().locate({ url: base + path })).toEqual(location);
    }
    expect(open().location({ owner: 'shop', name: 'cart' })).toEqual(location);
  });

  it.each([
    ['/gitea/shop', 'no address of a repository'],
    ['/gitea', 'no address of a repository'],
    ['/other/shop/cart', 'no address of a repository'],
    ['/gitea/shop/..', 'no address of a repository'],
    ['/gitea/shop/%2e%2e%2fx', 'cannot be an owner or a repository'],
    ['/gitea/shop/.git', 'cannot be an owner or a repository'],
    ['/gitea/shop/a.wiki', 'cannot be an owner or a repository'],
  ])('refuses the address %s', (path, message) => {
    const url = `http://${server.host}${path}`;
    expect(() => open().locate({ url })).toThrow(message);
  });

  it('refuses an address of another host, or with credentials, without repeating it', () => {
    const { host } = server;
    for (const url of [
      'http://git.example.com/gitea/shop/cart',
      `https://${host}/gitea/shop/cart`,
      `http://me:s3cr3t@${host}/gitea/shop/cart`,
    ]) {
      expect(() => open().locate({ url })).toThrow(
        new RegExp(
          `no address of a repository on ${host}: write http://${host}/gitea/<owner>`,
        ),
      );
    }
  });

  it('makes a repository of an organisation, reads, archives and deletes it', async () => {
    const host = open();
    const location = host.location({ owner: 'shop', name: 'cart' });

    await expect(host.getRepository(location)).resolves.toBeUndefined();
    const made = await host.createRepository({ ...location, ...newRepository });
    expect(made).toEqual({
      ...location,
      defaultBranch: 'main',
      empty: true,
      archived: false,
    });
    expect(server.requests).toContain(
      'POST /gitea/api/v1/orgs/shop/repos {"name":"cart","description":"The cart","default_branch":"main","private":true,"auto_init":false}',
    );
    server.repositories.get('shop/cart')!.empty = false;
    await host.archiveRepository(location);
    await expect(host.getRepository(location)).resolves.toMatchObject({
      empty: false,
      archived: true,
    });
    await host.deleteRepository(location);
    await host.deleteRepository(location);
    await expect(host.getRepository(location)).resolves.toBeUndefined();
  });

  it('makes a repository of the account itself where there is no such organisation', async () => {
    const host = open();
    const own = host.location({ owner: 'chartroom', name: 'cart' });
    await host.createRepository({ ...own, ...newRepository });
    expect([...server.repositories.keys()]).toEqual(['chartroom/cart']);

    const error = await thrown(
      host.createRepository({
        ...host.location({ owner: 'somebody', name: 'cart' }),
        ...newRepository,
      }),
    );
    expect(error.name).toBe('NotFoundError');
    expect(error.message).toMatch(
      /has no organisation somebody in which the account/,
    );
  });

  it('says that a name is taken, and which name will not do', async () => {
    const host = open();
    const make = (name: string) =>
      host.createRepository({
        ...host.location({ owner: 'shop', name }),
        ...newRepository,
      });
    await make('cart');

    await expect(make('cart')).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringMatching(
        /\/shop\/cart exists already: choose another name/,
      ),
    });
    await expect(make('reserved')).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(
        /will not make .*\(name is reserved \[name: reserved\]\)/,
      ),
    });
  });

  it('does not take a repository that was renamed for one that is there', async () => {
    const host = open();
    await expect(
      host.getRepository(host.location({ owner: 'shop', name: 'renamed' })),
    ).resolves.toBeUndefined();
  });

  it('reads again when Gitea stumbles, and never writes twice', async () => {
    const host = open();
    const location = host.location({ owner: 'shop', name: 'cart' });
    server.failures.push(500, 502);
    await expect(host.getRepository(location)).resolves.toBeUndefined();
    expect(server.requests).toHaveLength(3);

    server.failures.push(502);
    const error = await thrown(
      host.createRepository({ ...location, ...newRepository }),
    );
    expect(error.name).toBe('ServiceUnavailableError');
    expect(error.message).toMatch(/answered 502 to the attempt to make/);
    expect(server.requests).toHaveLength(4);
  });

  it.each([
    ['a wrong password', { username: 'chartroom', password: 'wr0ng-pass' }],
    ['a wrong token', { password: 'wr0ng-pass' }],
    ['nothing', {}],
  ])('says that %s is refused, and never says it', async (_, account) => {
    const host = open(account);
    const location = host.location({ owner: 'shop', name: 'cart' });
    for (const work of [
      () => host.getRepository(location),
      () => host.createRepository({ ...location, ...newRepository }),
      () => host.deleteRepository(location),
    ]) {
      const error = await thrown(work());
      expect(error.name).toBe('AuthenticationError');
      expect(error.message).toContain(
        "correct its entry under 'integrations.gitea'",
      );
      expect(JSON.stringify([error, error.stack])).not.toMatch(/wr0ng|s3cr3t/);
    }
  });

  it('says which host could not be reached', async () => {
    const host = open();
    await server.close();
    const error = await thrown(
      host.createRepository({
        ...host.location({ owner: 'shop', name: 'cart' }),
        ...newRepository,
      }),
    );
    expect(error.message).toBe(
      `${server.host} could not be reached (ECONNREFUSED): nothing was changed; try again when it answers`,
    );
    server = await serveGitea();
  });

  it('gives pages and credentials', async () => {
    const host = open();
    const location = host.location({ owner: 'shop', name: 'cart' });
    expect(
      host.fileUrl({ ...location, path: 'a b/c#.yaml', ref: 'main' }),
    ).toBe(`${location.webUrl}/src/branch/main/a%20b/c%23.yaml`);
    expect(host.commitUrl({ ...location, commit: 'abc' })).toBe(
      `${location.webUrl}/commit/abc`,
    );
    await expect(host.gitCredentials()).resolves.toEqual({
      username: 'chartroom',
      password: 's3cr3t-t0ken',
    });
    await expect(open({}).gitCredentials()).resolves.toBeUndefined();
    await expect(
      open({ password: 's3cr3t-t0ken' }).gitCredentials(),
    ).resolves.toMatchObject({ password: 's3cr3t-t0ken' });
  });
});
