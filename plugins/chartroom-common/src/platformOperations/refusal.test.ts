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

import { operate } from './__testUtils__/operate';
import { shopMatrix } from './__testUtils__/shopMatrix';
import { synced } from './__testUtils__/synced';
import type { PlatformOperation } from './PlatformOperation';

const shop = synced(shopMatrix);
const valuesFile = 'helm/shop/values.yaml';

/** With an anchor on a map that must grow. */
function anchored(): Map<string, string> {
  const values = shop.get(valuesFile) ?? '';
  return new Map(shop).set(
    valuesFile,
    `${values.replace(
      '    callers:\n      web: true',
      '    callers: &callers\n      web: true',
    )}x-callers: *callers\n`,
  );
}

const orders = (dependencies: readonly string[]): PlatformOperation => ({
  kind: 'add-service',
  service: { name: 'orders', language: 'node', port: 80, dependencies },
});

describe('an operation that needs a file which cannot be edited', () => {
  const files = anchored();

  it('changes nothing, and names the line as it is on the disk', () => {
    const { changes, findings } = operate(files, orders(['cart']));
    expect(changes).toEqual([]);
    const lines = files.get(valuesFile)!.split('\n');
    const line = lines.findIndex(it => it.includes('&callers')) + 1;
    expect(findings).toEqual([
      {
        rule: 'edit-refused',
        severity: 'error',
        file: valuesFile,
        line,
        message: `${valuesFile}, line ${line}, cannot be edited safely: \`cart.wiring.callers\` has the anchor \`&callers\`. Make this change by hand.`,
        fix: 'Write that place in a plainer way, and run the command again.',
      },
    ]);
  });

  it('goes on where that place is no business of it', () => {
    const { paths, errors } = operate(files, orders(['redis']));
    expect(paths).toContain(`write ${valuesFile}`);
    expect(errors).toEqual([]);
  });

  it('leaves a file as it is that could not be edited before', () => {
    const asked = files
      .get('service-matrix.yaml')!
      .concat(
        '  - { name: mail, language: node, dependencies: [cart], repository: "https://git.example.com/shop/mail" }\n',
      );
    const behind = new Map(files).set('service-matrix.yaml', asked);
    const { paths, findings } = operate(behind, {
      kind: 'promote',
      environment: 'prod',
      ref: 'v2.0.0',
    });
    expect(paths).toContain('write service-matrix.yaml');
    expect(paths).not.toContain(`write ${valuesFile}`);
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'edit-refused', file: valuesFile }),
    );
  });
});

describe('an operation that leaves an error behind', () => {
  it('is refused, at the line of a file that is there', () => {
    const released = operate(shop, {
      kind: 'release',
      service: 'web',
      version: '1.0.0',
    });
    expect(released.changes).toEqual([]);
    const lines = shop.get(valuesFile)!.split('\n');
    expect(released.findings).toEqual([
      expect.objectContaining({
        rule: 'dependency-disabled',
        file: valuesFile,
        line: lines.indexOf('cart:') + 2,
      }),
    ]);
  });

  it('is refused where it makes an error of what was a warning', () => {
    const nightly = operate(shop, {
      kind: 'add-service',
      service: { name: 'nightly', language: 'node', type: 'cronjob' },
    });
    expect(nightly.findings).toContainEqual(
      expect.objectContaining({ rule: 'chart-schedule', severity: 'warning' }),
    );
    const release = { kind: 'release', service: 'nightly' } as const;
    const { changes, findings } = operate(nightly.after, release);
    expect(changes).toEqual([]);
    expect(findings).toEqual([
      expect.objectContaining({ rule: 'chart-schedule', severity: 'error' }),
    ]);
    const values = 'charts/nightly/values.yaml';
    const scheduled = new Map(nightly.after).set(
      values,
      `${nightly.after.get(values)}cronJob: { schedule: "0 3 * * *" }\n`,
    );
    expect(operate(scheduled, release)).toMatchObject({
      errors: [],
      paths: ['write helm/shop/values-dev.yaml'],
    });
  });

  it('is done where that error was there before', () => {
    const broken = new Map(shop).set(
      valuesFile,
      shop
        .get(valuesFile)!
        .replace('redis:\n  enabled: true', 'redis:\n  enabled: false')
        .replace('cart:\n  enabled: false', 'cart:\n  enabled: true'),
    );
    const { changes, findings } = operate(broken, {
      kind: 'promote',
      environment: 'prod',
      ref: 'v2.0.0',
    });
    expect(changes).not.toEqual([]);
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'dependency-disabled' }),
    );
  });

  it('names no line that only it would have written', () => {
    const { changes, findings } = operate(shop, orders(['nobody']));
    expect(changes).toEqual([]);
    expect(findings).toEqual([
      {
        rule: 'matrix-unknown-dependency',
        severity: 'error',
        file: 'service-matrix.yaml',
        message: expect.any(String),
        fix: expect.any(String),
      },
    ]);
  });

  it('names the line of another place in the file as it is on the disk', () => {
    const undomained = synced(
      `system: shop
services:
  - { name: cart, language: node }
environments:
  - { name: dev }
`,
    );
    const { findings } = operate(undomained, {
      kind: 'add-service',
      service: { name: 'web', language: 'node', port: 80, exposed: true },
    });
    expect(findings).toEqual([
      expect.objectContaining({
        rule: 'matrix-exposed-without-domain',
        fix: 'Write domain: for dev in line 5.',
      }),
    ]);
    expect(findings[0]).not.toHaveProperty('line');
  });
});

