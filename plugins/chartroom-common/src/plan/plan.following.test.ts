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

import { parse } from 'yaml';
import {
  createServiceFacts,
  createServiceOperation,
} from '../__testUtils__/createServiceFacts';
import { lineDifference } from '../__testUtils__/lineDifference';
import { readDirectory } from '../__testUtils__/readDirectory';
import { checkPlatform, syncPlatform } from '../agreement';
import type { Finding } from '../check';
import type { FileChange, FileTree } from '../files';
import { readPlatform } from '../platform';
import { plan } from './plan';
import { withoutService } from './withoutService';

const robotShop = readDirectory({ directory: 'examples/robot-shop' });

function applied(
  files: FileTree,
  changes: readonly FileChange[],
): Map<string, string> {
  const result = new Map(files);
  for (const change of changes) {
    if (change.kind === 'write') {
      result.set(change.path, change.content);
    } else {
      result.delete(change.path);
    }
  }
  return result;
}

const isError = ({ severity }: Finding) => severity === 'error';

/** Robot Shop with another text of its matrix, after `chartroom sync`. */
function shopWith(change: (matrix: string) => string): Map<string, string> {
  const before = robotShop.get('service-matrix.yaml')!;
  const matrix = change(before);
  expect(matrix).not.toBe(before);
  const files = new Map(robotShop).set('service-matrix.yaml', matrix);
  const now = '2026-11-01T10:00:00.000Z';
  const synced = syncPlatform({ files, now });
  expect(synced.findings.filter(isError)).toEqual([]);
  return applied(files, synced.changes);
}

const deliveries: ReadonlyArray<[string, FileTree]> = [
  ['umbrella', robotShop],
  [
    'applications',
    shopWith(matrix =>
      matrix.replace('delivery: umbrella', 'delivery: applications'),
    ),
  ],
  [
    'applications, with charts of others',
    shopWith(matrix =>
      matrix
        .replace('delivery: umbrella', 'delivery: applications')
        .replaceAll('chart_source: own', 'chart_source: cloudpirates')
        .replace(
          /(name: mysql\n(?: {4}.*\n)*? {4}chart_source: )cloudpirates/,
          '$1groundhog2k',
        ),
    ),
  ],
];

const wish = {
  name: 'orders',
  exposed: true,
  dependencies: [{ name: 'cart' }, { name: 'redis' }],
};

function planOf(
  files: FileTree,
  options: { isPartial?: boolean; service?: object } = {},
) {
  return plan({
    platform: readPlatform({ files }),
    operation: createServiceOperation({ ...wish, ...options.service }),
    facts: createServiceFacts({ name: 'orders' }),
    isPartial: options.isPartial,
  });
}

/** What `sync` would mend. */
const check = (files: FileTree) =>
  checkPlatform({ platform: readPlatform({ files }) }).filter(isError);

const untimed = (files: FileTree) =>
  Object.fromEntries(
    [...files].map(([path, text]) => [
      path,
      path.endsWith('Chart.lock') ? text.replace(/^generated: .*$/m, '') : text,
    ]),
  );

