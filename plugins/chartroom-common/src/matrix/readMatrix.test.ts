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
import { readDirectory } from '../__testUtils__/readDirectory';
import { builtInProfiles } from '../wiring';
import { readMatrix } from './readMatrix';

const file = 'service-matrix.yaml';

function read(text: string) {
  return readMatrix({ file, text, umbrella: 'helm/shop' });
}

/** Findings in one line each. */
function found(text: string): string[] {
  return read(text).findings.map(
    ({ line, severity, rule, message, fix }) =>
      `${line} ${severity} ${rule}: ${message}${fix ? ` ${fix}` : ''}`,
  );
}

describe('readMatrix on the seed', () => {
  const text = readFileSync(
    join(__dirname, '__fixtures__/seed-service-matrix.yaml'),
    'utf8',
  );

  it('reports what is wrong with it, and nothing else', () => {
    const undeclared = (name: string) =>
      `warning matrix-undeclared-dependency: web reads ${name.toUpperCase()}_HOST, but does not declare that it depends on ${name}. Add ${name} to the dependencies of web.`;
    expect(found(text)).toEqual([
      '4 warning matrix-exposed-without-domain: web is exposed, but there is no environment whose domain gives it a host. Declare environments, each with a domain.',
      `11 ${undeclared('catalogue')}`,
      `12 ${undeclared('user')}`,
      `13 ${undeclared('cart')}`,
    ]);
  });

  it("knows that the host of Bitnami's Redis is not that of another one", () => {
    const unknownHost = (name: string) =>
      `warning matrix-unknown-host: ${name} looks for the host redis-master in REDIS_HOST, but no service of this system has that name. Write redis: services are reached under their names.`;
    expect(
      found(text.replaceAll('bitnami', 'own')).filter(finding =>
        finding.includes('matrix-unknown-host'),
      ),
    ).toEqual([`37 ${unknownHost('user')}`, `46 ${unknownHost('cart')}`]);
  });

  it('says which charts nobody has described', () => {
    const noProfile = (name: string) =>
      `warning matrix-no-profile: ${name} comes from elsewhere, and there is no profile of ${name} from there: its callers get host and port, and no credentials. Write profiles/elsewhere-${name}.yaml, or choose another chart_source.`;
    expect(
      found(text.replaceAll('bitnami', 'elsewhere')).filter(finding =>
        finding.includes('matrix-no-profile'),
      ),
    ).toEqual([
      `90 ${noProfile('mongodb')}`,
      `97 ${noProfile('mysql')}`,
      `104 ${noProfile('redis')}`,
      `111 ${noProfile('rabbitmq')}`,
    ]);
  });

  it('fills in every default', () => {
    const { matrix } = read(text);
    expect(matrix).toMatchObject({
      system: 'shop',
      umbrella: 'helm/shop',
      delivery: 'umbrella',
      commonChart: {
        version: '1.0.0',
        repository: 'file://charts/platform-common',
      },
      environments: [],
    });
    expect(matrix?.services).toHaveLength(12);
    expect(matrix?.services[1]).toMatchObject({
      kind: 'service',
      name: 'catalogue',
      ports: [{ name: 'http', port: 8080, targetPort: 8080, protocol: 'TCP' }],
      dependencies: [{ name: 'mongodb', line: 21 }],
      environment: [
        { name: 'DB_HOST', value: 'mongodb', line: 23 },
        { name: 'DB_NAME', value: 'catalogue', line: 24 },
        { name: 'DB_PORT', value: '27017', line: 25 },
      ],
    });
    expect(matrix?.services[11]).toMatchObject({
      kind: 'backing-service',
      engine: 'rabbitmq',
      source: 'bitnami',
      type: 'statefulset',
      tier: 'messaging',
      ports: [
        { name: 'rabbitmq', port: 5672 },
        { name: 'management', port: 15672 },
      ],
    });
  });
});

describe('readMatrix on Robot Shop', () => {
  it('finds nothing wrong', () => {
    const files = readDirectory({ directory: 'examples/robot-shop' });
    expect(found(files.get(file)!)).toEqual([]);
  });
});

