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
import { readDirectory } from '../__testUtils__/readDirectory';
import { readPlatform } from '../platform';
import { parseOperation } from './parseOperation';
import { plan } from './plan';
import type { PlanFacts } from './types';

const files = readDirectory({ directory: 'examples/robot-shop' });
const robotShop = readPlatform({ files });

type Service = Parameters<typeof createServiceOperation>[0];

function planOf(
  service: Service,
  facts: Partial<PlanFacts> = {},
  platform = robotShop,
) {
  return plan({
    platform,
    operation: parseOperation(createServiceOperation(service)),
    facts: createServiceFacts(facts),
  });
}

/** Rule and message of each finding; a plan with errors must hold nothing else. */
function refusal(...options: Parameters<typeof planOf>): string[] {
  const made = planOf(...options);
  expect(made.serviceFiles.size).toBe(0);
  expect(made.platformChanges).toEqual([]);
  expect(made.entities).toEqual([]);
  return made.findings.map(
    ({ rule, severity, message }) => `${severity} ${rule}: ${message}`,
  );
}

const hostile = [
  ...['', '.', '..', '../../x', 'a/../../b', '..\\x', '/etc/x', 'a//b'],
  ...['.git', '.github/workflows', '-rf', '$(id)', 'a\nb', 'a\r\nb', 'CON'],
  ...['\u202ea', 'a\u0000b', 'a'.repeat(260), '0123', '1e3', '0x10', '.inf'],
  ...['~', 'a: b', 'x #c', '- y', '{a: 1}', '*a', '&a', '@x', '`x`', '%x'],
  ...['|', '>', '"', "'", '\\', 'a\nspec:\n  owner: user:admin'],
  ...['{{ .Values.x }}', '${{ values.x }}', '{% raw %}', '12:30', '1_000'],
  ...['2024-01-01', '</script>', '[x](javascript:alert(1))', '__proto__'],
];
/** Words that YAML reads as something else, and that are names all the same. */
const words = ['true', 'null', 'no', 'on', 'yes', 'constructor', 'y', 'n'];

