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

import { gunzipSync, gzipSync } from 'node:zlib';
import { packTar } from '../__testUtils__/packTar';
import { packChart } from './packChart';
import { readChartArchive } from './readChartArchive';

const chartFile = {
  name: 'cart/Chart.yaml',
  content: 'apiVersion: v2\nname: cart\nversion: 1.0.0\n',
};

describe('readChartArchive', () => {
  it('reads a chart, with charts inside it', async () => {
    const archive = await packTar([
      { name: 'cart/', type: 'directory' },
      chartFile,
      { name: 'cart/charts/redis/Chart.yaml', content: 'name: redis' },
      { name: `cart/templates/${'x'.repeat(200)}.yaml`, content: 'a: 1' },
    ]);
    expect(await readChartArchive({ archive })).toMatchObject({ name: 'cart' });
  });

  it.each([
    ['a link', { name: 'cart/x', type: 'symlink', linkname: '/etc/passwd' }],
    ['a hard link', { name: 'cart/x', type: 'link', linkname: '/etc/passwd' }],
    ['a device', { name: 'cart/x', type: 'character-device' }],
    ['a path upwards', { name: 'cart/../../x' }],
    ['an absolute path', { name: '/cart/x' }],
    ['a backslash', { name: 'cart/..\\x' }],
    ['the same file twice', chartFile],
    ['a second root', { name: 'other/x' }],
    ['a file beside the root', { name: 'x' }],
  ] as const)('refuses %s', async (_case, entry) => {
    const archive = await packTar([chartFile, entry]);
    await expect(readChartArchive({ archive })).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(/^The chart archive (holds|must hold)/),
    });
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'is not a gzip file'],
    ['text', Buffer.from('hello'), 'is not a gzip file'],
    ['a gzipped text', gzipSync('x'.repeat(1024)), 'is not a tar file'],
    ['an empty tar file', gzipSync(Buffer.alloc(1024)), 'holds no <chart>'],
    ['a bomb', gzipSync(Buffer.alloc(101 * 1024 * 1024)), 'unpacks to more'],
  ])('refuses %s', async (_case, archive, message) => {
    await expect(readChartArchive({ archive })).rejects.toThrow(message);
  });

  it('refuses a chart whose directory is named otherwise', async () => {
    const archive = await packTar([
      { ...chartFile, name: 'basket/Chart.yaml' },
    ]);
    await expect(readChartArchive({ archive })).rejects.toThrow(
      'must hold one directory, cart, as Chart.yaml names the chart',
    );
  });

  it('refuses an archive that is cut off', async () => {
    const content = 'x'.repeat(10_000);
    const whole = await packTar([chartFile, { name: 'cart/x', content }]);
    const archive = gzipSync(gunzipSync(whole).subarray(0, 3000));
    await expect(readChartArchive({ archive })).rejects.toThrow('tar file');
  });

  it('packs the same bytes whatever the order of the files', async () => {
    const files = ['values.yaml', 'Chart.yaml', 'templates/a.yaml'].map(
      path => ({
        path,
        content: Buffer.from(path === 'Chart.yaml' ? chartFile.content : path),
        executable: false,
      }),
    );
    const archive = await packChart({ name: 'cart', files });
    files.reverse();
    expect(await packChart({ name: 'cart', files })).toEqual(archive);
    expect(await readChartArchive({ archive })).toMatchObject({ name: 'cart' });
  });
});
