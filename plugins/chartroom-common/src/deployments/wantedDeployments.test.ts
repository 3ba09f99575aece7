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

import { readPlatform } from '../platform';
import type { RefReading } from './RefReading';
import { wantedDeployments } from './wantedDeployments';

const matrix =
  'environments:\n  - { name: dev }\n  - { name: prod, cluster: eu-1, namespace: shop-prod }\nservices:\n  - { name: cart, port: 80, dependencies: [redis] }\n  - { name: redis, engine: redis, port: 6379 }\n';
const chart =
  'name: shop\ndependencies:\n  - { name: cart, version: 1.2.0, repository: "", condition: cart.enabled }\n';
const lock =
  'dependencies:\n  - { name: cart, version: 1.2.3, repository: "" }\ndigest: sha256:aa\n';

function wanted(
  files: Record<string, string>,
  refs: Record<string, Record<string, string>> = {},
) {
  const platform = readPlatform({
    files: new Map(
      Object.entries({
        'service-matrix.yaml': `system: shop\n${matrix}`,
        ...files,
      }),
    ),
  });
  return wantedDeployments({
    name: 'robot-shop',
    platform,
    defaultBranch: { ref: 'main', commit: 'c0' },
    atRef: (ref): RefReading =>
      Object.hasOwn(refs, ref)
        ? {
            isRead: true,
            kind: 'tag',
            commit: `of-${ref}`,
            files: new Map(Object.entries(refs[ref])),
          }
        : { isRead: false, message: `There is no ${ref}.` },
    fileUrl: ({ path, ref, kind }) => `https://git/${kind}/${ref}/${path}`,
    onlyCluster: 'local',
  });
}

const cartOf = (found: ReturnType<typeof wanted>) =>
  found
    .filter(({ service }) => service === 'cart')
    .map(
      ({ environment, state, version, unpromoted, message }) =>
        `${environment} ${state} ${version} ${unpromoted}: ${message}`,
    );

const switchedOff = 'Switched off: not released yet, or switched off by hand.';

const withRef = {
  'service-matrix.yaml': `system: shop\n${matrix.replace(
    'name: prod,',
    'name: prod, ref: v1,',
  )}`,
  'helm/shop/Chart.yaml': chart.replace('1.2.0', '1.3.0'),
};

