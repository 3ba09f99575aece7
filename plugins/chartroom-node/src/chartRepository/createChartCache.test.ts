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

import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { serveCharts, type ChartServer } from './__fixtures__/serveCharts';
import type { ChartRepository } from './ChartRepository';
import { createChartCache } from './createChartCache';
import { createChartRepositories } from './createChartRepositories';
import { packChart } from './packChart';

let server: ChartServer;
let directory: string;
let repository: ChartRepository;
let archive: Buffer;
const chart = { name: 'cart', version: '1.0.0' };

beforeEach(async () => {
  server = await serveCharts();
  directory = await fs.mkdtemp(path.join(os.tmpdir(), 'chartroom-cache-'));
  repository = createChartRepositories({
    repositories: [{ url: server.url }],
  }).byUrl({ url: server.url });
  archive = await packChart({
    ...chart,
    files: new Map([
      ['Chart.yaml', 'apiVersion: v2\nname: cart\nversion: 1.0.0\n'],
    ]),
  });
  await repository.publish({ ...chart, archive });
});
afterEach(async () => {
  await server.close();
  await fs.rm(directory, { recursive: true });
});

const downloads = () =>
  server.requests.filter(request => request.includes('.tgz')).length;

async function onlyFile(): Promise<string> {
  const [folder] = await fs.readdir(directory);
  const names = await fs.readdir(path.join(directory, folder));
  expect(names).toHaveLength(1);
  return path.join(directory, folder, names[0]);
}

describe('createChartCache', () => {
  it('downloads a version once, also for the next process', async () => {
    const pull = () =>
      createChartCache({ directory }).pull({ repository, ...chart });
    await expect(pull()).resolves.toEqual(archive);
    await expect(pull()).resolves.toEqual(archive);
    expect(downloads()).toBe(1);
  });

  it('downloads again what was damaged on disk', async () => {
    const cache = createChartCache({ directory });
    await cache.pull({ repository, ...chart });
    await fs.writeFile(await onlyFile(), 'damaged');
    await expect(cache.pull({ repository, ...chart })).resolves.toEqual(
      archive,
    );
    await expect(fs.readFile(await onlyFile())).resolves.toEqual(archive);
    expect(downloads()).toBe(2);
  });

  it('keeps one whole file when several ask at once', async () => {
    const cache = createChartCache({ directory });
    const pulled = await Promise.all(
      Array.from({ length: 10 }, () => cache.pull({ repository, ...chart })),
    );
    expect(new Set(pulled.map(String)).size).toBe(1);
    await expect(fs.readFile(await onlyFile())).resolves.toEqual(archive);
  });

  it('does not keep what has a wrong digest, and says what is not there', async () => {
    const cache = createChartCache({ directory });
    server.archives.set('cart-1.0.0.tgz', Buffer.from('evil'));
    await expect(cache.pull({ repository, ...chart })).rejects.toThrow(
      'is not what its index promises',
    );
    await expect(
      cache.pull({ repository, name: 'cart', version: '9.0.0' }),
    ).rejects.toThrow(`${server.url} has no chart cart 9.0.0`);
    expect(await fs.readdir(directory)).toEqual([]);
  });
});
