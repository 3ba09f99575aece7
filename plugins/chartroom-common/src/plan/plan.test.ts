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

import fc from 'fast-check';
import { parse } from 'yaml';
import {
  createServiceFacts,
  createServiceOperation,
} from '../__testUtils__/createServiceFacts';
import { lineDifference } from '../__testUtils__/lineDifference';
import { readDirectory } from '../__testUtils__/readDirectory';
import { checkPlatform, syncPlatform } from '../agreement';
import { isLockCurrent } from '../charts';
import type { FileTree } from '../files';
import { readPlatform } from '../platform';
import { serviceWiring } from '../wiring';
import { plan } from './plan';
import type { Plan } from './types';

const files = readDirectory({ directory: 'examples/robot-shop' });
const robotShop = readPlatform({ files });

function applied(
  base: FileTree,
  { platformChanges }: Pick<Plan, 'platformChanges'>,
): Map<string, string> {
  const result = new Map(base);
  for (const change of platformChanges) {
    if (change.kind === 'write') {
      result.set(change.path, change.content);
    } else {
      result.delete(change.path);
    }
  }
  return result;
}

/** The same platform after `chartroom sync`. */
function agreeing(base: FileTree): Map<string, string> {
  const now = '2026-11-01T10:00:00.000Z';
  const { changes, findings } = syncPlatform({ files: base, now });
  expect(findings).toEqual([]);
  return applied(base, { platformChanges: changes });
}

function disagreementsOf(tree: FileTree) {
  return checkPlatform({ platform: readPlatform({ files: tree }) });
}

function planOf(
  service: Parameters<typeof createServiceOperation>[0],
  platform = robotShop,
): Plan {
  return plan({
    platform,
    operation: createServiceOperation(service),
    facts: createServiceFacts({ name: service?.name }),
  });
}

/** The changed lines of each file. */
function differences(base: FileTree, made: Plan): Record<string, string[]> {
  return Object.fromEntries(
    made.platformChanges.flatMap(change =>
      change.kind === 'write'
        ? [
            [
              change.path,
              lineDifference({
                before: base.get(change.path) ?? '',
                after: change.content,
              }),
            ],
          ]
        : [],
    ),
  );
}

