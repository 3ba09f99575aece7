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

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChartDependency } from '../charts';
import { releaseCharts } from './releaseCharts';
import type { ReleaseRecord } from './ReleaseRecord';

interface Chart {
  readonly dependencies?: readonly ChartDependency[];
  readonly locked?: readonly ChartDependency[];
  readonly manifest?: string;
}

function record({ dependencies = [], locked, manifest = '' }: Chart) {
  return {
    name: 'shop',
    namespace: 'shop',
    revision: 1,
    status: 'deployed',
    chart: {
      name: 'shop',
      dependencies,
      lock: locked && { dependencies: locked },
    },
    body: { manifest, hooks: [], values: {}, defaults: {} },
  } satisfies ReleaseRecord;
}

const charts = (chart: Chart) =>
  releaseCharts({ record: record(chart) }).map(
    ({ name, chart: of, version, certainty, rendered }) =>
      `${name} ${of} ${version} ${certainty} ${rendered}`,
  );

function object(label: string | undefined, source?: string) {
  return [
    '---',
    ...(source ? [`# Source: ${source}`] : []),
    'apiVersion: v1',
    'kind: ConfigMap',
    'metadata:',
    '  name: x',
    ...(label ? ['  labels:', `    helm.sh/chart: ${label}`] : []),
    '',
  ].join('\n');
}

const repository = 'https://charts.example.com';
const redis = (version: string) => ({ name: 'redis', repository, version });
const aliased = (alias: string, version: string) => ({
  ...redis(version),
  name: alias,
  alias,
});

describe('releaseCharts', () => {
  it('finds an alias in the lock by its range', () => {
    expect(
      charts({
        dependencies: [
          aliased('cache', '^1.0.0'),
          aliased('sessions', '^2.0.0'),
        ],
        locked: [redis('1.2.0'), redis('2.1.0')],
      }),
    ).toEqual([
      'cache redis 1.2.0 lock nothing',
      'sessions redis 2.1.0 lock nothing',
    ]);
  });

  it('finds an alias in the lock by its place among the others', () => {
    const other = (name: string) => ({ name, repository, version: '1.0.0' });
    expect(
      charts({
        dependencies: [other('a'), aliased('cache', '*'), other('b')],
        locked: [
          redis('1.0.0'),
          other('a'),
          redis('2.0.0'),
          other('b'),
          redis('3.0.0'),
        ],
      }),
    ).toEqual([
      'a a 1.0.0 lock nothing',
      'cache redis 2.0.0 lock nothing',
      'b b 1.0.0 lock nothing',
      'redis redis 1.0.0 lock disabled',
      'redis redis 3.0.0 lock disabled',
    ]);
  });

  it('leaves the range of an alias where the lock cannot decide', () => {
    expect(
      charts({
        dependencies: [aliased('cache', '>=1.0.0')],
        locked: [redis('1.0.0'), redis('2.0.0')],
      })[0],
    ).toBe('cache redis >=1.0.0 range nothing');
  });

  it('decides it by the label of an object', () => {
    expect(
      charts({
        dependencies: [aliased('cache', '>=1.0.0')],
        locked: [redis('1.0.0'), redis('2.0.0')],
        manifest: object('cache-2.0.0', 'shop/charts/cache/templates/a.yaml'),
      }),
    ).toEqual([
      'cache redis 2.0.0 source objects',
      'redis redis 1.0.0 lock disabled',
    ]);
  });

  it('believes what is rendered more than the lock', () => {
    expect(
      charts({
        dependencies: [redis('1.x')],
        locked: [redis('1.0.0')],
        manifest: object('redis-1.0.1', 'shop/charts/redis/templates/a.yaml'),
      }),
    ).toEqual(['redis redis 1.0.1 source objects']);
  });

  it('is not led astray by the label of another chart', () => {
    const path = 'shop/charts/redis/templates/a.yaml';
    expect(
      charts({
        dependencies: [
          redis('^1.0.0'),
          { name: 'redis-cluster', version: '3.0.0' },
        ],
        manifest:
          object('redis-cluster-3.0.0') +
          object('platform-7.0.0', path) +
          object(undefined, path),
      }),
    ).toEqual([
      'redis redis ^1.0.0 range objects',
      'redis-cluster redis-cluster 3.0.0 label objects',
    ]);
  });

  it('takes what Helm could not resolve as the range that it is', () => {
    expect(
      charts({ dependencies: [redis('1.x')], locked: [redis('1.x')] }),
    ).toEqual(['redis redis 1.x range nothing']);
  });

  it('says nothing where nothing is known', () => {
    expect(charts({ dependencies: [{ name: 'redis' }] })).toEqual([
      'redis redis undefined undefined nothing',
    ]);
  });

  it('reads labels in any style of YAML', () => {
    const flow = `---
# Source: shop/charts/redis/templates/a.yaml
{"kind": "ConfigMap", "metadata": {"name": "x", "labels": {"helm.sh/chart": "redis-1.2.3"}}}
`;
    const quotedLabel = object(
      '"redis-1.2.3"',
      'shop/charts/redis/templates/a.yaml',
    );
    const commented = object(
      'redis-1.2.3 # so',
      'shop/charts/redis/templates/a.yaml',
    );
    for (const manifest of [flow, quotedLabel, commented]) {
      expect(charts({ dependencies: [redis('1.x')], manifest })).toEqual([
        'redis redis 1.2.3 source objects',
      ]);
    }
  });

  it('reads a manifest of a megabyte in a blink', () => {
    const golden = readFileSync(
      join(
        __dirname,
        '../../../../test/charts/__fixtures__/goldens/robot-shop/prod.yaml',
      ),
      'utf8',
    );
    const manifest = golden.repeat(Math.ceil(1_000_000 / golden.length));
    const names = ['cart', 'catalogue', 'web', 'mysql'];
    const big = record({
      manifest,
      dependencies: names.map(name => ({ name })),
    });
    releaseCharts({ record: big });
    const started = performance.now();
    const found = releaseCharts({ record: big });
    // 20 ms on a machine that does nothing else
    expect(performance.now() - started).toBeLessThan(150);
    expect(
      found.filter(({ rendered }) => rendered === 'objects').length,
    ).toBeGreaterThanOrEqual(4);
  });

  it('matches a thousand charts in no time, many of them aliased or off', () => {
    const all = Array.from({ length: 1000 }, (_, index) => ({
      name: `service-${index}`,
      repository,
      version: `1.${index}.0`,
    }));
    const some = all.filter((_, index) => index % 3 > 0);
    const dependencies = some.map(({ name, version }, index) =>
      index % 2 === 0
        ? {
            name: `${name}-alias`,
            alias: `${name}-alias`,
            repository,
            version: '>=1.0.0',
          }
        : { name, repository, version },
    );
    const manifest = dependencies
      .map(({ name }) =>
        object('other-1.0.0', `shop/charts/${name}/templates/a.yaml`),
      )
      .join('');
    const big = record({ dependencies, locked: all, manifest });
    const started = performance.now();
    expect(releaseCharts({ record: big }).length).toBe(1000);
    expect(performance.now() - started).toBeLessThan(1500);
  });
});