describe('readMatrix on the shape of the file', () => {
  it.each([
    [
      'services:\n  - name: a\n   port: 1\n',
      /^3 error matrix-syntax: service-matrix.yaml is not valid YAML: .* Correct the YAML at this line\.$/,
    ],
    [
      'services:\n  - name: a\n    name: b\n',
      /^3 error matrix-syntax: .*Map keys must be unique/,
    ],
    ['a: &a [x]\nb: [*a, *c]\n', /error matrix-syntax: .*[cC]/],
    [
      'services:\n  - name: cart\n    dependancies: [redis]\n',
      /^3 error matrix-unknown-key: "cart" has a key "dependancies" that nothing reads\. Did you mean dependencies\?$/,
    ],
    [
      'colour: red\nservices: []\n',
      /^1 error matrix-unknown-key: service-matrix.yaml has a key "colour" that nothing reads\. Remove it, or start its name with x- if it is your own\.$/,
    ],
    [
      'services:\n  - name: cart\n    port: 80a\n',
      /^3 error matrix-port-range: "cart": port must be a whole number from 1 to 65535, and is "80a"\.$/,
    ],
    [
      'services:\n  - name: cart\n    port: 65536\n',
      /^3 error matrix-port-range: .* and is 65536\.$/,
    ],
    [
      'services:\n  - name: cart\n    port: 0\n',
      /^3 error matrix-port-range: .* and is 0\.$/,
    ],
    [
      'services:\n  - name: cart\n    exposed: "yes"\n',
      /^3 error matrix-wrong-type: "cart": exposed must be true or false, and is "yes"\.$/,
    ],
    [
      'services:\n  - name: cart\n    type: pod\n',
      /^3 error matrix-wrong-value: "cart": type must be one of deployment, statefulset, daemonset, cronjob, job, and is "pod"\.$/,
    ],
    [
      'services:\n  - port: 80\n',
      /^2 error matrix-missing-key: services\[0\]\.name is missing\.$/,
    ],
    [
      'services:\n  - name: cart\n    dependencies:\n      - redis\n      - 5\n',
      /^5 error matrix-wrong-type: "cart": dependencies\[1\] must be a map, and is 5\.$/,
    ],
    [
      'services:\n  - name: cart\n    env_vars:\n      - A: 1\n        B: 2\n',
      /^4 error matrix-wrong-value: "cart": env_vars\[0\] must be a name, or a map of one name and its value, and is a map\.$/,
    ],
    [
      'system: Shop\nservices: []\n',
      /^1 error matrix-wrong-value: system must be 1 to 63 lower-case letters/,
    ],
    [
      'umbrella: ../../etc\nservices: []\n',
      /^1 error matrix-wrong-value: umbrella must be a folder of this repository/,
    ],
    [
      'charts: { repository: "https://me:secret@charts.example.com" }\nservices: []\n',
      /^1 error matrix-wrong-value: charts\.repository must be an oci:\/\/ or http\(s\):\/\/ address without credentials/,
    ],
    [
      'environments:\n  - name: prod\n    values: ../values.yaml\nservices: []\n',
      /^3 error matrix-wrong-value: environment "prod": values must be the name of a YAML file/,
    ],
    ['- a\n', /^1 error matrix-wrong-type: service-matrix.yaml must be a map/],
    ['', /error matrix-missing-key: services is missing/],
    ['services: []\n---\nservices: []\n', /error matrix-syntax/],
    [
      'services:\n  - name: cart\n<<<<<<< HEAD\n    port: 80\n=======\n    port: 81\n>>>>>>> more\n',
      /^3 error matrix-syntax: service-matrix.yaml holds unresolved conflict markers of git\. Decide between the two sides, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>\.$/,
    ],
    [
      'services:\r\n  - name: cart\r\n=======\r\n',
      /^3 error matrix-syntax: .* unresolved conflict markers/,
    ],
  ])('reports %j', (text, expected) => {
    expect(found(text)[0]).toMatch(expected);
  });

  it('takes what a merge key brings for written beside it', () => {
    const text =
      'x-node: &node { language: node, port: 8080, dependancies: [] }\nservices:\n  - <<: *node\n    name: cart\n    port: 80\n';
    expect(found(text)).toEqual([
      '1 error matrix-unknown-key: "cart" has a key "dependancies" that nothing reads. Did you mean dependencies?',
    ]);
    expect(read(text).matrix?.services).toMatchObject([
      { name: 'cart', language: 'node', ports: [{ port: 80 }] },
    ]);
  });

  it('lets any number of services use one anchor, and fills no memory', () => {
    const used = Array.from(
      { length: 300 },
      (_, index) => `  - { <<: *node, name: s${index} }\n`,
    );
    expect(
      found(`x-node: &node { port: 8080 }\nservices:\n${used.join('')}`),
    ).toEqual([]);
    const levels = Array.from(
      { length: 9 },
      (_, level) =>
        `x-${level + 1}: &l${level + 1} [${Array(9).fill(`*l${level}`)}]\n`,
    );
    expect(found(`x-0: &l0 [x]\n${levels.join('')}services: []\n`)).toEqual([
      'undefined error matrix-syntax: service-matrix.yaml cannot be read: its aliases stand for more than 1000000 values. Write the values out in place of aliases.',
    ]);
  });

  it('leaves keys that start with x- to people', () => {
    expect(
      found('x-team: a\nservices:\n  - name: cart\n    x-pager: "7"\n'),
    ).toEqual([]);
  });

  it('takes a key without a value for no key', () => {
    expect(
      found('services:\n  - name: cart\n    dependencies:\n    owner:\n'),
    ).toEqual([]);
  });

  it('keeps numbers of env_vars as they are written', () => {
    const { matrix } = read(
      'services:\n  - name: cart\n    env_vars:\n      - A: 0123\n      - B: 1.50\n      - C: on\n',
    );
    expect(matrix?.services[0].environment.map(it => it.value)).toEqual([
      '0123',
      '1.50',
      'on',
    ]);
  });

  it('does not print credentials', () => {
    const [first] = found(
      'services:\n  - name: cart\n    repository: https://me:hunter2@git.example.com/cart\n',
    );
    expect(first).toMatch(/matrix-wrong-value/);
    expect(first).toContain('"https://…@git.example.com/cart"');
    expect(first).not.toContain('hunter2');
  });

  it('refuses a file that is too large', () => {
    expect(found(`# ${'x'.repeat(1024 * 1024)}\n`)[0]).toMatch(
      /matrix-too-large: .*characters long; the most is 1048576/,
    );
  });

  it('refuses too many services', () => {
    const items = Array.from({ length: 5001 }, (_, i) => `- {name: s${i}}\n`);
    expect(found(`services:\n${items.join('')}`)).toEqual([
      'undefined error matrix-too-large: service-matrix.yaml has 5001 services; the most is 5000. Divide the system into several platforms.',
    ]);
  });

  it('refuses lists that nobody wrote by hand', () => {
    const variables = Array.from({ length: 501 }, (_, index) => `A${index}`);
    expect(
      found(`services:\n  - { name: cart, env_vars: [${variables}] }\n`),
    ).toEqual([
      '2 error matrix-wrong-value: "cart": env_vars must be at most 500 long, and is a list.',
    ]);
  });

  it('needs the name of a system', () => {
    const { findings } = readMatrix({ file, text: 'services: []\n' });
    expect(findings.map(finding => finding.rule)).toEqual(['matrix-system']);
  });
});

