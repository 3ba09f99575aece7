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

import type { FileTree } from '@chartroom/backstage-plugin-chartroom-common';
import { readPlatform } from '@chartroom/backstage-plugin-chartroom-common';
import { packChart } from '@chartroom/backstage-plugin-chartroom-node';
import { packagedCharts } from './packagedCharts';

function platform(entries: string, files: FileTree = new Map()) {
  return readPlatform({
    files: new Map([
      ['service-matrix.yaml', 'system: shop\nservices: [{ name: orders }]\n'],
      [
        'helm/shop/Chart.yaml',
        `apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies:\n${entries}`,
      ],
      ...files,
    ]),
  });
}

const orders =
  '- { name: orders, version: 1.2.0, repository: "https://charts.example.com" }\n';

async function archive(name: string, version: string) {
  const files = new Map([
    ['Chart.yaml', `apiVersion: v2\nname: ${name}\nversion: ${version}\n`],
    ['values.yaml', 'a: 1\n'],
  ]);
  const packed = await packChart({ files, name, version });
  return [`${name}-${version}.tgz`, packed] as const;
}

describe('packagedCharts', () => {
  it('unpacks the chart at the pin, and no other', async () => {
    const archives = new Map([
      await archive('orders', '1.1.0'),
      await archive('orders', '1.2.0'),
    ]);
    const charts = await packagedCharts({
      platform: platform(orders),
      archives,
    });
    expect([...charts!.keys()]).toEqual(['orders']);
    expect(charts!.get('orders')!.get('Chart.yaml')).toContain('1.2.0');
    expect(charts!.get('orders')!.get('values.yaml')).toBe('a: 1\n');
  });

  it('knows a chart by its alias, and by the version that is locked', async () => {
    const entry =
      '- { name: mysql, alias: database, version: ^3.0.0, repository: "oci://charts.example.com" }\n';
    const lock =
      'dependencies:\n- { name: mysql, version: 3.1.4, repository: "oci://charts.example.com" }\ndigest: sha256:0\ngenerated: x\n';
    const charts = await packagedCharts({
      platform: platform(entry, new Map([['helm/shop/Chart.lock', lock]])),
      archives: new Map([await archive('mysql', '3.1.4')]),
    });
    expect([...charts!.keys()]).toEqual(['database']);
  });

  it('leaves out charts of the repository', async () => {
    const entry =
      '- { name: orders, version: 1.2.0, repository: "file://../../charts/orders" }\n';
    const charts = await packagedCharts({
      platform: platform(entry),
      archives: new Map([await archive('orders', '1.2.0')]),
    });
    expect(charts).toEqual(new Map());
  });

  it('takes a chart that somebody unpacked beside the umbrella', async () => {
    const files = new Map([
      ['helm/shop/charts/orders/Chart.yaml', 'name: orders\nversion: 1.2.0\n'],
    ]);
    const charts = await packagedCharts({
      platform: platform(orders, files),
      archives: new Map(),
    });
    expect([...charts!.get('orders')!.keys()]).toEqual(['Chart.yaml']);
  });

  it('says nothing where nobody fetched a chart', async () => {
    const nothing = { platform: platform(orders), archives: new Map() };
    expect(await packagedCharts(nothing)).toBeUndefined();
  });

  it('names an archive that cannot be read', async () => {
    const archives = new Map([['orders-1.2.0.tgz', Buffer.from('no archive')]]);
    await expect(
      packagedCharts({ platform: platform(orders), archives }),
    ).rejects.toThrow(
      'helm/shop/charts/orders-1.2.0.tgz cannot be read: The packed chart is no gzip file. Remove it, and run helm dependency build.',
    );
  });
});