describe('an operation on names that there are not', () => {
  const backing = (service: Record<string, unknown>): PlatformOperation => ({
    kind: 'add-service',
    service: { name: 'store', ...service },
  });

  it.each([
    [
      'a source',
      backing({ engine: 'redis', chart_source: 'cloudpirate' }),
      [['service-source', 'Did you mean "cloudpirates"?']],
    ],
    [
      'an engine',
      backing({ engine: 'postgersql' }),
      [['service-engine', 'Did you mean "postgresql"?']],
    ],
    [
      'an engine from elsewhere',
      backing({ engine: 'rediss', chart_source: 'bitnami' }),
      [['service-engine', 'Did you mean "redis"?']],
    ],
    [
      'both ends of a dependency',
      {
        kind: 'add-dependency',
        service: 'wbe',
        dependency: { name: 'rdeis' },
      },
      [
        ['dependency-unknown-service', 'Did you mean "web"?'],
        ['dependency-unknown-service', 'Did you mean "redis"?'],
      ],
    ],
    [
      'a service that is released',
      { kind: 'release', service: 'catr' },
      [['release-unknown-service', 'Did you mean "cart"?']],
    ],
    [
      'an environment that is promoted',
      { kind: 'promote', environment: 'prdo', ref: 'v1' },
      [['promote-unknown-environment', 'Did you mean "prod"?']],
    ],
    [
      'a service like no other',
      { kind: 'retire', service: 'completely-different' },
      [['retire-unknown-service', 'It has "redis", "cart", "web".']],
    ],
  ] satisfies Array<[string, PlatformOperation, string[][]]>)(
    'says which is nearest: %s',
    (_, operation, expected) => {
      const { changes, findings } = operate(shop, operation);
      expect(changes).toEqual([]);
      expect(findings.map(({ rule, fix }) => [rule, fix])).toEqual(expected);
    },
  );

  it('takes an engine of its own that is described in full', () => {
    const { changes, errors } = operate(
      shop,
      backing({
        ...{ engine: 'reddis', port: 6379 },
        image: { repository: 'example.com/reddis', tag: '1.0' },
      }),
    );
    expect(changes).not.toEqual([]);
    expect(errors).toEqual([]);
  });
});

describe('a release of what has no chart', () => {
  const files = synced(`system: shop
environments:
  - name: dev
    services:
      outer: { host: db.example.com }
  - name: prod
    namespace: shop-prod
    services:
      outer: { host: db.example.com }
      inner: { chart_source: external, host: db.example.com }
services:
  - { name: outer, engine: postgresql, chart_source: external }
  - { name: made, engine: postgresql, chart_source: operator }
  - { name: inner, engine: postgresql }
  - { name: odd, engine: strange, chart_source: somewhere, port: 80 }
`);

  it.each([
    ['outer', undefined, 'outer runs outside of the cluster, so'],
    ['made', undefined, 'made is made by an operator, so'],
    ['inner', 'prod', 'inner runs outside of the cluster in prod, so'],
    ['odd', undefined, 'odd has no chart that could be released: no profile'],
  ])('is refused: %s in %s', (service, environment, message) => {
    const { changes, findings } = operate(files, {
      ...{ kind: 'release', service, environment },
      imageTag: '1.0',
    });
    expect(changes).toEqual([]);
    expect(findings).toEqual([
      expect.objectContaining({
        rule: 'release-without-chart',
        message: expect.stringContaining(message),
      }),
    ]);
  });

  it('is done where the same service runs inside', () => {
    expect(
      operate(files, {
        ...{ kind: 'release', service: 'inner', environment: 'dev' },
        imageTag: '18.1',
      }).changes,
    ).not.toEqual([]);
  });

  it('asks for the version of a chart that was never pinned', () => {
    expect(operate(shop, { kind: 'release', service: 'web' })).toMatchObject({
      changes: [],
      findings: [
        { rule: 'release-version', fix: 'Name it with --chart-version.' },
      ],
    });
  });
});
