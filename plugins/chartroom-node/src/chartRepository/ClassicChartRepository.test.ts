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

import { gzipSync, gunzipSync } from 'node:zlib';
import { serveCharts, type ChartServer } from './__fixtures__/serveCharts';
import { createChartRepositories } from './createChartRepositories';
import { packChart } from './packChart';

const credentials = { username: 'chartroom', password: 's3cr3t-t0ken' };

const packed = (version: string, values = 'a: 1\n', name = 'cart') =>
  packChart({
    files: new Map([
      ['Chart.yaml', `apiVersion: v2\nname: ${name}\nversion: ${version}\n`],
      ['values.yaml', values],
    ]),
    name,
    version,
  });

let server: ChartServer;
beforeEach(async () => {
  server = await serveCharts({ credentials });
});
afterEach(() => server.close());

const open = (config: object = credentials) =>
  createChartRepositories({
    repositories: [{ url: server.url, ...config }],
  }).byUrl({ url: `${server.url}/` });

async function thrown(work: Promise<unknown>): Promise<Error> {
  return work.then(
    () => {
      throw new Error('nothing was thrown');
    },
    error => error,
  );
}

describe('createChartRepositories', () => {
  it('gives only what is configured, and names the key', () => {
    expect(() =>
      createChartRepositories({ repositories: [] }).byUrl({
        url: 'http://169.254.169.254/charts',
      }),
    ).toThrow(
      "The chart repository http://169.254.169.254/charts is not configured: add it to 'chartroom.chartRepositories'",
    );
  });
});

