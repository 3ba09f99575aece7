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

import { lineDifference } from '../__testUtils__/lineDifference';
import type { FileTree } from '../files';
import { operate } from './__testUtils__/operate';
import { shopMatrix as matrix } from './__testUtils__/shopMatrix';
import { synced } from './__testUtils__/synced';

const umbrella = synced(matrix);
const applications = withPins(synced(`${matrix}delivery: applications\n`));

/** With the chart that holds the pins, which separate applications need not have. */
function withPins(files: FileTree): Map<string, string> {
  return new Map(files).set(
    'helm/shop/Chart.yaml',
    'apiVersion: v2\nname: shop\nversion: 0.1.0\ndependencies: []\n',
  );
}

function difference(before: FileTree, after: FileTree, path: string) {
  return lineDifference({
    before: before.get(path) ?? '',
    after: after.get(path) ?? '',
  });
}

describe('release with separate applications', () => {
  it('switches a service on in the values of one environment', () => {
    const { after, errors, paths, read } = operate(applications, {
      kind: 'release',
      service: 'cart',
    });
    expect(errors).toEqual([]);
    expect(paths).toEqual([
      'write argocd/releases/dev/backend.yaml',
      'write environments/dev/cart.yaml',
    ]);
    expect(
      difference(applications, after, 'environments/dev/cart.yaml'),
    ).toEqual(['-enabled: false', '+enabled: true']);
    expect(read('argocd/releases/dev/backend.yaml')).toEqual([
      expect.objectContaining({ service: 'cart', folder: 'charts/cart' }),
    ]);
    expect(read('argocd/releases/prod/backend.yaml')).toEqual([]);
  });

  it('pins a chart that was not released before, and sets the tag of the image there', () => {
    const { errors, paths, read } = operate(applications, {
      kind: 'release',
      service: 'web',
      version: '1.4.0',
      imageTag: '1.4.0-rc.1',
      environment: 'prod',
    });
    expect(errors).toEqual([]);
    expect(paths).toEqual([
      'write argocd/releases/prod/frontend.yaml',
      'write environments/prod/web.yaml',
      'write helm/shop/Chart.yaml',
    ]);
    expect(read('helm/shop/Chart.yaml').dependencies).toEqual([
      {
        name: 'web',
        version: '1.4.0',
        repository: 'https://charts.example.com/shop',
        condition: 'web.enabled',
      },
    ]);
    expect(read('environments/prod/web.yaml')).toMatchObject({
      enabled: true,
      image: { tag: '1.4.0-rc.1' },
    });
    expect(read('environments/dev/web.yaml')).not.toHaveProperty('image');
    expect(read('argocd/releases/prod/frontend.yaml')).toEqual([
      expect.objectContaining({
        service: 'web',
        chart: 'web',
        version: '1.4.0',
      }),
    ]);
  });

  it('moves the version of a chart in this repository, which needs no pin', () => {
    const { paths, read } = operate(applications, {
      kind: 'release',
      service: 'cart',
      version: '1.1.0',
    });
    expect(paths).toContain('write charts/cart/Chart.yaml');
    expect(paths).not.toContain('write helm/shop/Chart.yaml');
    expect(read('charts/cart/Chart.yaml').version).toBe('1.1.0');
  });

  it('begins values that are not there with what people said in the umbrella', () => {
    const files = new Map(umbrella);
    files.set('service-matrix.yaml', `${matrix}delivery: applications\n`);
    files.set(
      'helm/shop/values.yaml',
      files
        .get('helm/shop/values.yaml')!
        .replace(/^cart:\n/m, 'cart:\n  replicas: 3\n'),
    );
    const { read } = operate(files, { kind: 'release', service: 'cart' });
    expect(read('environments/dev/cart.yaml')).toMatchObject({
      enabled: true,
      replicas: 3,
      wiring: { callers: { web: true } },
    });
    expect(read('environments/prod/cart.yaml').enabled).toBe(false);
  });

  it('refuses a version where there is no chart that could hold the pin', () => {
    const files = new Map(applications);
    files.delete('helm/shop/Chart.yaml');
    const version = '1.0.0';
    expect(
      operate(files, { kind: 'release', service: 'web', version }),
    ).toMatchObject({
      changes: [],
      findings: [{ rule: 'release-umbrella', severity: 'error' }],
    });
    expect(
      operate(files, { kind: 'release', service: 'cart', version }).errors,
    ).toEqual([]);
  });
});

