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

import { readListItems } from './readListItems';

async function read(text: string, size = 7) {
  const items = new Array<unknown>();
  async function* chunks() {
    const bytes = Buffer.from(text);
    for (let start = 0; start < bytes.length; start += size) {
      yield bytes.subarray(start, start + size);
    }
  }
  const rest = await readListItems({
    chunks: chunks(),
    onItem: item => items.push(item),
    maximumItemBytes: 10_000,
  });
  return { items, rest };
}

const list = {
  kind: 'PodList',
  metadata: { resourceVersion: '7', items: ['not these'] },
  items: [
    { text: 'a "quoted" ]}, \\ {"items":[' },
    { nested: { items: [{ deep: [1, [2, {}]] }] } },
    { unicode: 'Prüfung ☂', empty: {} },
    {},
  ],
};

describe('readListItems', () => {
  it.each([1, 2, 3, 16, 1_000])(
    'finds each item, however the answer is cut (%d bytes at a time)',
    async size => {
      for (const text of [
        JSON.stringify(list),
        JSON.stringify(list, null, 2),
      ]) {
        expect(await read(text, size)).toEqual({
          items: list.items,
          rest: { ...list, items: [] },
        });
      }
    },
  );

  it('finds the metadata after the items, as custom resources have it', async () => {
    const { items, metadata } = list;
    expect(await read(JSON.stringify({ items, metadata }))).toEqual({
      items,
      rest: { items: [], metadata },
    });
  });

  it.each(['{"items":null,"metadata":{}}', '{"items":[],"metadata":{}}', '{}'])(
    'finds nothing in %s',
    async text => {
      expect((await read(text)).items).toEqual([]);
    },
  );

  it.each([
    '{"items":[{"a":1}',
    '{"items":[{"a":1},2]}',
    '{"items":["text"]}',
    '{"items":[{"a":nope}]}',
    '{"items":[{"a":"',
    '<html>',
    '{"items":[{}]}}',
    '',
  ])('refuses %s', async text => {
    await expect(read(text)).rejects.toThrow('not whole JSON');
  });

  it('refuses an item that is too large, before it has all of it', async () => {
    await expect(read(`{"items":[{"a":"${'x'.repeat(20_000)}`)).rejects.toThrow(
      'more than 10000 bytes',
    );
  });

  it('lets others run while it reads a large list', async () => {
    const text = JSON.stringify({
      items: Array.from({ length: 20_000 }, (_, index) => ({
        name: `pod-${index}`,
        text: 'x'.repeat(500),
      })),
    });
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    const { items } = await read(text, 65_536);
    clearInterval(timer);
    expect(items).toHaveLength(20_000);
    expect(turns).toBeGreaterThan(5);
  });
});