describe('wantedDeployments', () => {
  it('says all that git says of a service in an environment', () => {
    expect(
      wanted({
        'helm/shop/Chart.yaml': chart,
        'helm/shop/Chart.lock': lock,
      })[2],
    ).toEqual({
      platform: 'robot-shop',
      service: 'cart',
      environment: 'prod',
      cluster: 'eu-1',
      namespace: 'shop-prod',
      state: 'released',
      version: '1.2.0',
      lockedVersion: '1.2.3',
      lockDigest: 'sha256:aa',
      umbrella: 'shop',
      dependencies: ['redis'],
      source: {
        url: 'https://git/branch/main/helm/shop/Chart.yaml',
        ref: 'main',
        commit: 'c0',
      },
    });
  });

  it('takes the only cluster for an environment that names none', () => {
    expect(wanted({ 'helm/shop/Chart.yaml': chart })[0]).toMatchObject({
      environment: 'dev',
      cluster: 'local',
      namespace: 'shop',
    });
  });

  it('says that a service is created and not released', () => {
    expect(
      cartOf(
        wanted({
          'helm/shop/Chart.yaml': chart,
          'helm/shop/values.yaml': 'cart: { enabled: false }\n',
          'helm/shop/values-dev.yaml': 'cart: { enabled: true }\n',
        }),
      ),
    ).toEqual([
      'dev released 1.2.0 undefined: undefined',
      `prod switched-off 1.2.0 undefined: ${switchedOff}`,
    ]);
  });

  it('goes by tags where no condition decides, as Helm does', () => {
    const tagged = chart.replace(
      'condition: cart.enabled',
      'tags: [back, new]',
    );
    const states = (values: string) =>
      cartOf(
        wanted({
          'helm/shop/Chart.yaml': tagged,
          'helm/shop/values.yaml': values,
        }),
      )[0].split(' ')[1];
    expect(states('tags: { back: false }\n')).toBe('switched-off');
    expect(states('tags: { back: false, new: true }\n')).toBe('released');
    expect(states('cart: { enabled: false }\n')).toBe('released');
  });

  it('reads version, lock and values at the ref, and what the default branch has beyond it', () => {
    const found = wanted(withRef, {
      v1: {
        'helm/shop/Chart.yaml': chart,
        'helm/shop/Chart.lock': lock,
        'helm/shop/values-prod.yaml': 'cart: { enabled: false }\n',
      },
    });
    expect(cartOf(found)).toEqual([
      'dev released 1.3.0 undefined: undefined',
      `prod switched-off 1.2.0 1.3.0: ${switchedOff}`,
    ]);
    expect(found[2]).toMatchObject({
      lockedVersion: '1.2.3',
      source: {
        url: 'https://git/tag/v1/helm/shop/Chart.yaml',
        ref: 'v1',
        commit: 'of-v1',
      },
    });
  });

  it('finds the umbrella where it was at the ref', () => {
    const [, , prod] = wanted(withRef, {
      v1: {
        'service-matrix.yaml': 'umbrella: charts/all\nservices: []\n',
        'charts/all/Chart.yaml': chart,
      },
    });
    expect(prod).toMatchObject({
      state: 'released',
      version: '1.2.0',
      source: { url: 'https://git/tag/v1/charts/all/Chart.yaml' },
    });
  });

  it('says that a ref could not be read', () => {
    expect(cartOf(wanted(withRef))[1]).toBe(
      'prod unread undefined undefined: There is no v1.',
    );
  });

  it('tells entries of one chart apart, also in the lock', () => {
    const [cart, redis] = wanted({
      'helm/shop/Chart.yaml':
        'name: shop\ndependencies:\n  - { name: store, alias: redis, version: ^1.0.0 }\n  - { name: store, alias: cart, version: ^2.0.0 }\n',
      'helm/shop/Chart.lock':
        'dependencies:\n  - { name: store, version: 1.5.0 }\n  - { name: store, version: 2.6.0 }\ndigest: sha256:bb\n',
    });
    expect(cart).toMatchObject({ version: '^2.0.0', lockedVersion: '2.6.0' });
    expect(redis).toMatchObject({
      version: '^1.0.0',
      lockedVersion: '1.5.0',
      chart: 'store',
    });
  });

  it('knows a database that is outside of the cluster in one environment', () => {
    const found = wanted({
      'service-matrix.yaml': `system: shop\n${matrix.replace(
        'namespace: shop-prod',
        'services: { redis: { chart_source: external, host: redis.example.com } }',
      )}`,
      'helm/shop/Chart.yaml': `${chart}  - { name: redis, version: 1.0.0 }\n`,
    });
    expect(
      found
        .filter(({ service }) => service === 'redis')
        .map(({ state }) => state),
    ).toEqual(['released', 'outside']);
  });

  it('says that the umbrella does not list a service, or that there is none', () => {
    expect(cartOf(wanted({ 'helm/shop/Chart.yaml': 'name: shop\n' }))[1]).toBe(
      'prod not-listed undefined undefined: The umbrella does not list this service.',
    );
    expect(cartOf(wanted({}))[1]).toBe(
      'prod not-listed undefined undefined: There is no umbrella chart in helm/shop that could list it.',
    );
  });

  it('takes the version of a chart in the repository where each service is a release of its own', () => {
    const found = wanted({
      'service-matrix.yaml': `system: shop\ndelivery: applications\n${matrix}`,
      'charts/cart/Chart.yaml': 'name: cart\nversion: 0.3.0\n',
      'environments/prod/cart.yaml': 'enabled: false\n',
      'environments/dev/cart.yaml': 'enabled: true\n',
    });
    expect(cartOf(found)).toEqual([
      'dev released 0.3.0 undefined: undefined',
      `prod switched-off 0.3.0 undefined: ${switchedOff}`,
    ]);
  });

  it('wants nothing where the matrix cannot be read', () => {
    expect(wanted({ 'service-matrix.yaml': 'services: 3\n' })).toEqual([]);
  });

  it('says what waits for a promotion where only the lock of a range has moved', () => {
    const range = chart.replace('1.2.0', '^1.0.0');
    const files = (version: string) => ({
      'service-matrix.yaml': withRef['service-matrix.yaml'],
      'helm/shop/Chart.yaml': range,
      'helm/shop/Chart.lock': lock.replace('1.2.3', version),
    });
    const [, cart] = wanted(files('1.4.0'), {
      v1: files('1.2.3'),
    }).filter(({ service }) => service === 'cart');
    expect(cart).toMatchObject({
      version: '^1.0.0',
      lockedVersion: '1.2.3',
      unpromoted: '1.4.0',
    });
    expect(
      wanted(files('1.2.3'), { v1: files('1.2.3') })[2].unpromoted,
    ).toBeUndefined();
  });
});