describe('plan of a new service in Robot Shop', () => {
  const made = planOf({});

  it('finds nothing wrong', () => {
    expect(made.findings).toEqual([]);
  });

  it('changes only the lines that it means to change', () => {
    expect(differences(files, made)).toEqual({
      'README.md': [
        '+    s_recommendations["recommendations"]',
        '+  s_recommendations --> s_catalogue',
        '+  s_recommendations --> s_redis',
      ],
      'service-matrix.yaml': [
        '+  - name: recommendations',
        '+    description: What others bought',
        '+    language: node',
        '+    tier: backend',
        '+    port: 8000',
        '+    repository: http://localhost:7080/shop/recommendations',
        '+    dependencies:',
        '+      - catalogue',
        '+      - redis',
      ],
      'helm/robot-shop/Chart.yaml': [
        '+  - name: recommendations',
        '+    version: 0.1.0',
        '+    repository: http://localhost:7080/charts',
        '+    condition: recommendations.enabled',
      ],
      'helm/robot-shop/Chart.lock': [
        '+- name: recommendations',
        '+  repository: http://localhost:7080/charts',
        '+  version: 0.1.0',
        expect.stringMatching(/^-digest: sha256:[0-9a-f]{64}$/),
        expect.stringMatching(/^-generated: /),
        expect.stringMatching(/^\+digest: sha256:[0-9a-f]{64}$/),
        '+generated: "2026-12-01T10:00:00.000Z"',
      ],
      'helm/robot-shop/values.yaml': [
        '+      recommendations: true',
        '+recommendations:',
        '+  enabled: false',
        '+  wiring:',
        '+    callers: {}',
        '+    dependencies:',
        '+      catalogue:',
        '+        host: catalogue',
        '+        ports:',
        '+          http: 8080',
        '+        podLabels:',
        '+          app.kubernetes.io/name: catalogue',
        '+      redis:',
        '+        host: redis',
        '+        ports:',
        '+          redis: 6379',
        '+        podLabels:',
        '+          app.kubernetes.io/name: redis',
        '+        wait: true',
        '+      recommendations: true',
      ],
    });
  });

  it('puts each thing where a person would', () => {
    const result = applied(files, made);
    const order = (path: string, key: string) =>
      parse(result.get(path)!)[key].map((item: { name: string }) => item.name);
    const after = (names: string[]) =>
      names[names.indexOf('recommendations') - 1];
    // The matrix lists the backend as it grew, the umbrella in alphabetical order
    expect(after(order('service-matrix.yaml', 'services'))).toBe('dispatch');
    expect(after(order('helm/robot-shop/Chart.yaml', 'dependencies'))).toBe(
      'ratings',
    );
    expect(order('helm/robot-shop/Chart.lock', 'dependencies')).toEqual(
      order('helm/robot-shop/Chart.yaml', 'dependencies'),
    );
    const values = parse(result.get('helm/robot-shop/values.yaml')!);
    expect(after(Object.keys(values))).toBe('dispatch');
    expect(Object.keys(values.catalogue.wiring.callers)).toEqual([
      'web',
      'cart',
      'ratings',
      'recommendations',
    ]);
  });

  it('leaves a platform that agrees with itself', () => {
    const after = readPlatform({ files: applied(files, made) });
    expect(checkPlatform({ platform: after })).toEqual([]);
    const matrix = after.matrix!;
    expect(after.findings).toEqual([]);
    expect(isLockCurrent({ umbrella: after.umbrella! })).toBe(true);
    for (const service of matrix.services) {
      expect(after.umbrella!.values[service.name]).toMatchObject({
        wiring: serviceWiring({ matrix, service, profiles: after.profiles }),
      });
    }
  });

  it('is the same when it is made again', () => {
    expect(planOf({})).toEqual(made);
  });

  it('finds the name taken once it is carried out', () => {
    const after = readPlatform({ files: applied(files, made) });
    const again = planOf({}, after);
    expect(
      again.findings.map(({ rule, message }) => `${rule}: ${message}`),
    ).toEqual([
      'service-name: "recommendations" is taken: it is a service of robot-shop (service-matrix.yaml, line 108).',
    ]);
    expect(again.platformChanges).toEqual([]);
    expect(again.serviceFiles.size).toBe(0);
    expect(again.entities).toEqual([]);
  });

  it('makes the catalog entity, in the file and for the preview', () => {
    const [entity] = made.entities;
    expect(parse(made.serviceFiles.get('catalog-info.yaml')!)).toEqual(entity);
    expect(entity).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'recommendations',
        description: 'What others bought',
        annotations: {
          'chartroom/platform': 'robot-shop',
          'chartroom/service': 'recommendations',
          'backstage.io/kubernetes-id': 'recommendations',
          'backstage.io/techdocs-ref': 'dir:.',
          'backstage.io/source-template': 'template:default/create-service',
        },
        tags: ['node'],
      },
      spec: {
        type: 'service',
        lifecycle: 'experimental',
        owner: 'group:default/shop',
        system: 'robot-shop',
        dependsOn: [
          'component:default/catalogue',
          'resource:default/robot-shop-redis',
        ],
      },
    });
  });

  it('remembers what it was made from', () => {
    const text = made.serviceFiles.get('.chartroom/service.yaml')!;
    expect(text.split('\n').filter(line => line.startsWith('#'))).toEqual([
      '# Written by Chartroom when it made this service, and read to tell whose repository this is; do not edit.',
      '# Digest of what follows from the values above, as it was written: catalog-info.yaml and the files in chart/',
    ]);
    expect(
      [...made.serviceFiles.keys()].filter(
        path => !/^(catalog-info\.yaml$|chart\/)/.test(path),
      ),
    ).toEqual(['.chartroom/service.yaml']);
    expect(parse(text)).toEqual({
      operation: 'operation-1',
      platform: 'robot-shop',
      template: 'template:default/create-service',
      commonChart: robotShop.matrix!.commonChart.version,
      values: createServiceOperation().service,
      planned: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });
  });

  it('says what skeletons may use', () => {
    expect(made.skeletonContext).toEqual({
      name: 'recommendations',
      description: 'What others bought',
      owner: 'group:default/shop',
      system: 'robot-shop',
      language: 'node',
      port: 8000,
      exposed: false,
      image: 'robotshop/recommendations',
      repositoryUrl: 'http://localhost:7080/shop/recommendations',
      cloneUrl: 'http://localhost:7080/shop/recommendations.git',
      defaultBranch: 'main',
      platformUrl: 'http://localhost:7080/shop/robot-shop',
      chartRepository: 'http://localhost:7080/charts',
      chartVersion: '0.1.0',
      dependencies: [
        {
          name: 'catalogue',
          type: 'service',
          environment: [
            { name: 'CATALOGUE_HOST', example: 'localhost', secret: false },
            { name: 'CATALOGUE_PORT', example: '8080', secret: false },
            {
              name: 'CATALOGUE_URL',
              example: 'http://localhost:8080',
              secret: false,
            },
          ],
          secrets: [],
        },
        {
          name: 'redis',
          type: 'redis',
          environment: [
            { name: 'REDIS_HOST', example: 'localhost', secret: false },
            { name: 'REDIS_PORT', example: '6379', secret: false },
          ],
          secrets: [],
        },
      ],
    });
  });
});

