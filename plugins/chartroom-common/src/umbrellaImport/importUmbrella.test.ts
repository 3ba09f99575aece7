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
import { importUmbrella } from './importUmbrella';

const seed: Record<string, string> = {
  'helm/robot-shop/Chart.yaml': `apiVersion: v2
name: robot-shop
version: 1.0.0
dependencies:
  # Infrastructure first
  - name: mongodb
    version: "13.6.0"
    repository: "https://charts.bitnami.com/bitnami"
    condition: mongodb.enabled
  - {name: redis, version: 17.3.0, repository: https://charts.bitnami.com/bitnami, condition: redis.enabled}
  - name: common
    version: 1.0.0
    repository: file://../charts/_common
  # Application services after
  - name: catalogue
    version: "1.0.0"
    repository: "file://../charts/catalogue"
    condition: catalogue.enabled
  - name: node-service
    alias: cart
    version: "2.1.0"
    repository: "https://charts.example.com/shop"
    condition: cart.on
    tags: [backend]
  - name: web
    version: "1.0.0"
    repository: "file://../charts/web"
    condition: web.enabled
`,
  'helm/robot-shop/values.yaml': `catalogue:
  env:
    DB_HOST: "mongodb.robot-shop.svc.cluster.local"
    DB_URL: mongodb://mongodb:27017/catalogue?x={y}
    NODE_ENV: production
cart:
  env:
    REDIS_HOST: redis-master
    CATALOGUE: http://catalogue:8080
web:
  ingress: { enabled: true }
  env:
    - { name: CATALOGUE_HOST, value: catalogue }
    - name: GATEWAY
      value: https://web.example.com/catalogue
`,
  'helm/robot-shop/values-dev.yaml': 'catalogue: {}\n',
  'helm/robot-shop/values-prod.yaml': 'catalogue: {}\n',
  'helm/charts/_common/Chart.yaml':
    'apiVersion: v2\nname: common\ntype: library\nversion: 1.0.0\n',
  'helm/charts/catalogue/Chart.yaml':
    'apiVersion: v2\nname: catalogue\ndescription: Products\nversion: 1.0.0\ndependencies:\n  - { name: common, version: 1.0.0, repository: file://../_common }\n',
  'helm/charts/catalogue/values.yaml':
    'image:\n  repository: robotshop/catalogue\n  tag: latest\nservice:\n  port: 8080\nenv:\n  LOG_LEVEL: debug\n',
  'helm/charts/catalogue/templates/deployment.yaml':
    '{{- include "common.deployment" . -}}',
  'helm/charts/web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
  'helm/charts/web/values.yaml': 'image: nginx:1.27\n',
  'helm/charts/web/templates/all.yaml': 'kind: DaemonSet\n',
};

function importFiles(files: Record<string, string>, umbrella?: string) {
  const result = importUmbrella({
    files: new Map(Object.entries(files)),
    umbrella,
  });
  const [change] = result.changes;
  const text = change?.kind === 'write' ? change.content : '';
  return { ...result, text, matrix: text ? parse(text) : undefined };
}