describe.each(deliveries)('a new service (%s)', (_, files) => {
  const made = planOf(files);
  const after = applied(files, made.platformChanges);

  it('leaves a platform that agrees with itself', () => {
    expect(check(files)).toEqual([]);
    expect(made.findings.filter(({ severity }) => severity !== 'info')).toEqual(
      [],
    );
    expect(check(after)).toEqual([]);
    expect(
      syncPlatform({ files: after, now: '2027-01-01T00:00:00.000Z' }).changes,
    ).toEqual([]);
  });

  it('is pinned, and runs nowhere before it is released', () => {
    const { umbrella, matrix } = readPlatform({ files: after });
    expect(umbrella!.dependencies).toContainEqual({
      name: 'orders',
      version: '0.1.0',
      repository: matrix!.charts!.repository,
      condition: 'orders.enabled',
    });
    const places =
      matrix!.delivery === 'umbrella'
        ? [umbrella!.values.orders]
        : matrix!.environments.map(({ name }) =>
            parse(after.get(`environments/${name}/orders.yaml`)!),
          );
    expect(places).toHaveLength(matrix!.delivery === 'umbrella' ? 1 : 3);
    expect(places).toEqual(
      places.map(() => expect.objectContaining({ enabled: false })),
    );
    const released = [...after]
      .filter(([path]) => path.startsWith('argocd/releases/'))
      .flatMap(([, text]) => parse(text) ?? []);
    expect(JSON.stringify(released)).not.toContain('orders');
  });

  it('gives the first bytes back when it is taken out again', () => {
    const { changes, platform } = withoutService({
      platform: readPlatform({ files: after }),
      name: 'orders',
      now: '2026-12-02T10:00:00.000Z',
    });
    expect(untimed(platform.files)).toEqual(untimed(files));
    expect(changes.map(({ path }) => path).sort()).toEqual(
      made.platformChanges.map(({ path }) => path).sort(),
    );
    expect(platform.files.get('helm/robot-shop/Chart.lock')).toContain(
      '2026-12-02T10:00:00',
    );
  });

  it('is taken out though another came after it', () => {
    const later = plan({
      platform: readPlatform({ files: after }),
      operation: createServiceOperation({
        dependencies: [{ name: 'redis' }, { name: 'cart' }],
      }),
      facts: createServiceFacts(),
    });
    const { platform } = withoutService({
      platform: readPlatform({ files: applied(after, later.platformChanges) }),
      name: 'orders',
      now: '2026-12-02T10:00:00.000Z',
    });
    expect(check(platform.files)).toEqual([]);
    expect(
      [...platform.files.values()].filter(text => /\borders: true/.test(text)),
    ).toEqual([]);
    expect(
      platform.matrix!.services.map(({ name }) => name).slice(-1 - 4, -4),
    ).toEqual(['recommendations']);
  });

  it('is shown in files that people write too, without what takes long', () => {
    const partial = planOf(files, { isPartial: true });
    expect(partial).toEqual({
      ...made,
      platformChanges: made.platformChanges.filter(
        ({ path }) => !/^(argocd\/|README\.md$|catalog-info)/.test(path),
      ),
    });
    expect(partial.platformChanges.length).toBeLessThan(
      made.platformChanges.length,
    );
  });
});

describe('a new service among separate applications', () => {
  const [, [, files]] = deliveries;
  const made = planOf(files);
  const after = applied(files, made.platformChanges);

  it('changes just the files that speak of it', () => {
    expect(made.platformChanges.map(({ path }) => path)).toEqual([
      'service-matrix.yaml',
      'README.md',
      ...['dev', 'prod', 'staging'].flatMap(name => [
        `environments/${name}/cart.yaml`,
        `environments/${name}/orders.yaml`,
        `environments/${name}/redis.yaml`,
      ]),
      'helm/robot-shop/Chart.lock',
      'helm/robot-shop/Chart.yaml',
    ]);
    expect(
      lineDifference({
        before: files.get('environments/dev/redis.yaml')!,
        after: after.get('environments/dev/redis.yaml')!,
      }),
    ).toEqual(['+    orders: true']);
  });

  it('has its values in each environment', () => {
    expect(after.get('environments/staging/orders.yaml')).toBe(`\
# orders in staging. What is below \`wiring\` follows from service-matrix.yaml and is
# written by Chartroom; what stands beside it is written by people.
enabled: false
wiring:
  callers: {}
  hosts:
    - orders.staging.robot-shop.example.com
  dependencies:
    cart:
      host: cart
      ports:
        http: 8080
      podLabels:
        app.kubernetes.io/name: cart
    redis:
      host: redis
      ports:
        redis: 6379
      podLabels:
        app.kubernetes.io/name: redis
      wait: true
`);
  });

  it('needs an umbrella chart, which holds its pin', () => {
    const without = new Map(files);
    without.delete('helm/robot-shop/Chart.yaml');
    const refused = planOf(without);
    expect(refused.platformChanges).toEqual([]);
    expect(refused.findings).toEqual([
      {
        rule: 'umbrella-missing',
        severity: 'error',
        file: 'helm/robot-shop/Chart.yaml',
        message:
          'There is no umbrella chart at helm/robot-shop/Chart.yaml, where the versions of services are pinned.',
        fix: 'Write umbrella: with its folder in the matrix, or make the chart.',
      },
    ]);
  });

  it('refuses values of a dependency that cannot be edited safely', () => {
    const file = 'environments/dev/redis.yaml';
    const refused = planOf(new Map(files).set(file, '{{ if x }}\n'));
    expect(refused.platformChanges).toEqual([]);
    expect(refused.findings[0]).toMatchObject({ rule: 'edit-refused', file });
  });
});

