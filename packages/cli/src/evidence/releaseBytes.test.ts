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

import { randomBytes } from 'node:crypto';
import type { FileTree } from '@chartroom/backstage-plugin-chartroom-common';
import { readPlatform } from '@chartroom/backstage-plugin-chartroom-common';
import { releaseBytes } from './releaseBytes';

function sizeOf(options: { files?: FileTree; manifests?: string }) {
  const { files = new Map(), manifests = '' } = options;
  const platform = readPlatform({
    files: new Map([
      ['service-matrix.yaml', 'system: shop\nservices: [{ name: orders }]\n'],
      [
        'helm/shop/Chart.yaml',
        'apiVersion: v2\nname: shop\nversion: 1.0.0\ndescription: x\n',
      ],
      ...files,
    ]),
  });
  return releaseBytes({ platform, manifests });
}

/** Text that does not get smaller when it is zipped: two characters hold a byte. */
const dense = randomBytes(30_000).toString('hex');

describe('releaseBytes', () => {
  it('counts what is rendered, zipped and in base64', async () => {
    const empty = await sizeOf({});
    expect(empty).toBeLessThan(1000);
    const added = (await sizeOf({ manifests: dense })) - empty;
    expect(added).toBeGreaterThan(30_000 * (4 / 3));
    expect(added).toBeLessThan(30_000 * (4 / 3) * 1.2);
    expect(await sizeOf({ manifests: 'a: 1\n'.repeat(20_000) })).toBeLessThan(
      empty + 1000,
    );
  });

  it('counts the files of the umbrella that Helm takes, and not those of its subcharts', async () => {
    const empty = await sizeOf({});
    const [kept, ignored, below] = await Promise.all(
      ['README.md', 'ignored.md', 'charts/orders/README.md'].map(path =>
        sizeOf({
          files: new Map([
            ['helm/shop/.helmignore', 'ignored.md\n'],
            [`helm/shop/${path}`, dense],
          ]),
        }),
      ),
    );
    expect(kept).toBeGreaterThan(empty + 30_000);
    expect(ignored).toBeLessThan(empty + 1000);
    expect(below).toBeLessThan(empty + 1000);
  });
});