describe('release with an umbrella', () => {
  it('switches a service on where an environment has it off', () => {
    const file = 'helm/shop/values-dev.yaml';
    const files = new Map(umbrella)
      .set(
        'helm/shop/values.yaml',
        umbrella
          .get('helm/shop/values.yaml')!
          .replace('cart:\n  enabled: false', 'cart:\n  enabled: true'),
      )
      .set(file, `${umbrella.get(file)}cart:\n  enabled: false\n`);
    const { after, paths } = operate(files, {
      kind: 'release',
      service: 'cart',
    });
    expect(paths).toEqual([`write ${file}`]);
    expect(difference(files, after, file)).toEqual([
      '-  enabled: false',
      '+  enabled: true',
    ]);
  });

  it('pins and tags for every environment, and switches on in the first alone', () => {
    const { after, errors, read } = operate(umbrella, {
      kind: 'release',
      service: 'cart',
      version: '1.1.0',
      imageTag: '1.10',
    });
    expect(errors).toEqual([]);
    expect(read('helm/shop/Chart.yaml').dependencies).toContainEqual(
      expect.objectContaining({ name: 'cart', version: '1.1.0' }),
    );
    expect(read('charts/cart/Chart.yaml')).toMatchObject({
      version: '1.1.0',
      appVersion: '1.10',
    });
    expect(read('helm/shop/values.yaml').cart).toMatchObject({
      enabled: false,
      image: { tag: '1.10' },
    });
    expect(read('helm/shop/values-dev.yaml').cart).toEqual({ enabled: true });
    const prod = 'helm/shop/values-prod.yaml';
    expect(after.get(prod)).toBe(umbrella.get(prod));
  });

  it('moves a tag that was written for its environment, and would hide the new one', () => {
    const dev = 'helm/shop/values-dev.yaml';
    const prod = 'helm/shop/values-prod.yaml';
    const files = new Map(umbrella);
    for (const path of [dev, prod]) {
      files.set(path, `${files.get(path)}cart:\n  image:\n    tag: "1.0"\n`);
    }
    const { read } = operate(files, {
      kind: 'release',
      service: 'cart',
      imageTag: '1.1',
    });
    expect(read('helm/shop/values.yaml').cart.image.tag).toBe('1.1');
    expect(read(dev).cart).toEqual({ image: { tag: '1.1' }, enabled: true });
    expect(read(prod).cart).toEqual({ image: { tag: '1.0' } });
  });

  it('switches a service on in the base where there are no environments', () => {
    const files = synced(
      'system: shop\nservices: [{ name: cart, language: node }]\n',
    );
    const { read } = operate(files, {
      kind: 'release',
      service: 'cart',
      imageTag: '1.1',
    });
    expect(read('helm/shop/values.yaml').cart).toMatchObject({
      enabled: true,
      image: { tag: '1.1' },
    });
  });

  it('tells two entries of one chart apart', () => {
    const files = synced(`system: shop
services:
  - { name: db, engine: postgresql, chart_source: cloudpirates }
  - { name: other, engine: postgresql, chart_source: cloudpirates }
`);
    const { errors, read } = operate(files, {
      kind: 'release',
      service: 'other',
      version: '99.0.0',
    });
    expect(errors).toEqual([]);
    const entry = (alias: string) =>
      read('helm/shop/Chart.yaml').dependencies.find(
        (it: { alias?: string }) => it.alias === alias,
      );
    expect(entry('other').version).toBe('99.0.0');
    expect(entry('db').version).not.toBe('99.0.0');
    const retired = operate(files, { kind: 'retire', service: 'other' });
    expect(retired.errors).toEqual([]);
    expect(
      retired
        .read('helm/shop/Chart.yaml')
        .dependencies.map((it: { alias?: string }) => it.alias),
    ).toEqual([undefined, 'db']);
  });
});