describe('a new service in a platform that did not agree', () => {
  it('carries no repair of anything else', () => {
    const values = 'helm/robot-shop/values.yaml';
    const files = new Map(robotShop)
      .set(
        values,
        robotShop
          .get(values)!
          // Of mongodb, on which it does not depend, and of redis, on which it does
          .replace('      catalogue: true\n', '')
          .replace(
            '      user: true\n      cart: true\n',
            '      cart: true\n',
          ),
      )
      .set(
        'helm/robot-shop/values-prod.yaml',
        robotShop
          .get('helm/robot-shop/values-prod.yaml')!
          .replace('web.robot-shop.', 'shop.'),
      );
    const wrong = check(files);
    expect(wrong.map(({ file }) => file)).toEqual([
      'helm/robot-shop/values-prod.yaml',
      values,
      values,
    ]);
    const made = planOf(files, { service: { exposed: false } });
    const after = applied(files, made.platformChanges);
    expect(made.findings).toEqual([]);
    const message = (finding: { message: string }) => finding.message;
    expect(check(after).map(message)).toEqual(wrong.map(message));
    expect(after.get('helm/robot-shop/values-prod.yaml')).toBe(
      files.get('helm/robot-shop/values-prod.yaml'),
    );
    expect(parse(after.get(values)!).redis.wiring.callers).toEqual({
      cart: true,
      orders: true,
    });
  });

  it('leaves whole files that did not agree, and says which would have changed', () => {
    const files = new Map(robotShop);
    files.delete('argocd/app-of-apps.yaml');
    files.set(
      'README.md',
      files.get('README.md')!.replace('  s_user --> s_redis\n', ''),
    );
    const made = planOf(files);
    expect(made.findings).toEqual([
      {
        rule: 'platform-disagreement',
        severity: 'warning',
        file: 'README.md',
        message:
          'README.md does not agree with the matrix already, and is left without orders.',
        fix: 'Run chartroom sync in the platform repository.',
      },
    ]);
    expect(made.platformChanges.map(({ path }) => path)).not.toContain(
      'README.md',
    );
    expect(made.platformChanges.map(({ path }) => path)).not.toContain(
      'argocd/app-of-apps.yaml',
    );
  });

  it('says nothing of a file that people write in the place of a derived one', () => {
    const files = new Map(robotShop).set(
      'catalog-info.yaml',
      'kind: Location\n',
    );
    expect(planOf(files).findings).toEqual([]);
  });

  it('writes values that nobody has written before', () => {
    const files = new Map(robotShop);
    files.delete('helm/robot-shop/values.yaml');
    files.delete('helm/robot-shop/values-dev.yaml');
    const after = applied(files, planOf(files).platformChanges);
    expect(parse(after.get('helm/robot-shop/values-dev.yaml')!)).toEqual({
      orders: { wiring: { hosts: ['orders.dev.robot-shop.example.com'] } },
    });
    const { orders, cart, ...others } = parse(
      after.get('helm/robot-shop/values.yaml')!,
    );
    expect(orders.enabled).toBe(false);
    // Whoever runs goes on to
    expect(cart.enabled).toBe(true);
    expect(Object.keys(others)).toEqual(['redis']);
  });
});
