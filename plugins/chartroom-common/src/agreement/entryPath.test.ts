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
import { readPlatform } from '../platform';
import { applied, now } from './__testUtils__/ruleFixtures';
import { checkPlatform } from './checkPlatform';
import { entryPath } from './entryPath';
import { syncPlatform } from './syncPlatform';

const chartFile = 'helm/shop/Chart.yaml';

/** Two services whose charts have one name: an own one, and CloudPirates' under an alias. */
function twoOfOneName() {
  const files = new Map([
    [
      'service-matrix.yaml',
      `system: shop
services:
  - { name: postgres, engine: postgresql }
  - { name: orders-db, engine: postgresql, chart_source: cloudpirates }
  - { name: orders, language: node, port: 8080, dependencies: [orders-db] }
`,
    ],
  ]);
  const { changes } = syncPlatform({ files, now });
  return applied({ files, changes });
}

function entries(text = '') {
  return parse(text).dependencies.map(
    ({ name, alias, repository, condition }: Record<string, string>) => ({
      ...{ name, alias, repository, condition },
    }),
  );
}

describe('two charts of one name', () => {
  const files = twoOfOneName();
  const text = files.get(chartFile) ?? '';
  const mended = (broken: string) => {
    expect(broken).not.toBe(text);
    const changed = new Map(files).set(chartFile, broken);
    const { changes, findings } = syncPlatform({ files: changed, now });
    expect(findings).toEqual([]);
    return applied({ files: changed, changes }).get(chartFile);
  };

  it('are both entered, and agree', () => {
    expect(checkPlatform({ platform: readPlatform({ files }) })).toEqual([]);
    expect(
      entries(text).map(({ alias, name }: Record<string, string>) => [
        name,
        alias,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['postgres', undefined],
        ['postgres', 'orders-db'],
      ]),
    );
  });

  it.each([
    ['condition', 'condition: postgres.enabled', 'condition: pg.enabled'],
    [
      'repository',
      'repository: file://../../charts/postgres',
      'repository: file://../../charts/pg',
    ],
    ['condition of the other', 'orders-db.enabled', 'orders.on'],
  ])('are told apart when one has another %s', (_, right, wrong) => {
    expect(mended(text.replace(right, wrong))).toBe(text);
  });

  it('are told apart when one is missing', () => {
    const entry = /\n {2}- name: postgres\n(?: {4}(?!alias).*\n)*/.exec(text);
    expect(entry?.[0]).toContain('condition: postgres.enabled');
    const after = mended(text.replace(entry?.[0] ?? '', '\n'));
    expect(new Set(entries(after))).toEqual(new Set(entries(text)));
  });

  it('are told apart when one is wanted no more', () => {
    const matrix = files
      .get('service-matrix.yaml')!
      .replace('{ name: postgres, engine: postgresql }', '{ name: queue }');
    const changed = new Map(files).set('service-matrix.yaml', matrix);
    const { changes } = syncPlatform({ files: changed, now });
    const left = entries(applied({ files: changed, changes }).get(chartFile));
    expect(left.map((it: Record<string, string>) => it.condition)).toEqual(
      expect.arrayContaining(['orders-db.enabled', 'queue.enabled']),
    );
    expect(
      left.map((it: Record<string, string>) => it.condition),
    ).not.toContain('postgres.enabled');
  });
});

describe('entryPath', () => {
  it('goes by the alias, the name, the address, and then the condition', () => {
    const own = { name: 'pg', repository: 'file://a', condition: 'a.enabled' };
    const other = { ...own, repository: 'https://b', condition: 'b.enabled' };
    const aliased = { ...other, alias: 'b' };
    const keyOf = (...dependencies: Array<typeof own>) =>
      entryPath({ umbrella: { dependencies }, entry: dependencies[0] })[1].key;
    expect(keyOf(aliased, own)).toBe('alias');
    expect(keyOf(own)).toBe('name');
    expect(keyOf(own, aliased)).toBe('repository');
    expect(keyOf({ ...other, condition: 'c.enabled' }, aliased)).toBe(
      'condition',
    );
  });
});