describe('plan of other services', () => {
  it('enters a worker without a port, and an owner that differs', () => {
    const made = planOf({
      name: 'auditor',
      owner: 'user:jane',
      port: undefined,
      dependencies: [],
    });
    expect(made.findings).toEqual([]);
    expect(differences(files, made)['service-matrix.yaml']).toEqual([
      '+  - name: auditor',
      '+    description: What others bought',
      '+    language: node',
      '+    tier: backend',
      '+    owner: user:default/jane',
      '+    repository: http://localhost:7080/shop/auditor',
    ]);
    expect(made.skeletonContext.port).toBe(0);
    expect(made.skeletonContext.owner).toBe('user:default/jane');
  });

  it('keeps what a person says about a dependency, and marks its secrets', () => {
    const made = planOf({
      name: 'orders',
      exposed: true,
      dependencies: [
        {
          name: 'mysql',
          database: 'sales',
          env: { DSN: '{username}:{password}@{host}/{database}' },
        },
      ],
    });
    expect(
      made.findings.map(
        ({ rule, severity, message }) => `${severity} ${rule}: ${message}`,
      ),
    ).toEqual([
      'info service-needs-secret: orders needs the Secret mysql-orders with the key password before it is enabled.',
    ]);
    const after = readPlatform({ files: applied(files, made) });
    expect(after.findings).toEqual([]);
    expect(
      after.matrix?.services.find(({ name }) => name === 'orders'),
    ).toMatchObject({
      exposed: true,
      dependencies: [{ name: 'mysql', database: 'sales' }],
    });
    expect(made.skeletonContext.dependencies[0].environment).toEqual([
      { name: 'DSN', example: 'orders:password@localhost/sales', secret: true },
    ]);
    expect(made.skeletonContext.dependencies[0].secrets).toEqual([
      { name: 'mysql-orders', key: 'password' },
    ]);
    expect(differences(files, made)['helm/robot-shop/values.yaml']).toContain(
      '+          name: mysql-orders',
    );
  });

  it('gives an exposed service a host in every environment', () => {
    const made = planOf({ name: 'orders', exposed: true, dependencies: [] });
    const changed = differences(files, made);
    expect(made.findings).toEqual([]);
    for (const [file, host] of [
      ['values-dev.yaml', 'orders.dev.robot-shop.example.com'],
      ['values-staging.yaml', 'orders.staging.robot-shop.example.com'],
      ['values-prod.yaml', 'orders.robot-shop.example.com'],
    ]) {
      expect(changed[`helm/robot-shop/${file}`]).toEqual([
        '+orders:',
        '+  wiring:',
        '+    hosts:',
        `+      - ${host}`,
      ]);
    }
    expect(
      differences(files, planOf({ name: 'orders', dependencies: [] })),
    ).not.toHaveProperty(['helm/robot-shop/values-dev.yaml']);
  });

  it('asks for no Secret where nothing is read from it', () => {
    const made = planOf({
      name: 'orders',
      description: '',
      dependencies: [{ name: 'mysql', env: { DB_HOST: '{host}' } }],
    });
    expect(made.findings).toEqual([]);
    expect(made.skeletonContext.dependencies[0].secrets).toEqual([]);
    expect(differences(files, made)['service-matrix.yaml']).not.toContainEqual(
      expect.stringContaining('description'),
    );
  });

  it('takes two stores whose customary names are the same', () => {
    const text = `${files.get(
      'service-matrix.yaml',
    )!}  - { name: sessions, engine: redis, port: 6379, chart_source: own }\n`;
    const base = agreeing(new Map(files).set('service-matrix.yaml', text));
    const made = planOf(
      {
        name: 'orders',
        dependencies: [{ name: 'redis' }, { name: 'sessions' }],
      },
      readPlatform({ files: base }),
    );
    expect(made.findings).toEqual([]);
    expect(disagreementsOf(applied(base, made))).toEqual([]);
    expect(
      made.skeletonContext.dependencies.flatMap(({ environment }) =>
        environment.map(({ name }) => name),
      ),
    ).toEqual([
      'REDIS_HOST',
      'REDIS_PORT',
      'SESSIONS_REDIS_HOST',
      'SESSIONS_REDIS_PORT',
    ]);
  });

  it('writes what an environment changes into its values file', () => {
    const text = files
      .get('service-matrix.yaml')!
      .replace(
        '    namespace: robot-shop\n',
        '    namespace: robot-shop\n    services: { mysql: { chart_source: external, host: db.example.com, secret: mysql-prod } }\n',
      );
    const base = new Map(files).set('service-matrix.yaml', text);
    const made = planOf(
      { name: 'orders', dependencies: [{ name: 'mysql' }] },
      readPlatform({ files: base }),
    );
    expect(differences(base, made)['helm/robot-shop/values-prod.yaml']).toEqual(
      [
        '+orders:',
        '+  wiring:',
        '+    dependencies:',
        '+      mysql:',
        '+        host: db.example.com',
        '+        external: true',
        '+        secret:',
        '+          name: mysql-prod',
      ],
    );
  });

  it('describes a chart that is not ours to the umbrella', () => {
    const text = files
      .get('service-matrix.yaml')!
      .replaceAll('chart_source: own', 'chart_source: cloudpirates');
    const base = new Map(files).set('service-matrix.yaml', text);
    const made = planOf(
      {
        name: 'orders',
        dependencies: [{ name: 'redis' }, { name: 'mongodb' }],
      },
      readPlatform({ files: base }),
    );
    expect(
      parse(applied(base, made).get('helm/robot-shop/values.yaml')!)
        .backingServices,
    ).toEqual({
      redis: {
        callers: { user: true, cart: true, orders: true },
        ports: { redis: 6379 },
        podLabels: { 'app.kubernetes.io/name': 'redis' },
        peerPorts: [16379, 26379],
      },
      mongodb: {
        callers: { catalogue: true, user: true, orders: true },
        ports: { mongodb: 27017 },
        podLabels: { 'app.kubernetes.io/name': 'mongodb' },
        peerPorts: [],
      },
    });
  });

  it('lists all callers where the umbrella listed none: one alone would shut the others out', () => {
    const base = new Map(files).set(
      'helm/robot-shop/values.yaml',
      'redis:\n  enabled: true\n',
    );
    const made = planOf({}, readPlatform({ files: base }));
    const values = parse(
      applied(base, made).get('helm/robot-shop/values.yaml')!,
    );
    expect(values.redis).toEqual({
      enabled: true,
      wiring: {
        callers: { user: true, cart: true, recommendations: true },
        dependencies: {},
      },
    });
    expect(values.catalogue).toMatchObject({
      // The umbrella lists it, so it is installed, and goes on to be
      enabled: true,
      wiring: {
        callers: {
          web: true,
          cart: true,
          ratings: true,
          recommendations: true,
        },
      },
    });
    // What is wrong there besides is nobody's business here
    expect(Object.keys(values).sort()).toEqual([
      'catalogue',
      'recommendations',
      'redis',
    ]);
  });

  it('writes callers where the umbrella left their place empty', () => {
    const base = new Map(files).set(
      'helm/robot-shop/values.yaml',
      'redis:\n  wiring:\n    callers:\ncatalogue:\n',
    );
    const made = planOf({}, readPlatform({ files: base }));
    const values = parse(
      applied(base, made).get('helm/robot-shop/values.yaml')!,
    );
    expect(values.redis.wiring.callers).toEqual({
      user: true,
      cart: true,
      recommendations: true,
    });
    expect(Object.keys(values.catalogue.wiring.callers)).toHaveLength(4);
  });

  it('refuses a name that the umbrella has values for', () => {
    const base = new Map(files).set(
      'helm/robot-shop/values-prod.yaml',
      'recommendations: { replicas: 2 }\n',
    );
    const made = planOf({}, readPlatform({ files: base }));
    expect(made.findings.map(({ message }) => message)).toEqual([
      '"recommendations" is taken: the umbrella\'s values speak of recommendations.',
    ]);
  });

  it('leaves a lock as it is that does not fit, and says so', () => {
    const lock = 'helm/robot-shop/Chart.lock';
    const base = new Map(files).set(
      lock,
      files.get(lock)!.replace('version: 1.0.0', 'version: 1.0.1'),
    );
    const made = planOf({}, readPlatform({ files: base }));
    expect(
      made.findings.map(({ rule, severity }) => `${severity} ${rule}`),
    ).toEqual(['warning umbrella-lock-stale']);
    expect(made.platformChanges.map(({ path }) => path)).not.toContain(lock);
  });

  it('makes any two services one after the other in either order', () => {
    const name = fc.stringMatching(/^[a-z]([-a-z0-9]{0,6}[a-z0-9])?$/);
    const dependencies = fc
      .subarray(['catalogue', 'cart', 'redis', 'rabbitmq'])
      .map(names => names.map(it => ({ name: it })));
    fc.assert(
      fc.property(
        fc.record({ name, dependencies }),
        fc.record({ name, dependencies }),
        (one, other) => {
          fc.pre(one.name !== other.name);
          const names = robotShop.namesTaken.map(taken => taken.name);
          fc.pre(![one.name, other.name].some(it => names.includes(it)));
          const result = [one, other].reduce((tree: FileTree, service) => {
            const made = planOf(service, readPlatform({ files: tree }));
            expect(
              made.findings.filter(({ severity }) => severity !== 'info'),
            ).toEqual([]);
            return applied(tree, made);
          }, files);
          const platform = readPlatform({ files: result });
          const { matrix, umbrella, profiles } = platform;
          expect(checkPlatform({ platform })).toEqual([]);
          expect(isLockCurrent({ umbrella: umbrella! })).toBe(true);
          for (const service of matrix!.services) {
            expect(umbrella!.values[service.name]).toMatchObject({
              wiring: serviceWiring({ matrix: matrix!, service, profiles }),
            });
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});
