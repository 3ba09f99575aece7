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

import { parseReleaseHead } from './parseReleaseHead';
import { parseReleaseRecord } from './parseReleaseRecord';

const metadata = { name: 'cart', version: '1.2.0', appVersion: '3' };
const lock = { digest: 'sha256:aa', generated: 'x', dependencies: [] };
const record = {
  name: 'shop',
  info: {
    first_deployed: '2026-11-20T10:00:00.123456789+01:00',
    last_deployed: '2026-11-21T10:00:00Z',
    deleted: '',
    description: 'Upgrade "complete", \\ {so} [far]',
    status: 'deployed',
    notes: 'hello',
  },
  chart: {
    metadata,
    lock,
    templates: [{ name: 'templates/a.yaml', data: 'e30=' }],
    values: { a: 1 },
    schema: null,
    files: null,
  },
  config: { b: 2 },
  manifest: '---\nkind: ConfigMap\n',
  hooks: [
    { name: 'h', kind: 'Job', path: 'p', manifest: 'm', events: ['test'] },
  ],
  version: 3,
  namespace: 'shop',
};
const place = { namespace: 'shop', revision: 3 };

describe('parseReleaseRecord', () => {
  it('reads what Helm 3 writes', () => {
    expect(parseReleaseRecord(record)).toEqual({
      name: 'shop',
      namespace: 'shop',
      revision: 3,
      status: 'deployed',
      description: 'Upgrade "complete", \\ {so} [far]',
      firstDeployedAt: '2026-11-20T09:00:00.123Z',
      updatedAt: '2026-11-21T10:00:00.000Z',
      deletedAt: undefined,
      chart: {
        name: 'cart',
        version: '1.2.0',
        appVersion: '3',
        dependencies: [],
        lock: { digest: 'sha256:aa', dependencies: [] },
      },
      body: {
        manifest: '---\nkind: ConfigMap\n',
        hooks: [
          {
            name: 'h',
            kind: 'Job',
            path: 'p',
            manifest: 'm',
            events: ['test'],
          },
        ],
        values: { b: 2 },
        defaults: { a: 1 },
        notes: 'hello',
      },
    });
  });

  it('reads what Helm 4 leaves out, and nulls of Go', () => {
    const chart = { metadata: { name: 'cart' }, lock: null, values: null };
    const info = { status: 'pending-install', deleted: '0001-01-01T00:00:00Z' };
    expect(
      parseReleaseRecord({ ...record, chart, info, hooks: null, config: null }),
    ).toMatchObject({
      status: 'pending-install',
      deletedAt: undefined,
      chart: { name: 'cart', lock: undefined },
      body: { hooks: [], values: {}, defaults: {} },
    });
  });

  it('takes a status that it does not know as unknown', () => {
    const info = { ...record.info, status: 'paused' };
    expect(parseReleaseRecord({ ...record, info }).status).toBe('unknown');
  });

  it.each([
    [undefined, 'the record is missing'],
    ['text', 'the record must be a map'],
    [{ ...record, version: 'hunter2' }, 'version must be a number'],
    [{ ...record, version: -1 }, 'version '],
    [{ ...record, namespace: undefined }, 'namespace is missing'],
    [{ ...record, chart: { metadata: {} } }, 'chart.metadata.name is missing'],
    [{ ...record, name: 'n'.repeat(5000) }, 'name '],
    [{ ...record, manifest: { password: 'hunter2' } }, 'manifest must be text'],
  ])('refuses what is no record, without quoting it', (value, sentence) => {
    const refusal = () => parseReleaseRecord(value);
    expect(refusal).toThrow(sentence);
    expect(refusal).not.toThrow(/hunter2|nnnnn/);
  });
});

describe('parseReleaseHead', () => {
  const text = JSON.stringify(record);
  const { body, ...head } = parseReleaseRecord(record);

  const at = (length: number) =>
    parseReleaseHead({ text: text.slice(0, length), ...place });
  const lengths = [...text].map((_, index) => index);

  it('reads nothing from a head that ends before the chart has told its lock', () => {
    const end = text.indexOf(',"templates"');
    expect(lengths.filter(length => length <= end && at(length))).toEqual([]);
  });

  it('reads the same wherever the head is cut behind', () => {
    const behind = lengths.filter(
      length =>
        length > text.indexOf(',"templates"') &&
        length < text.indexOf('"hooks"'),
    );
    expect(behind.length).toBeGreaterThan(100);
    expect(behind.map(at)).toEqual(behind.map(() => head));
  });

  it('reads a whole record', () => {
    expect(parseReleaseHead({ text, ...place })).toEqual(head);
  });

  it('leaves charts with dependencies to the whole record', () => {
    const dependencies = [{ name: 'redis', version: '1.x' }];
    const chart = { ...record.chart, metadata: { ...metadata, dependencies } };
    expect(
      parseReleaseHead({
        text: JSON.stringify({ ...record, chart }),
        ...place,
      }),
    ).toBeUndefined();
  });

  it.each([
    '',
    '{',
    '[]',
    'null',
    '"',
    '{"name":"\\',
    '}}}}',
    '{"name":1,"a":2,',
  ])('is undefined for %j', odd => {
    expect(parseReleaseHead({ text: odd, ...place })).toBeUndefined();
  });

  it('is not held up by hostile text', () => {
    const started = performance.now();
    for (const unit of ['\\"', '"', '{', '[', '\\', ',"']) {
      const hostile = `{"name":"${unit.repeat(200_000)}`;
      expect(parseReleaseHead({ text: hostile, ...place })).toBeUndefined();
    }
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