describe('readMatrix on what the names mean', () => {
  const redis = '  - { name: redis }\n';
  it.each([
    ['  - { name: Cart }\n', '2 error matrix-name'],
    ['  - { name: global }\n', '2 error matrix-name'],
    [
      '  - { name: cart }\n  - { name: cart }\n',
      '3 error matrix-duplicate-name',
    ],
    ['  - { name: a-b }\n  - { name: a_b }\n', '3 error matrix-name'],
    [
      '  - { name: cart, dependencies: [redsi] }\n',
      '2 error matrix-unknown-dependency',
    ],
    [
      '  - { name: cart, dependencies: [cart] }\n',
      '2 error matrix-self-dependency',
    ],
    [
      '  - { name: cart, dependencies: [redis, redis] }\n',
      '2 error matrix-duplicate-dependency',
    ],
    [
      '  - { name: cart, dependencies: [worker] }\n  - { name: worker }\n',
      '2 error matrix-dependency-without-port',
    ],
    [
      '  - { name: cart, dependencies: [ { name: redis, ports: [http] } ] }\n',
      '2 error matrix-unknown-port',
    ],
    [
      '  - { name: cart, dependencies: [ { name: redis, env: { "A-B": "{host}" } } ] }\n',
      '2 error matrix-environment-name',
    ],
    [
      '  - { name: cart, dependencies: [ { name: redis, env: { PATH: "{host}" } } ] }\n',
      '2 error matrix-environment-name',
    ],
    [
      '  - { name: cart, dependencies: [ { name: redis, env: { A: "{hots}" } } ] }\n',
      '2 error matrix-environment-template',
    ],
    [
      '  - { name: cart, dependencies: [ { name: redis, env: { A: "{password}" } } ] }\n',
      '2 error matrix-environment-template',
    ],
    [
      '  - { name: cart, dependencies: [ { name: redis, env: { A: "{host}" } }, { name: cache, env: { A: "{host}" } } ] }\n  - { name: cache, engine: redis }\n',
      '2 error matrix-environment-conflict',
    ],
    [
      '  - { name: cart, env_vars: [ A ] }\n',
      '2 warning matrix-environment-without-value',
    ],
    [
      '  - { name: cart, env_vars: [ REDIS_HOST ] }\n',
      '2 warning matrix-undeclared-dependency',
    ],
    [
      '  - { name: cart, env_vars: [ { A_URL: "http://redis:6379" } ] }\n',
      '2 warning matrix-undeclared-dependency',
    ],
    ['  - { name: cart, language: cobol }\n', '2 info matrix-unknown-language'],
    [
      '  - { name: kafka, chart_source: own }\n',
      '2 error matrix-engine-without-profile',
    ],
    [
      '  - { name: kafka, engine: kafka, port: 9092 }\n',
      '2 error matrix-engine-without-profile',
    ],
    ['  - { name: cart, owner: "a b" }\n', '2 error matrix-owner'],
    [
      '  - { name: cart, repository: "https://git.example.com/cart" }\n',
      '2 error matrix-charts-repository',
    ],
    [
      '  - { name: cart, ports: [ { name: a, port: 1 }, { name: a, port: 2 } ] }\n',
      '2 error matrix-duplicate-port',
    ],
  ])('reports %j', (services, expected) => {
    const text = `services:\n${services}${redis}`;
    expect(found(text).map(line => line.split(':')[0])).toContain(expected);
  });

  it.each(['own', 'external'])(
    'says where else an engine comes from that %s has not',
    source => {
      const text = `services:\n  - { name: orders-db, engine: mariadb, chart_source: ${source} }\n`;
      expect(found(text).join('\n')).toContain('chart_source: cloudpirates');
    },
  );

  it.each([
    [
      '  - { name: prod }\n  - { name: prod }\n',
      'matrix-duplicate-environment',
    ],
    [
      '  - { name: prod, services: { redsi: {} } }\n',
      'matrix-environment-service',
    ],
    [
      '  - { name: prod, services: { cart: {} } }\n',
      'matrix-environment-service',
    ],
    [
      '  - { name: prod, services: { redis: { chart_source: external } } }\n',
      'matrix-external-host',
    ],
    [
      '  - { name: prod, services: { redis: { chart_source: cloudpirates } } }\n',
      'matrix-environment-source',
    ],
    [
      '  - { name: dev, cluster: eu-1 }\n  - { name: prod, cluster: eu-1, namespace: shop }\n',
      'matrix-shared-namespace',
    ],
  ])('reports the environments %j', (environments, rule) => {
    const text = `environments:\n${environments}services:\n  - { name: cart }\n${redis}`;
    expect(read(text).findings.map(finding => finding.rule)).toEqual([rule]);
  });

  it('needs a host in every environment for what is external everywhere', () => {
    const text =
      'environments:\n  - { name: dev }\n  - { name: prod, services: { redis: { host: redis.example.com } } }\nservices:\n  - { name: redis, chart_source: external }\n';
    expect(found(text)).toEqual([
      '2 warning matrix-external-host: redis is external in the environment dev, but its host is not written. Write services: { redis: { host: … } } for dev.',
    ]);
  });

  it("takes the host of an external one from a platform's own profile", () => {
    const { findings } = readMatrix({
      file,
      text: 'system: shop\nenvironments: [{ name: dev }]\nservices: [{ name: redis, chart_source: external }]\n',
      profiles: [
        {
          ...builtInProfiles.find(({ engine }) => engine === 'redis')!,
          source: 'external',
          external: true,
          host: '{name}.db.example.com',
        },
      ],
    });
    expect(findings).toEqual([]);
  });

  it.each([
    [
      'gitops: { repository: "https://git.example.com/shop.git" }\n',
      '  - { name: dev }\n  - { name: prod }\n',
      [
        "4 warning matrix-shared-namespace: The environments dev and prod are both in the namespace shop of Argo CD's own cluster, where each would take the place of the other. Write another namespace: or cluster: for prod.",
      ],
    ],
    // Nothing says that these are in one cluster
    ['', '  - { name: dev }\n  - { name: prod }\n', []],
    ['', '  - { name: dev, cluster: a }\n  - { name: prod, cluster: b }\n', []],
    [
      '',
      '  - { name: dev, cluster: a }\n  - { name: prod, cluster: a, namespace: p }\n',
      [],
    ],
  ])(
    'knows which environments are in one place: %j %j',
    (gitops, environments, expected) => {
      expect(
        found(`${gitops}environments:\n${environments}services: []\n`),
      ).toEqual(expected);
    },
  );

  it('needs a port of what is reached from outside', () => {
    const text =
      'environments: [{ name: dev, domain: example.com }]\nservices:\n  - { name: mailer, exposed: true }\n';
    expect(found(text)).toEqual([
      '3 error matrix-exposed-without-port: mailer is exposed, but listens on no port. Write its port, or remove exposed: where it is a worker.',
    ]);
  });

  it.each([
    [
      '{ name: db, engine: postgresql, chart_source: bitnmai }',
      'Did you mean bitnami? If not, write profiles/bitnmai-postgresql.yaml.',
    ],
    [
      '{ name: db, engine: postgres, chart_source: bitnami }',
      'Did you mean postgresql? If not, write profiles/bitnami-postgres.yaml.',
    ],
    [
      '{ name: db, engine: postgres }',
      'Did you mean postgresql? If not, write image: and port:, or profiles/own-postgres.yaml.',
    ],
    [
      '{ name: kafka, engine: kafka }',
      'Write image: and port:, or profiles/own-kafka.yaml.',
    ],
  ])('says which source or engine was probably meant: %s', (service, fix) => {
    const { findings } = read(`services:\n  - ${service}\n`);
    expect(findings.map(finding => finding.fix)).toEqual([fix]);
  });

  it('says that external was probably meant', () => {
    const { findings } = read(
      'environments:\n  - { name: prod, services: { redis: { chart_source: extrenal, host: r.example.com } } }\nservices: [{ name: redis }]\n',
    );
    expect(findings.map(({ rule, fix }) => `${rule}: ${fix}`)).toEqual([
      'matrix-environment-source: Did you mean external?',
    ]);
  });

  it('keeps names short enough for the catalog', () => {
    expect(found(`system: ${'s'.repeat(60)}\nservices:\n${redis}`)).toEqual([
      expect.stringMatching(
        /^3 error matrix-name: s+-redis, the name of redis in the catalog, is longer than 63 characters\./,
      ),
    ]);
  });

  it('needs a domain in every environment for what is exposed', () => {
    const text =
      'environments:\n  - { name: dev, domain: dev.example.com }\n  - { name: prod }\nservices:\n  - { name: web, port: 80, exposed: true }\n';
    expect(found(text)).toEqual([
      '5 error matrix-exposed-without-domain: web is exposed, but the environment prod has no domain. Write domain: for prod in line 3.',
    ]);
  });

  it('names both dependencies that claim one environment name', () => {
    const text = (cache: string) =>
      `services:\n  - name: cart\n    language: node\n    dependencies:\n      - { name: redis, env: { REDIS_HOST: "{host}" } }\n      - ${cache}\n  - { name: redis }\n  - { name: cache, engine: redis }\n`;
    expect(
      found(text('{ name: cache, env: { REDIS_HOST: "{host}" } }')),
    ).toEqual([
      '6 error matrix-environment-conflict: cart would get REDIS_HOST from both redis and cache. Write env: for one of the two dependencies, with names of its own.',
    ]);
    expect(found(text('cache'))).toEqual([]);
  });

  it('tells a circle of waits from a circle of calls', () => {
    const circle = (wait: boolean) =>
      `services:\n  - { name: a, port: 80, dependencies: [ { name: b, wait: ${wait} } ] }\n  - { name: b, port: 80, dependencies: [ { name: a, wait: true } ] }\n`;
    expect(found(circle(true))).toEqual([
      '2 error matrix-wait-cycle: a → b → a wait for each other, and none of them would start. Write wait: false for one of these dependencies.',
    ]);
    expect(found(circle(false))).toEqual([
      '2 info matrix-cycle: a → b → a depend on each other in a circle.',
    ]);
  });

  it('accepts a chain of thousands, and a name that objects have of their own', () => {
    const items = Array.from(
      { length: 3000 },
      (_, index) =>
        `- {name: s${index}, port: 80, dependencies: [s${index + 1}]}\n`,
    );
    const text = `services:\n${items.join(
      '',
    )}- {name: s3000, port: 80, dependencies: [constructor]}\n- {name: constructor, port: 80}\n`;
    expect(found(text)).toEqual([]);
  });
});