describe('plan with hostile input', () => {
  it.each(hostile)('refuses the name %j', name => {
    expect(refusal({ name, dependencies: [] })).toEqual([
      expect.stringMatching(/^error service-name: /),
    ]);
  });

  it.each(words)('accepts the name %j, and keeps it text', name => {
    const made = planOf({ name }, {});
    expect(made.findings).toEqual([]);
    for (const version of ['1.1', '1.2'] as const) {
      const written = made.platformChanges.filter(
        ({ path }) => path !== 'README.md',
      );
      expect(written).toHaveLength(4);
      for (const change of written) {
        const tree =
          change.kind === 'write' && parse(change.content, { version });
        expect(JSON.stringify(tree)).toContain(`"${name}"`);
      }
      const entity = parse(made.serviceFiles.get('catalog-info.yaml')!, {
        version,
      });
      expect(entity.metadata.name).toBe(name);
    }
  });

  const isOneLine = (text: string) => !/[\p{Cc}\u202e]/u.test(text);

  it.each(hostile.filter(text => !isOneLine(text)))(
    'refuses the description %j',
    description => {
      expect(refusal({ description })).toEqual([
        expect.stringMatching(/^error service-description: /),
      ]);
    },
  );

  it.each([...hostile, ...words].filter(isOneLine))(
    'takes the description %j for text',
    description => {
      const made = planOf({ description });
      expect(made.findings).toEqual([]);
      for (const version of ['1.1', '1.2'] as const) {
        const [chart, entity, provenance] = [
          'chart/Chart.yaml',
          'catalog-info.yaml',
          '.chartroom/service.yaml',
        ].map(path => parse(made.serviceFiles.get(path)!, { version }));
        expect(chart.description).toBe(
          description || 'recommendations of robot-shop',
        );
        expect(entity.metadata.description).toBe(description || undefined);
        expect(entity.spec.owner).toBe('group:default/shop');
        expect(provenance.values.description).toBe(description);
      }
    },
  );

  it.each([
    ...hostile.filter(
      owner => !/^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/.test(owner),
    ),
    ...['component:default/shop', 'a b', 'group:a/b/c', 'x'.repeat(64)],
  ])('refuses the owner %j', owner => {
    expect(refusal({ owner })).toEqual([
      expect.stringMatching(/^error service-owner: .* is no owner: /),
    ]);
  });

  it.each(['CON', '0123', '1e3', '1_000', '2024-01-01', 'no', 'user:y'])(
    'takes the owner %j for a reference',
    owner => {
      const made = planOf({ owner });
      const reference = made.skeletonContext.owner;
      expect(reference).toMatch(/^(group|user):default\//);
      for (const version of ['1.1', '1.2'] as const) {
        const entity = parse(made.serviceFiles.get('catalog-info.yaml')!, {
          version,
        });
        expect(entity.spec.owner).toBe(reference);
      }
    },
  );

  it.each(hostile)('refuses the dependency %j', name => {
    expect(refusal({ dependencies: [{ name }] })).toEqual([
      expect.stringMatching(/^error matrix-unknown-dependency: /),
    ]);
  });

  it.each([...hostile, 'Node', 'constructor'])(
    'refuses the language %j',
    language => {
      expect(refusal({ language })).toEqual([
        expect.stringMatching(/^error service-language: /),
      ]);
    },
  );

  it.each(hostile.filter(name => !/^[A-Za-z_]\w*$|\p{Cc}/u.test(name)))(
    'refuses the environment name %j',
    name => {
      expect(
        refusal({
          dependencies: [{ name: 'redis', env: { [name]: '{host}' } }],
        }),
      ).toEqual([expect.stringMatching(/^error matrix-environment-name: /)]);
    },
  );
});

describe('plan with input that is wrong', () => {
  it.each<[string, Service, Partial<PlanFacts>, string]>([
    [
      'a name of this platform',
      { name: 'cart' },
      {},
      'error service-name: "cart" is taken: it is a service of robot-shop (service-matrix.yaml, line 60).',
    ],
    [
      'the common chart',
      { name: 'platform-common' },
      {},
      'error service-name: "platform-common" is a reserved name.',
    ],
    [
      'a name taken elsewhere',
      {},
      {
        namesTaken: [
          {
            name: 'recommendations',
            where: 'the catalog has component:default/recommendations',
          },
        ],
      },
      'error service-name: "recommendations" is taken: the catalog has component:default/recommendations.',
    ],
    [
      'an owner that is not there',
      {},
      { knownOwners: ['group:default/other'] },
      'error service-owner: The owner "group:default/shop" is not in the catalog.',
    ],
    [
      'port 0',
      { port: 0 },
      {},
      'error service-port: The port must be a whole number from 1 to 65535, and is 0.',
    ],
    [
      'port 65536',
      { port: 65536 },
      {},
      'error service-port: The port must be a whole number from 1 to 65535, and is 65536.',
    ],
    [
      'port 1.5',
      { port: 1.5 },
      {},
      'error service-port: The port must be a whole number from 1 to 65535, and is 1.5.',
    ],
    [
      'port 22',
      { port: 22 },
      {},
      'error service-port: Port 22 is below 1024: containers run without privileges, and cannot open it.',
    ],
    [
      'a long description',
      { description: 'x'.repeat(301) },
      {},
      'error service-description: The description is longer than 300 characters.',
    ],
    [
      'a language without a skeleton',
      { language: 'java' },
      {},
      'error service-language: "java" is no language that services are created in: there is a skeleton for node alone.',
    ],
    [
      'the name of a Service that a StatefulSet has',
      { name: 'redis-headless' },
      {},
      'error service-name: "redis-headless" is taken: the StatefulSet redis gives its pods a Service of this name (service-matrix.yaml, line 122).',
    ],
    [
      'the name of the Service of the cluster itself',
      { name: 'kubernetes' },
      {},
      'error service-name: "kubernetes" is a reserved name.',
    ],
    [
      'an exposed worker',
      { port: undefined, exposed: true },
      {},
      'error service-exposed: A worker opens no port, so it cannot be exposed.',
    ],
    [
      'itself',
      { dependencies: [{ name: 'recommendations' }] },
      {},
      'error matrix-self-dependency: recommendations depends on itself.',
    ],
    [
      'a dependency twice',
      { dependencies: [{ name: 'redis' }, { name: 'redis' }] },
      {},
      'error matrix-duplicate-dependency: recommendations depends on "redis" twice.',
    ],
    [
      'a worker',
      { dependencies: [{ name: 'dispatch' }] },
      {},
      'error matrix-dependency-without-port: recommendations depends on dispatch, which listens on no port.',
    ],
    [
      'a port that is not there',
      { dependencies: [{ name: 'redis', ports: ['http'] }] },
      {},
      'error matrix-unknown-port: recommendations uses port "http" of redis, whose ports are redis.',
    ],
    [
      'PATH',
      { dependencies: [{ name: 'redis', env: { PATH: '{host}' } }] },
      {},
      'error matrix-environment-name: recommendations sets "PATH", which is reserved.',
    ],
    [
      'a fact that is not there',
      { dependencies: [{ name: 'redis', env: { A: '{password}' } }] },
      {},
      'error matrix-environment-template: recommendations sets "A" to "{password}", but redis has no password: it has host, port, uri.',
    ],
    [
      'one name from two dependencies',
      {
        dependencies: [
          { name: 'redis', env: { A: '{host}' } },
          { name: 'cart', env: { A: '{host}' } },
        ],
      },
      {},
      'error matrix-environment-conflict: recommendations would get A from both redis and cart.',
    ],
  ])('refuses %s', (_, service, facts, expected) => {
    expect(refusal(service, facts)).toEqual([expected]);
  });

  it('accepts 40 dependencies', () => {
    const names = Array.from({ length: 40 }, (_, index) => `s${index}`);
    const services = names.map(name => `  - { name: ${name}, port: 80 }\n`);
    const platform = readPlatform({
      files: new Map([
        [
          'service-matrix.yaml',
          `system: shop\ncharts: { repository: "https://charts.example.com" }\nservices:\n${services.join(
            '',
          )}`,
        ],
        ['helm/shop/Chart.yaml', 'dependencies: []\n'],
        ['helm/shop/values.yaml', ''],
      ]),
    });
    const made = planOf(
      { dependencies: names.map(name => ({ name })) },
      {},
      platform,
    );
    expect(made.findings.filter(it => it.severity === 'error')).toEqual([]);
    expect(made.platformChanges.map(({ path }) => path)).toEqual([
      'service-matrix.yaml',
      'helm/shop/Chart.yaml',
      'helm/shop/values.yaml',
    ]);
  });

  it('needs a place for charts, an umbrella, and a matrix without errors', () => {
    const rules = (changes: Record<string, string | undefined>) => {
      const changed = new Map(files);
      Object.entries(changes).forEach(([path, text]) =>
        text === undefined ? changed.delete(path) : changed.set(path, text),
      );
      return planOf({}, {}, readPlatform({ files: changed })).findings.map(
        finding => finding.rule,
      );
    };
    const matrix = files.get('service-matrix.yaml')!;
    expect(rules({ 'service-matrix.yaml': undefined })).toEqual([
      'matrix-missing',
    ]);
    expect(rules({ 'helm/robot-shop/Chart.yaml': undefined })).toEqual([
      'umbrella-missing',
    ]);
    expect(
      rules({
        'service-matrix.yaml': matrix.replace(
          'charts:\n  repository: http://localhost:7080/charts\n',
          '',
        ),
      }),
    ).toEqual(['platform-charts']);
    expect(
      rules({
        'service-matrix.yaml': matrix.replace(
          'delivery: umbrella',
          'delivery: applications',
        ),
        'helm/robot-shop/Chart.yaml': undefined,
      }),
    ).toEqual(['umbrella-missing']);
    expect(
      rules({
        'service-matrix.yaml': matrix.replace(
          'name: mongodb, database: catalogue',
          'name: mongo, database: catalogue',
        ),
      }),
    ).toEqual(['matrix-unknown-dependency']);
    expect(
      rules({ 'helm/robot-shop/Chart.yaml': 'dependencies: {}\n' }),
    ).toEqual(['umbrella-wrong-type']);
  });
});

describe('plan on files that cannot be edited safely', () => {
  const values = 'helm/robot-shop/values.yaml';

  it.each([
    [
      'an alias',
      (text: string) =>
        text.replace(
          '  wiring:\n    callers:\n      user: true\n      cart: true\n',
          '  wiring: &w\n    callers:\n      user: true\n      cart: true\n',
        ),
    ],
    [
      'a merge key',
      (text: string) =>
        `base: &base {}\n${text.replace(
          'redis:\n  enabled: true\n  wiring:\n    callers:\n',
          'redis:\n  enabled: true\n  wiring:\n    <<: *base\n    callers:\n',
        )}`,
    ],
  ])('refuses %s with the line and the reason', (_, change) => {
    const text = change(files.get(values)!);
    expect(text).not.toBe(files.get(values));
    const platform = readPlatform({ files: new Map(files).set(values, text) });
    const made = planOf({}, {}, platform);
    expect(made.platformChanges).toEqual([]);
    expect(made.findings).toEqual([
      {
        rule: 'edit-refused',
        severity: 'error',
        file: values,
        line: expect.any(Number),
        message: expect.stringContaining('cannot be edited safely'),
      },
    ]);
  });

  it.each([
    ['template braces', '{{ if x }}\n', 'edit-refused'],
    ['a key that stands there twice', 'web: {}\nweb: {}\n', 'umbrella-syntax'],
  ])('refuses a file with %s', (_, text, rule) => {
    const platform = readPlatform({ files: new Map(files).set(values, text) });
    expect(planOf({}, {}, platform).findings[0]).toMatchObject({
      rule,
      file: values,
      line: expect.any(Number),
    });
  });

  it.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
  ])('keeps %s', (_, change) => {
    const changed = new Map(
      [...files].map(([path, text]) => [path, change(text)]),
    );
    const made = planOf({}, {}, readPlatform({ files: changed }));
    expect(made.findings).toEqual([]);
    for (const edit of made.platformChanges) {
      const content = edit.kind === 'write' ? edit.content : '';
      expect(content.startsWith('\ufeff')).toBe(
        changed.get(edit.path)!.startsWith('\ufeff'),
      );
      const bare = content.replaceAll('\r\n', '').includes('\n');
      expect(bare).toBe(!changed.get(edit.path)!.includes('\r\n'));
    }
  });
});