describe('ClassicChartRepository', () => {
  it('publishes, lists highest first, pulls and removes', async () => {
    const repository = open();
    for (const version of ['1.2.0', '1.10.0', '1.10.0-rc.1']) {
      await expect(
        repository.publish({
          name: 'cart',
          version,
          archive: await packed(version),
        }),
      ).resolves.toMatchObject({ created: true });
    }
    const versions = await repository.versions({ name: 'cart' });

    expect(versions.map(({ version }) => version)).toEqual([
      '1.10.0',
      '1.10.0-rc.1',
      '1.2.0',
    ]);
    expect(versions[0].digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    await expect(
      repository.pull({ name: 'cart', version: '1.2.0' }),
    ).resolves.toEqual(await packed('1.2.0'));
    await expect(repository.versions({ name: 'user' })).resolves.toEqual([]);

    await expect(
      repository.remove({ name: 'cart', version: '1.2.0' }),
    ).resolves.toBe(true);
    await expect(
      repository.remove({ name: 'cart', version: '1.2.0' }),
    ).resolves.toBe(true);
    await expect(
      repository.pull({ name: 'cart', version: '1.2.0' }),
    ).rejects.toThrow(
      `${server.url} has no chart cart 1.2.0: publish it first`,
    );
  });

  it('takes the same tree twice, and refuses another tree under the same version', async () => {
    const repository = open();
    const archive = await packed('1.0.0');
    const first = await repository.publish({
      name: 'cart',
      version: '1.0.0',
      archive,
    });
    const otherBytes = gzipSync(gunzipSync(archive), { level: 1 });
    const again = await repository.publish({
      name: 'cart',
      version: '1.0.0',
      archive: otherBytes,
    });
    const error = await thrown(
      repository.publish({
        name: 'cart',
        version: '1.0.0',
        archive: await packed('1.0.0', 'a: 2\n'),
      }),
    );

    expect(again).toEqual({ created: false, digest: first.digest });
    expect(error.name).toBe('ConflictError');
    expect(error.message).toBe(
      `${server.url} already has cart 1.0.0 with other contents: publish it under a new version`,
    );
  });

  it('lets one of several that publish a version at once win', async () => {
    const results = await Promise.allSettled(
      ['a: 1\n', 'a: 1\n', 'a: 2\n', 'a: 3\n'].map(async values =>
        open().publish({
          name: 'cart',
          version: '1.0.0',
          archive: await packed('1.0.0', values),
        }),
      ),
    );
    const created = results.filter(
      result => result.status === 'fulfilled' && result.value.created,
    );
    const refused = results.flatMap(result =>
      result.status === 'rejected' ? [result.reason.name] : [],
    );
    expect(created).toHaveLength(1);
    expect([2, 3]).toContain(refused.length);
    expect(new Set(refused)).toEqual(new Set(['ConflictError']));
  });

  it('reads an index once while it does not change', async () => {
    const repository = open();
    await repository.publish({
      name: 'cart',
      version: '1.0.0',
      archive: await packed('1.0.0'),
    });
    jest.spyOn(Date, 'now').mockReturnValue(0);
    await repository.versions({ name: 'cart' });
    await repository.versions({ name: 'cart' });
    const before = server.requests.length;
    jest.spyOn(Date, 'now').mockReturnValue(60_000);
    await repository.versions({ name: 'cart' });
    jest.restoreAllMocks();

    expect(server.requests.slice(before)).toEqual([
      'GET /charts/index.yaml 304',
    ]);
  });

  it('refuses an archive that is not what the index promises', async () => {
    const repository = open();
    await repository.publish({
      name: 'cart',
      version: '1.0.0',
      archive: await packed('1.0.0'),
    });
    server.archives.set(
      'cart-1.0.0.tgz',
      await packed('1.0.0', 'evil: true\n'),
    );

    const error = await thrown(
      repository.pull({ name: 'cart', version: '1.0.0' }),
    );
    expect(error.message).toMatch(
      /archive of cart 1.0.0 from .* is not what its index promises \(sha256:[0-9a-f]{64}\)/,
    );
  });

  it('goes to another host only where it is configured, and without the password', async () => {
    const other = await serveCharts();
    const repository = open();
    await repository.publish({
      name: 'cart',
      version: '1.0.0',
      archive: await packed('1.0.0'),
    });
    const seen = new Array<string | undefined>();
    other.answers.set('/charts/x.tgz', (request, response) => {
      seen.push(request.headers.authorization);
      response.end(server.archives.get('cart-1.0.0.tgz'));
    });
    server.answers.set('/charts/charts/cart-1.0.0.tgz', (_, response) => {
      response.writeHead(302, { location: `${other.url}/x.tgz` }).end();
    });
    const { host } = new URL(other.url);
    const pull = { name: 'cart', version: '1.0.0' };

    const refused = await thrown(repository.pull(pull));
    const allowed = await open({ ...credentials, downloadHosts: [host] }).pull(
      pull,
    );
    await other.close();

    expect(refused.name).toBe('NotAllowedError');
    expect(refused.message).toContain(
      `points to ${host}, which is not configured: add it to 'downloadHosts'`,
    );
    expect(allowed).toEqual(await packed('1.0.0'));
    expect(seen).toEqual([undefined]);
  });

  it.each([
    ['a wrong password', { username: 'chartroom', password: 'wr0ng-pass' }],
    ['no password', {}],
  ])(
    'says that it needs other credentials than %s, and never says them',
    async (_, config) => {
      const archive = await packed('1.0.0');
      for (const work of [
        () => open(config).versions({ name: 'cart' }),
        () => open(config).publish({ name: 'cart', version: '1.0.0', archive }),
      ]) {
        const error = await thrown(work());
        expect(error.name).toBe('AuthenticationError');
        expect(error.message).toMatch(
          /refuses the credentials to .*: correct its entry under 'chartroom.chartRepositories'/,
        );
        expect(JSON.stringify([error, error.stack])).not.toMatch(
          /wr0ng|s3cr3t/,
        );
      }
    },
  );

  it.each([
    [
      'no YAML',
      'entries:\n  cart:\n  - {[\n',
      /cannot be read where it lists cart/,
    ],
    ['a page', '<html>', /cannot be read where it lists cart/],
    [
      'aliases that explode',
      `x: &a [1]\n${'abcdefgh'.split('').reduce(
        (text, name, index, all) =>
          `${text}y${name}: &${name}${name} [${Array(30)
            .fill(index ? `*${all[index - 1]}${all[index - 1]}` : '*a')
            .join(',')}]\n`,
        '',
      )}entries: { cart: [*hh] }\n`,
      /cannot be read where it lists cart/,
    ],
  ])(
    'says what is wrong with an index that is %s',
    async (_, index, message) => {
      server.answers.set('/charts/index.yaml', (_request, response) => {
        response.end(index);
      });
      const error = await thrown(open().versions({ name: 'cart' }));
      expect(error.message).toMatch(message);
    },
  );

  it('leaves out entries that cannot be checked', async () => {
    server.answers.set('/charts/index.yaml', (_request, response) => {
      const digest = 'a'.repeat(64);
      response.end(
        JSON.stringify({
          entries: {
            cart: [
              { version: '1.0.0', digest, urls: ['a.tgz'] },
              { version: '2.0.0', urls: ['a.tgz'] },
              { version: '../3', digest, urls: ['a.tgz'] },
              { version: '4.0.0', digest, urls: [] },
              'x',
            ],
          },
        }),
      );
    });
    await expect(open().versions({ name: 'cart' })).resolves.toEqual([
      { name: 'cart', version: '1.0.0', digest: `sha256:${'a'.repeat(64)}` },
    ]);
  });

  it('reads one chart of a large index without parsing the rest', async () => {
    const entry = (name: string, version: number) =>
      `  - apiVersion: v2\n    description: |\n      text\n    digest: ${'b'.repeat(
        64,
      )}\n    name: ${name}\n    urls:\n    - charts/${name}-1.0.${version}.tgz\n    version: 1.0.${version}\n`;
    const index = `apiVersion: v1\nentries:\n${Array.from(
      { length: 400 },
      (_, chart) =>
        `  chart-${chart}:\n${Array.from({ length: 50 }, (__, version) =>
          entry(`chart-${chart}`, version),
        ).join('')}`,
    ).join('')}generated: "2026-01-01T00:00:00Z"\n`;
    server.answers.set('/charts/index.yaml', (_request, response) => {
      response.end(index);
    });
    const repository = open();
    const started = Date.now();
    const counts = new Array<number>();
    for (const name of [
      'chart-0',
      'chart-7',
      'chart-399',
      'chart',
      'generated',
    ]) {
      counts.push((await repository.versions({ name })).length);
    }
    expect(index.length).toBeGreaterThan(3_000_000);
    expect(counts).toEqual([50, 50, 50, 0, 0]);
    expect(Date.now() - started).toBeLessThan(1_500);
  });

  it.each(['../x', 'a/b', '', '.', 'a?b'])(
    'refuses the name %j',
    async name => {
      await expect(open().versions({ name })).rejects.toThrow(
        'cannot be the name of a chart',
      );
    },
  );

  it('says which host could not be reached', async () => {
    const gone = await serveCharts();
    await gone.close();
    const repository = createChartRepositories({
      repositories: [{ url: gone.url }],
    }).byUrl({ url: gone.url });
    await expect(repository.versions({ name: 'cart' })).rejects.toThrow(
      `${
        new URL(gone.url).host
      } could not be reached (ECONNREFUSED): nothing was changed`,
    );
  });
});