describe('importUmbrella', () => {
  it('writes the matrix of an umbrella, and no other file', () => {
    const { changes, matrix } = importFiles(seed);
    expect(changes.map(({ path }) => path)).toEqual(['service-matrix.yaml']);
    expect(matrix).toEqual({
      system: 'robot-shop',
      umbrella: 'helm/robot-shop',
      environments: [{ name: 'dev' }, { name: 'prod' }],
      services: [
        {
          name: 'mongodb',
          engine: 'mongodb',
          tier: 'database',
          port: 27017,
          chart_source: 'bitnami',
        },
        {
          name: 'redis',
          engine: 'redis',
          tier: 'database',
          port: 6379,
          chart_source: 'bitnami',
        },
        {
          name: 'catalogue',
          description: 'Products',
          tier: 'backend',
          port: 8080,
          image: { repository: 'robotshop/catalogue' },
          dependencies: [
            {
              name: 'mongodb',
              env: {
                DB_HOST: '{host}',
                DB_URL: 'mongodb://{host}:{port}/catalogue?x={{y}}',
              },
            },
          ],
        },
        {
          name: 'cart',
          tier: 'backend',
          dependencies: [
            { name: 'catalogue', env: { CATALOGUE: 'http://{host}:{port}' } },
          ],
        },
        {
          name: 'web',
          type: 'daemonset',
          tier: 'frontend',
          exposed: true,
          image: { repository: 'nginx', tag: '1.27' },
          dependencies: [
            { name: 'catalogue', env: { CATALOGUE_HOST: '{host}' } },
          ],
        },
      ],
    });
  });

  it('asks about what it cannot know', () => {
    const { findings } = importFiles(seed);
    const asked = findings.map(({ rule, line, message, fix }) =>
      [rule, line, message, fix].join(' | '),
    );
    expect(asked).toEqual([
      'import-place | 15 | The chart of catalogue lies in helm/charts/catalogue. | May it move to charts/catalogue, where a service without a repository of its own has its chart?',
      'import-templates | 15 | catalogue has templates of its own, which read no wiring. | Can it stand on the common chart? Until then its environment and network policies are not kept in agreement.',
      'import-alias | 19 | node-service is called cart here by an alias. | Is it one service that may be called cart in its own chart, too? An alias changes its labels.',
      'import-condition | 19 | cart is switched on by cart.on. | May it be cart.enabled, as for every other service?',
      'import-tags | 19 | cart is switched on by tags (backend). | Which environments have it? Write cart.enabled in their values.',
      'import-repository | 19 | The chart of cart comes from https://charts.example.com/shop. | Where is its source? Write repository: with its web address for cart, and charts.repository for the whole system.',
      'import-port | 19 | Nothing says which port cart listens on. | Is it a worker? If it listens, write its port.',
      'import-host | 19 | cart finds "redis-master" in REDIS_HOST, which is no service of this umbrella. | Is it redis? Then enter the dependency with env: { REDIS_HOST: "{host}" }.',
      'import-place | 25 | The chart of web lies in helm/charts/web. | May it move to charts/web, where a service without a repository of its own has its chart?',
      'import-templates | 25 | web has templates of its own, which read no wiring. | Can it stand on the common chart? Until then its environment and network policies are not kept in agreement.',
      'import-port | 25 | Nothing says which port web listens on. | Is it a worker? If it listens, write its port.',
      'import-common-chart | 1 | There is no common chart in charts/platform-common, on which chartroom sync lets charts stand. | Will you keep it there? Then run chartroom init for a new folder, and copy its charts/platform-common to charts/platform-common; or write commonChart.repository: with the address of a chart repository that holds it.',
      'matrix-exposed-without-port | 35 | web is exposed, but listens on no port. | Write its port, or remove exposed: where it is a worker.',
      'matrix-exposed-without-domain | 35 | web is exposed, but the environment dev has no domain. | Write domain: for dev in line 5.',
      'matrix-exposed-without-domain | 35 | web is exposed, but the environment prod has no domain. | Write domain: for prod in line 6.',
    ]);
  });

  it('does not take a name in a public address for a service', () => {
    const { matrix } = importFiles({
      'helm/s/Chart.yaml':
        'name: s\nversion: 1.0.0\ndependencies:\n  - { name: a, condition: a.enabled }\n  - { name: b, condition: b.enabled }\n',
      'helm/s/values.yaml':
        'a:\n  env: { X: "https://b.example.com/", Y: "b-side", Z: "see b", N: 5, SELF: a }\n',
    });
    expect(matrix.services[0]).toEqual({ name: 'a', tier: 'backend' });
  });

  it('asks for a profile where a chart of an engine comes from a stranger', () => {
    const { findings, matrix } = importFiles({
      'helm/s/Chart.yaml':
        'name: s\nversion: 1.0.0\ndependencies:\n  - { name: postgres, alias: orders-db, version: 1.0.0, repository: "oci://registry.example.com/charts", condition: orders-db.enabled }\n',
    });
    expect(matrix.services).toEqual([
      {
        name: 'orders-db',
        engine: 'postgresql',
        tier: 'database',
        port: 5432,
        chart_source: 'unknown',
      },
    ]);
    expect(findings.map(({ fix }) => fix)).toEqual([
      'How is it reached? Write profiles/<source>-postgresql.yaml, and the source as chart_source.',
    ]);
  });

  it('takes the common chart for what it is', () => {
    const { matrix } = importFiles({
      'helm/s/Chart.yaml':
        'name: s\nversion: 1.0.0\ndependencies:\n  - { name: platform-common, version: 1.0.0, repository: "file://../../charts/platform-common" }\n  - { name: a, version: 1.0.0, repository: "file://../../charts/a", condition: a.enabled }\n',
      'charts/a/Chart.yaml':
        'name: a\nversion: 1.0.0\ndependencies:\n  - { name: platform-common, version: ^1.0.0 }\n',
      'charts/a/values.yaml':
        'language: go\nports: { http: 80 }\nbindings: { a: { X: "{host}" } }\n',
      'charts/platform-common/Chart.yaml':
        'name: platform-common\ntype: library\nversion: 1.0.0\n',
    });
    expect(matrix.commonChart).toEqual({
      version: '1.0.0',
      repository: 'file://charts/platform-common',
    });
    expect(matrix.services).toMatchObject([
      { name: 'a', language: 'go', port: 80 },
    ]);
  });

  it.each([
    [
      'is listed in a folder where it is not',
      '- { name: platform-common, version: 1.2.0, repository: "file://../../libs/common" }',
      {},
      { version: '1.2.0', repository: 'file://libs/common' },
      'libs/common',
    ],
    [
      'is listed out of the repository',
      '- { name: platform-common, version: 1.2.0, repository: "file://../../../common" }',
      {},
      { version: '1.2.0', repository: 'file://charts/platform-common' },
      'charts/platform-common',
    ],
    [
      'is listed in a range, and locked',
      '- { name: platform-common, version: ^1.0.0, repository: "oci://r.example.com/charts" }',
      {
        'helm/s/Chart.lock':
          'dependencies:\n- { name: platform-common, version: 1.3.0 }\n',
      },
      { version: '1.3.0', repository: 'oci://r.example.com/charts' },
      undefined,
    ],
    [
      'is listed nowhere, and not there',
      '',
      {},
      { version: '9.9.9', repository: 'file://charts/platform-common' },
      'charts/platform-common',
    ],
    [
      'is listed nowhere, and there',
      '',
      { 'charts/platform-common/Chart.yaml': 'version: 1.0.0\n' },
      undefined,
      undefined,
    ],
  ])(
    'says how to get a common chart that %s',
    (_, listed, more, commonChart, folder) => {
      const files = {
        'helm/s/Chart.yaml': `name: s\nversion: 1.0.0\ndependencies:\n  - { name: a, version: 1.0.0, repository: "https://charts.example.com", condition: a.enabled }\n  ${listed}\n`,
        ...more,
      };
      const { changes, findings } = importUmbrella({
        files: new Map(Object.entries(files)),
        commonChartVersion: '9.9.9',
      });
      const [change] = changes;
      const text = change.kind === 'write' ? change.content : '';
      expect(parse(text).commonChart).toEqual(commonChart);
      const asked = findings.filter(it => it.rule === 'import-common-chart');
      expect(asked.map(({ message }) => message)).toEqual(
        folder
          ? [
              `There is no common chart in ${folder}, on which chartroom sync lets charts stand.`,
            ]
          : [],
      );
    },
  );

  it('leaves a matrix that is there alone', () => {
    const { changes, findings } = importFiles({
      ...seed,
      'service-matrix.yaml': 'services: []\n',
    });
    expect(changes).toEqual([]);
    expect(findings).toMatchObject([{ rule: 'import-matrix-exists' }]);
  });

  it('wants to be told which umbrella where there are several or none', () => {
    expect(importFiles({}).findings[0].message).toBe(
      'There is not exactly one chart here that lists others.',
    );
    expect(importFiles(seed, 'helm/other').findings[0].message).toBe(
      'There is no chart in helm/other.',
    );
    expect(importFiles(seed, 'helm/robot-shop/').matrix.system).toBe(
      'robot-shop',
    );
  });

  it('says where an umbrella is not YAML', () => {
    const { changes, findings } = importFiles(
      {
        'helm/s/Chart.yaml': 'name: s\ndependencies: [\n condition: }',
      },
      'helm/s',
    );
    expect(changes).toEqual([]);
    expect(findings[0]).toMatchObject({
      rule: 'import-syntax',
      severity: 'error',
      file: 'helm/s/Chart.yaml',
    });
  });

  it('keeps a path that leaves the repository out of it', () => {
    const { findings } = importFiles({
      'helm/s/Chart.yaml':
        'name: s\nversion: 1.0.0\ndependencies:\n  - { name: a, version: 1.0.0, repository: "file://../../../a", condition: a.enabled }\n',
    });
    expect(findings.map(({ rule }) => rule)).toContain('import-repository');
  });

  it('asks about an address inside the cluster that bears the name of a service', () => {
    const { findings, matrix } = importFiles({
      'helm/s/Chart.yaml':
        'name: s\nversion: 1.0.0\ndependencies:\n  - { name: a, condition: a.enabled }\n  - { name: redis, alias: user-cache, version: 17.0.0, repository: "https://charts.bitnami.com/bitnami", condition: user-cache.enabled }\n  - { name: user, condition: user.enabled }\n',
      'helm/s/values.yaml':
        'a:\n  env: { CACHE_URL: "redis://user-cache-master:6379/0", USER_URL: "http://s-user.shop.svc/x", PAY_URL: "https://user.example.com", OTHER: "http://superuser/" }\n',
    });
    expect(matrix.services[0]).toEqual({ name: 'a', tier: 'backend' });
    expect(
      findings
        .filter(({ rule }) => rule === 'import-host')
        .map(({ message, fix }) => `${message} ${fix}`),
    ).toEqual([
      'a finds "user-cache-master" in CACHE_URL, which is no service of this umbrella. Is it user-cache? Then enter the dependency with env: { CACHE_URL: "redis://{host}:{port}/0" }.',
      'a finds "s-user" in USER_URL, which is no service of this umbrella. Is it user? Then enter the dependency with env: { USER_URL: "http://{host}/x" }.',
    ]);
  });

  it('repeats no password, and asks for its Secret', () => {
    const { findings, matrix, text } = importFiles({
      'helm/s/Chart.yaml':
        'name: s\nversion: 1.0.0\ndependencies:\n  - { name: a, condition: a.enabled }\n  - { name: mongodb, version: 13.0.0, repository: "https://charts.bitnami.com/bitnami", condition: mongodb.enabled }\n',
      'helm/s/values.yaml':
        'a:\n  env: { DB_HOST: mongodb, DB_URL: "mongodb://app:hunter2@mongodb:27017/a", OLD_URL: "mongodb://app:hunter2@old-mongodb:27017/a", OLD_HOST: "mongodb://app:hunter2@gone", KEY_URL: "http://mongodb/?key=AKIAHUNTER2HUNTER2AB" }\n',
    });
    expect(JSON.stringify({ text, findings })).not.toMatch(/hunter2/i);
    expect(matrix.services[0].dependencies).toEqual([
      { name: 'mongodb', env: { DB_HOST: '{host}' } },
    ]);
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'import-credential',
        message:
          'a holds a password of mongodb in DB_URL, which the matrix does not repeat.',
        fix: 'Is it in a Secret? Then enter the dependency with env: { DB_URL: "mongodb://{username}:{password}@{host}:{port}/a" }.',
      }),
    );
  });

  it('writes nothing where values cannot be read', () => {
    const { changes, findings } = importFiles({
      ...seed,
      'helm/robot-shop/values.yaml': 'cart:\n  a: 1\n b: 2\n',
    });
    expect(changes).toEqual([]);
    expect(findings[0]).toMatchObject({
      rule: 'import-syntax',
      file: 'helm/robot-shop/values.yaml',
    });
  });

  it('takes environments from values files under their other usual names', () => {
    const { matrix } = importFiles({
      ...seed,
      'helm/robot-shop/values.stage.yaml': 'cart: {}\n',
      'helm/robot-shop/values-qa.yml': 'cart: {}\n',
      'helm/robot-shop/values.prod.yaml': 'cart: {}\n',
      'helm/robot-shop/values-local.yaml': 'cart: {}\n',
    });
    expect(matrix.environments).toEqual([
      { name: 'dev' },
      { name: 'prod' },
      { name: 'stage', values: 'values.stage.yaml' },
      { name: 'qa', values: 'values-qa.yml' },
    ]);
  });

  it('finds an umbrella without conditions, and names those that it may be', () => {
    const umbrella = (name: string) =>
      `name: ${name}\nversion: 1.0.0\ndependencies:\n  - { name: a, version: 1.0.0 }\n`;
    expect(
      importFiles({ 'helm/s/Chart.yaml': umbrella('s') }).matrix.system,
    ).toBe('s');
    const several = importFiles({
      'helm/s/Chart.yaml': umbrella('s'),
      'helm/t/Chart.yaml': umbrella('t'),
    });
    expect(several.changes).toEqual([]);
    expect(several.findings[0].fix).toBe(
      'Name the folder of the umbrella chart with --umbrella; charts that list others are in helm/s, helm/t.',
    );
    expect(
      importFiles({ 'helm/s/Chart.yaml': umbrella('s') }, './helm/s/').matrix
        .system,
    ).toBe('s');
  });
});
