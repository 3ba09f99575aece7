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
import { parse, parseAllDocuments } from 'yaml';
import { commandLine } from './__testUtils__/commandLine';
import { readDirectory } from './directory';

// A journey of several commands may take longer than a test usually does.
jest.setTimeout(60_000);

const directory = createMockDirectory();

/** Runs `chartroom …` where the platform repositories are. */
function chartroom(...words: string[]) {
  return commandLine({ directory: directory.path, arguments: words });
}

/** The files of the platform `shop`, without the common chart. */
async function files(): Promise<Record<string, string>> {
  const terminal = { directory: directory.path } as never;
  const tree = await readDirectory({ terminal, directory: 'shop' });
  return Object.fromEntries(
    [...tree].filter(([path]) => !path.startsWith('charts/platform-common/')),
  );
}

async function newShop() {
  const made = await chartroom('init', 'shop', '--system', 'shop');
  expect(made).toMatchObject({ code: 0, errors: '' });
}

/** The matrix, the umbrella's values and its entries. */
async function read() {
  const all = await files();
  return {
    matrix: parse(all['service-matrix.yaml']),
    values: parse(all['helm/shop/values.yaml']) ?? {},
    entries: parse(all['helm/shop/Chart.yaml']).dependencies,
    all,
  };
}

describe('chartroom', () => {
  beforeEach(() => directory.clear());

  it('makes a platform that agrees with itself', async () => {
    await newShop();
    expect(Object.keys(await files()).sort()).toEqual([
      '.github/workflows/platform.yaml',
      '.gitignore',
      'README.md',
      'catalog-info.yaml',
      'helm/shop/Chart.lock',
      'helm/shop/Chart.yaml',
      'helm/shop/templates/umbrella.yaml',
      'helm/shop/values-dev.yaml',
      'helm/shop/values-prod.yaml',
      'helm/shop/values-staging.yaml',
      'helm/shop/values.yaml',
      'renovate.json',
      'service-matrix.yaml',
    ]);
    expect(await chartroom('check', 'shop')).toEqual({
      code: 0,
      output: 'Clean.\n',
      errors: '',
    });
    expect(await chartroom('sync', 'shop')).toEqual({
      code: 0,
      output: 'Nothing to write.\n',
      errors: '',
    });
  });

  it('overwrites nothing when it makes a platform', async () => {
    await newShop();
    const before = await files();
    const again = await chartroom('init', 'shop', '--system', 'other');
    expect(again.code).toBe(2);
    expect(again.errors).toMatch(
      /^chartroom: .*\/shop has charts\/platform-common.* already; nothing was written\./,
    );
    expect(await files()).toEqual(before);
  });

  it('says which names a system cannot have', async () => {
    expect(await chartroom('init', 'x', '--system', 'My Shop')).toMatchObject({
      code: 2,
      errors: expect.stringContaining(
        '"My Shop" cannot be the name of a system.',
      ),
    });
  });

  it('enters services and dependencies with all that follows', async () => {
    await newShop();
    await chartroom('add', 'service', 'redis', 'shop', '--engine', 'redis');
    await chartroom(
      ...['add', 'service', 'orders', 'shop', '--language', 'node'],
      ...['--port', '8080', '--depends-on', 'redis'],
    );
    await chartroom(
      ...['add', 'service', 'web', 'shop', '--language', 'nginx'],
      ...['--port', '80', '--tier', 'frontend'],
    );
    const added = await chartroom(
      ...['add', 'dependency', 'web', 'orders', 'shop'],
      ...['--env', 'ORDERS={host}:{port}'],
    );
    expect(added).toMatchObject({ code: 0, errors: '' });
    const { matrix, values, entries, all } = await read();
    expect(matrix.services).toEqual([
      { name: 'redis', engine: 'redis' },
      {
        name: 'orders',
        language: 'node',
        port: 8080,
        dependencies: ['redis'],
      },
      {
        name: 'web',
        language: 'nginx',
        tier: 'frontend',
        port: 80,
        dependencies: [{ name: 'orders', env: { ORDERS: '{host}:{port}' } }],
      },
    ]);
    expect(values.orders.wiring.callers).toEqual({ web: true });
    expect(values.redis.wiring.callers).toEqual({ orders: true });
    expect(entries.map((entry: { name: string }) => entry.name).sort()).toEqual(
      ['orders', 'platform-common', 'redis', 'web'],
    );
    expect(parse(all['charts/web/values.yaml']).bindings).toEqual({
      orders: { ORDERS: '{host}:{port}' },
    });
    expect(await chartroom('check', 'shop')).toMatchObject({ code: 0 });
  });

  it('says what would be written, and writes nothing', async () => {
    await newShop();
    const before = await files();
    const { code, output } = await chartroom(
      ...['add', 'service', 'orders', 'shop', '--dry-run'],
    );
    expect(code).toBe(0);
    expect(output).toContain('would write charts/orders/Chart.yaml\n');
    expect(await files()).toEqual(before);
  });

  it('takes a service out again, to the first bytes', async () => {
    await newShop();
    await chartroom('add', 'service', 'redis', 'shop', '--engine', 'redis');
    const { 'helm/shop/Chart.lock': lockBefore, ...before } = await files();
    await chartroom(
      ...['add', 'service', 'orders', 'shop', '--port', '8080'],
      ...['--depends-on', 'redis'],
    );
    const retired = await chartroom('retire', 'orders', 'shop');
    expect(retired).toMatchObject({ code: 0, errors: '' });
    const { 'helm/shop/Chart.lock': lockAfter, ...after } = await files();
    expect(after).toEqual(before);
    const untimed = (lock: string) => lock.replace(/^generated: .*$/m, '');
    expect(untimed(lockAfter)).toBe(untimed(lockBefore));
  });

  it('keeps a service that others depend on', async () => {
    await newShop();
    await chartroom('add', 'service', 'redis', 'shop', '--engine', 'redis');
    await chartroom(
      ...['add', 'service', 'orders', 'shop', '--depends-on', 'redis'],
    );
    const before = await files();
    const { code, output } = await chartroom('retire', 'redis', 'shop');
    expect(code).toBe(1);
    expect(output).toContain(
      '"redis" cannot be retired: "orders" depends on it. [retire-needed]',
    );
    expect(await files()).toEqual(before);
  });

  it('pins what was released, and switches it on in the first environment', async () => {
    await newShop();
    await chartroom('add', 'service', 'orders', 'shop', '--port', '8080');
    const released = await chartroom(
      ...['release', 'orders', 'shop', '--chart-version', '1.4.0'],
      ...['--image-tag', '1.4.0-rc.1'],
    );
    expect(released).toMatchObject({ code: 0, errors: '' });
    const { values, entries, all } = await read();
    expect(entries).toContainEqual({
      name: 'orders',
      version: '1.4.0',
      repository: 'file://../../charts/orders',
      condition: 'orders.enabled',
    });
    expect(parse(all['charts/orders/Chart.yaml']).version).toBe('1.4.0');
    expect(values.orders).toMatchObject({
      enabled: false,
      image: { tag: '1.4.0-rc.1' },
    });
    expect(parse(all['helm/shop/values-dev.yaml'])).toEqual({
      orders: { enabled: true },
    });
    expect(await chartroom('check', 'shop')).toMatchObject({ code: 0 });
  });

  it('takes a backing service from elsewhere by one word and a sync', async () => {
    await newShop();
    await chartroom('add', 'service', 'db', 'shop', '--engine', 'postgresql');
    await chartroom(
      ...['add', 'service', 'orders', 'shop', '--language', 'node'],
      ...['--depends-on', 'db'],
    );
    const orders = (await files())['charts/orders/values.yaml'];
    const own = (await files())['service-matrix.yaml'];
    for (const [source, entry] of [
      ['cloudpirates', { name: 'postgres', alias: 'db' }],
      ['bitnami', { name: 'postgresql', alias: 'db' }],
      ['own', { name: 'db' }],
    ] as const) {
      directory.addContent({
        'shop/service-matrix.yaml': own.replace(
          'engine: postgresql\n',
          `engine: postgresql\n    chart_source: ${source}\n`,
        ),
      });
      const synced = await chartroom('sync', 'shop');
      expect(synced).toMatchObject({ code: 0, errors: '' });
      const { entries, all } = await read();
      expect(entries).toContainEqual({
        ...entry,
        version: expect.any(String),
        repository: expect.any(String),
        condition: 'db.enabled',
      });
      expect(all['charts/orders/values.yaml']).toBe(orders);
    }
  });

  it('says what is wrong with a matrix, and nothing that only seems to follow', async () => {
    await newShop();
    await chartroom('add', 'service', 'redis', 'shop', '--engine', 'redis');
    await chartroom(
      ...['add', 'service', 'orders', 'shop', '--depends-on', 'redis'],
    );
    const { all } = await read();
    directory.addContent({
      'shop/service-matrix.yaml': all['service-matrix.yaml'].replace(
        'dependencies:',
        'dependancies:',
      ),
    });
    for (const command of ['check', 'sync']) {
      const { code, output } = await chartroom(command, 'shop', '--json');
      expect(code).toBe(1);
      expect(JSON.parse(output).findings).toMatchObject([
        { rule: 'matrix-unknown-key', file: 'service-matrix.yaml' },
      ]);
    }
  });

  it('takes the tag from an image', async () => {
    await newShop();
    await chartroom(
      ...['add', 'service', 'orders', 'shop'],
      ...['--image', 'registry.example.com:5000/shop/orders:1.2'],
    );
    const { matrix } = await read();
    expect(matrix.services[0].image).toEqual({
      repository: 'registry.example.com:5000/shop/orders',
      tag: '1.2',
    });
  });

  it('makes no platform that would disagree with itself', async () => {
    const refused = await chartroom(
      ...['init', 'shop', '--system', 'shop'],
      ...['--environments', 'DEV', 'prod'],
    );
    expect(refused.code).toBe(1);
    expect(refused.output).toMatch(
      /^service-matrix\.yaml: error: [^]*\nNothing was written\.\n$/,
    );
    expect(directory.content()).toEqual({});
  });

  it('promotes by one line', async () => {
    await newShop();
    const before = await files();
    await chartroom('promote', 'prod', 'v1.4.0', 'shop');
    const after = await files();
    expect(after['service-matrix.yaml']).toBe(
      before['service-matrix.yaml'].replace(
        'namespace: shop-prod\n',
        'namespace: shop-prod\n    ref: v1.4.0\n',
      ),
    );
    await chartroom('promote', 'prod', 'v1.5.0', 'shop');
    expect((await files())['service-matrix.yaml']).toContain('ref: v1.5.0\n');
  });

  it.each([
    [
      ['release', 'order', 'shop'],
      'service-matrix.yaml has no service "order". [release-unknown-service]\n    Did you mean "orders"?',
    ],
    [
      ['release', 'orders', 'shop', '--environment', 'prd'],
      'has no environment "prd". [release-unknown-environment]\n    Did you mean "prod"?',
    ],
    [
      ['release', 'orders', 'shop', '--chart-version', 'v1'],
      '"v1" is not a version. [release-version]',
    ],
    [
      ['release', 'orders', 'shop', '--image-tag', 'a b'],
      '"a b" is not the tag of an image. [release-image-tag]',
    ],
    [
      ['promote', 'production', 'v1', 'shop'],
      'has no environment "production". [promote-unknown-environment]',
    ],
    [
      ['add', 'dependency', 'orders', 'reddis', 'shop'],
      'has no service "reddis". [dependency-unknown-service]',
    ],
    [
      ['add', 'service', 'Orders', 'shop'],
      '"Orders" cannot be the name of a service',
    ],
    [['add', 'service', 'orders', 'shop'], '"orders" is taken'],
    [
      ['add', 'service', 'cart', 'shop', '--depends-on', 'nothing'],
      '[matrix-unknown-dependency]',
    ],
    [
      ['retire', 'cart', 'shop'],
      'has no service "cart". [retire-unknown-service]',
    ],
  ])('refuses %j before anything is written', async (words, message) => {
    await newShop();
    await chartroom('add', 'service', 'orders', 'shop');
    const before = await files();
    const { code, output } = await chartroom(...words);
    expect(output).toContain(message);
    expect(code).toBe(1);
    expect(await files()).toEqual(before);
  });

  it('builds a matrix from an umbrella that was made by hand', async () => {
    directory.setContent({
      shop: {
        helm: {
          shop: {
            'Chart.yaml':
              'apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies:\n- name: redis\n  version: 17.3.0\n  repository: https://charts.bitnami.com/bitnami\n  condition: redis.enabled\n',
          },
        },
      },
    });
    const before = await files();
    const { code, output } = await chartroom('import', 'shop');
    expect({ code, output }).toEqual({
      code: 0,
      output: 'wrote service-matrix.yaml\n',
    });
    const after = await files();
    expect(after).toEqual({
      ...before,
      'service-matrix.yaml': expect.stringContaining('chart_source: bitnami'),
    });
  });

  it('lists Secrets, and makes them for a local cluster', async () => {
    await newShop();
    await chartroom('add', 'service', 'mysql', 'shop', '--engine', 'mysql');
    await chartroom(
      ...['add', 'service', 'orders', 'shop', '--depends-on', 'mysql'],
    );
    const { output } = await chartroom(
      ...['secrets', 'shop', '--environment', 'prod'],
    );
    expect(output).toBe(
      'In namespace shop-prod:\nmysql: root-password (mysql)\nmysql-orders: password (orders)\n',
    );
    const generated = await chartroom('secrets', 'shop', '--generate');
    const again = await chartroom('secrets', 'shop', '--generate');
    const [mysql, orders] = parseAllDocuments(generated.output).map(it =>
      it.toJS(),
    );
    expect(mysql).toEqual({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'mysql', namespace: 'shop-dev' },
      type: 'Opaque',
      stringData: { 'root-password': expect.stringMatching(/^[0-9a-f]{48}$/) },
    });
    expect(orders.stringData.password).not.toBe(
      mysql.stringData['root-password'],
    );
    expect(again.output).not.toBe(generated.output);
  });

  it('makes no empty Secret where the keys are known to a service alone', async () => {
    await newShop();
    await chartroom('add', 'service', 'orders', 'shop', '--port', '80');
    const values = 'charts/orders/values.yaml';
    const text = (await files())[values];
    directory.addContent({
      [`shop/${values}`]: `${text}existingSecret: orders\n`,
    });
    await chartroom('release', 'orders', 'shop', '--chart-version', '1.0.0');
    const { output } = await chartroom('secrets', 'shop', '--generate');
    expect(output).toBe(
      '# The keys of orders are known to orders alone: make it by hand.\n',
    );
  });

  it('draws the services', async () => {
    await newShop();
    await chartroom('add', 'service', 'a', 'shop', '--port', '80');
    await chartroom('add', 'service', 'bb', 'shop', '--depends-on', 'a');
    const { output } = await chartroom('diagram', 'shop');
    expect(output).toMatch(/^flowchart LR\n/);
    expect(output).toContain('s_bb --> s_a\n');
  });

  it('prints JSON for machines', async () => {
    await newShop();
    const { output } = await chartroom('check', 'shop', '--json');
    expect(JSON.parse(output)).toEqual({ findings: [] });
    const added = await chartroom('add', 'service', 'a', 'shop', '--json');
    expect(JSON.parse(added.output)).toMatchObject({
      dryRun: false,
      changes: expect.arrayContaining([
        { kind: 'write', path: 'service-matrix.yaml' },
      ]),
    });
  });

  it.each([
    [['check', 'nowhere'], 'chartroom: There is no folder'],
    [['chek'], "error: unknown command 'chek'"],
    [
      ['add', 'service', 'a', '--port', 'x'],
      'A port is a number from 1 to 65535.',
    ],
    [['secrets', 'shop', '--environment', 'x'], 'The matrix cannot be read.'],
    [['diagram', 'shop'], 'There is nothing to draw.'],
  ])('cannot run %j', async (words, message) => {
    directory.setContent({ shop: {} });
    const { code, errors } = await chartroom(...words);
    expect(errors).toContain(message);
    expect(code).toBe(2);
  });
});