describe.each([
  ['umbrella', umbrella],
  ['applications', applications],
])('a service that comes and goes (%s)', (delivery, files) => {
  const added = operate(files, {
    kind: 'add-service',
    service: {
      name: 'orders',
      language: 'node',
      port: 8080,
      exposed: true,
      dependencies: ['redis'],
    },
  });

  it('is entered with all that follows, and switched off', () => {
    expect(added.errors).toEqual([]);
    expect(added.paths).toEqual(
      expect.arrayContaining([
        'write README.md',
        'write catalog-info.yaml',
        'write charts/orders/Chart.yaml',
        'write service-matrix.yaml',
        ...(delivery === 'umbrella'
          ? ['write helm/shop/Chart.yaml', 'write helm/shop/values.yaml']
          : [
              'write environments/dev/orders.yaml',
              'write environments/prod/orders.yaml',
              'write environments/dev/redis.yaml',
              'write environments/prod/redis.yaml',
            ]),
      ]),
    );
    const values =
      delivery === 'umbrella'
        ? added.read('helm/shop/values.yaml').orders
        : added.read('environments/dev/orders.yaml');
    expect(values).toMatchObject({ enabled: false });
  });

  it('is retired from wherever it was, and leaves the first bytes', () => {
    const released = operate(added.after, {
      kind: 'release',
      service: 'orders',
      environment: 'prod',
    });
    const retired = operate(released.after, {
      kind: 'retire',
      service: 'orders',
    });
    expect(retired.errors).toEqual([]);
    expect(Object.fromEntries(retired.after)).toEqual(
      Object.fromEntries(files),
    );
  });

  it('is retired without what people added to its chart, which is named', () => {
    const notes = 'charts/orders/docs/notes.md';
    const { after, findings, paths } = operate(
      new Map(added.after).set(notes, 'Read me.\n'),
      { kind: 'retire', service: 'orders' },
    );
    expect(findings.filter(it => it.file.startsWith('charts/'))).toEqual([
      {
        rule: 'retire-kept',
        severity: 'info',
        file: notes,
        message: `${notes} stays: Chartroom did not make it.`,
        fix: 'Take what is still of use, and delete charts/orders. With --force, retire deletes such files too.',
      },
    ]);
    expect(paths).toContain('delete charts/orders/Chart.yaml');
    expect([...after.keys()].filter(path => path.includes('orders'))).toEqual([
      notes,
    ]);
  });

  it('takes along what people added to its chart where they say so, and lists it', () => {
    const notes = 'charts/orders/docs/notes.md';
    const { after, findings, paths } = operate(
      new Map(added.after).set(notes, 'Read me.\n'),
      { kind: 'retire', service: 'orders', force: true },
    );
    expect(findings.filter(it => it.rule === 'retire-kept')).toEqual([]);
    expect(paths).toEqual(
      expect.arrayContaining([
        `delete ${notes}`,
        'delete charts/orders/Chart.yaml',
        ...(delivery === 'umbrella'
          ? []
          : [
              'delete environments/dev/orders.yaml',
              'delete environments/prod/orders.yaml',
            ]),
      ]),
    );
    expect([...after.keys()].filter(path => path.includes('orders'))).toEqual(
      [],
    );
  });

  it('leaves a chart with templates of its own whole when it is retired', () => {
    const written = new Map(added.after)
      .set('charts/orders/templates/service.yaml', 'kind: Service\n')
      .set('charts/orders/templates/deployment.yaml', 'kind: Deployment\n');
    const { after, findings } = operate(written, {
      kind: 'retire',
      service: 'orders',
    });
    const chart = [...written.keys()].filter(it =>
      it.startsWith('charts/orders/'),
    );
    expect(chart.filter(path => !after.has(path))).toEqual([]);
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'retire-kept' }),
    );
  });

  it('adds a dependency to both ends', () => {
    const { errors, read } = operate(added.after, {
      kind: 'add-dependency',
      service: 'orders',
      dependency: { name: 'cart' },
    });
    expect(errors).toEqual([]);
    const callers = (name: string) =>
      (delivery === 'umbrella'
        ? read('helm/shop/values.yaml')[name]
        : read(`environments/prod/${name}.yaml`)
      ).wiring.callers;
    expect(callers('cart')).toEqual({ web: true, orders: true });
  });
});

describe('retire with separate applications', () => {
  it('takes a service out of the releases of each environment', () => {
    const released = operate(applications, {
      kind: 'release',
      service: 'web',
      version: '1.0.0',
    });
    expect(released.read('argocd/releases/dev/frontend.yaml')).toHaveLength(1);
    const retired = operate(released.after, {
      kind: 'retire',
      service: 'web',
    });
    expect(retired.errors).toEqual([]);
    expect(
      [...retired.after.keys()].filter(path => /web|frontend/.test(path)),
    ).toEqual([]);
    expect(retired.read('helm/shop/Chart.yaml').dependencies).toEqual([]);
  });
});
