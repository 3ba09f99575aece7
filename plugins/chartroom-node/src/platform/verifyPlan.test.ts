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
import {
  readPlatform,
  syncPlatform,
} from '@chartroom/backstage-plugin-chartroom-common';
import {
  serveCharts,
  type ChartServer,
} from '../chartRepository/__fixtures__/serveCharts';
import {
  createChartCache,
  createChartRepositories,
  packChart,
} from '../chartRepository';
import { createHelm, type Helm } from '../helm';
import { chartOf, planOrders, robotShopFiles } from './__fixtures__/robotShop';
import { verifyPlan } from './verifyPlan';

jest.setTimeout(60_000);

const umbrella = 'helm/robot-shop';
let charts: ChartServer;
let directory: string;
beforeAll(async () => {
  charts = await serveCharts();
  directory = await fs.mkdtemp(path.join(os.tmpdir(), 'chartroom-verify-'));
});
afterAll(async () => {
  await charts.close();
  await fs.rm(directory, { recursive: true });
});

/** Verifies the plan for `orders` on Robot Shop, after people have changed some of its files. */
function verify(options: {
  helm: Helm | undefined;
  change?: (files: Map<string, string>) => void;
  chart?: (files: Map<string, string>) => void;
  /** Paths of the plan's changes that are carried out. */
  carriesOut?: (path: string) => boolean;
  onProgress?: (message: string) => void;
  signal?: AbortSignal;
  cache?: string;
}) {
  const files = robotShopFiles();
  options.change?.(files);
  const planned = planOrders({ files });
  const plan = {
    ...planned,
    platformChanges: planned.platformChanges.filter(
      ({ path: file }) => options.carriesOut?.(file) ?? true,
    ),
  };
  const chart = chartOf(plan);
  options.chart?.(chart);
  return verifyPlan({
    ...options,
    snapshot: { platform: readPlatform({ files }) },
    plan,
    chart,
    chartRepositories: createChartRepositories({
      repositories: [{ url: charts.url }],
    }),
    chartCache: createChartCache({ directory: options.cache ?? directory }),
  });
}

/** Delivers each service by itself. */
function deliverApplications(files: Map<string, string>) {
  replace(
    files,
    'service-matrix.yaml',
    'delivery: umbrella',
    'delivery: applications',
  );
  const now = '2026-01-01T00:00:00Z';
  for (const change of syncPlatform({ files, now }).changes) {
    if (change.kind === 'write') {
      files.set(change.path, change.content);
    } else {
      files.delete(change.path);
    }
  }
}

/** Replaces text in a file that must hold it. */
function replace(
  files: Map<string, string>,
  file: string,
  text: string | RegExp,
  by: string,
) {
  const before = files.get(file)!;
  const after = before.replace(text, by);
  expect(after).not.toBe(before);
  files.set(file, after);
}

describe('verifyPlan', () => {
  it('says that nothing is verified where there is no Helm', async () => {
    await expect(verify({ helm: undefined })).resolves.toEqual({
      verified: false,
      reason: expect.stringContaining('There is no Helm: install Helm 3.18'),
    });
  });
});

const binaries = ['CHARTROOM_HELM', 'CHARTROOM_HELM3'].map(
  variable => [variable, process.env[variable]] as const,
);

describe.each(binaries)('%s', (variable, binary) => {
  const withHelm = binary ? describe : describe.skip;
  withHelm('installed', () => {
    let helm: Helm;
    beforeAll(async () => {
      helm = (await createHelm({ binary }))!;
    });

    it('renders the chart alone and the affected part in every environment', async () => {
      const progress = new Array<string>();
      const started = Date.now();
      const result = await verify({
        helm,
        onProgress: message => progress.push(message),
      });
      expect(Date.now() - started).toBeLessThan(20_000);
      // orders, cart, redis, catalogue and mongodb in every environment; not the rest of the shop.
      expect(result).toEqual({
        verified: true,
        helmVersion: helm.version,
        objects: expect.any(Number),
      });
      expect(progress[0]).toBe('The chart of orders renders alone');
      expect(progress.slice(1).sort()).toEqual([
        expect.stringMatching(
          /^The umbrella renders in dev with orders switched on: \d+ objects$/,
        ),
        expect.stringMatching(
          /^The umbrella renders in prod with orders switched on: \d+ objects$/,
        ),
        expect.stringMatching(
          /^The umbrella renders in staging with orders switched on: \d+ objects$/,
        ),
      ]);
    });

    it('renders a release of its own with its values in every environment', async () => {
      const progress = new Array<string>();
      const result = await verify({
        helm,
        change: deliverApplications,
        onProgress: message => progress.push(message),
      });
      expect(result).toEqual({
        verified: true,
        helmVersion: helm.version,
        objects: expect.any(Number),
      });
      expect(progress[0]).toBe('The chart of orders renders alone');
      expect(progress.slice(1).sort()).toEqual(
        ['dev', 'prod', 'staging'].map(name =>
          expect.stringMatching(
            `^orders renders in ${name}, with what it depends on: \\d+ objects$`,
          ),
        ),
      );
    });

    it.each([
      [
        'values of a dependency that nothing reads',
        (files: Map<string, string>) => {
          deliverApplications(files);
          const file = 'environments/staging/redis.yaml';
          files.set(file, `${files.get(file)}replica: 2\n`);
        },
        /^The releases in staging: redis: Helm cannot render: .*replica/,
      ],
      [
        'a common chart that is not there',
        (files: Map<string, string>) => {
          deliverApplications(files);
          files.delete('charts/platform-common/Chart.yaml');
        },
        /names platform-common in charts\/platform-common, but the platform repository has no charts\/platform-common\/Chart.yaml/,
      ],
    ])('refuses a release with %s', async (_, change, message) => {
      await expect(verify({ helm, change })).rejects.toThrow(message);
    });

    it('refuses a release that a dependency does not admit', async () => {
      await expect(
        verify({
          helm,
          change: deliverApplications,
          carriesOut: file => file !== 'environments/dev/redis.yaml',
        }),
      ).rejects.toThrow(
        /^The releases in dev: it renders no ingress rule that lets orders reach redis on port 6379/,
      );
    });

    it('takes the common chart from where the matrix says, where no umbrella lists it', async () => {
      await expect(
        verify({
          helm,
          change: files => {
            deliverApplications(files);
            replace(
              files,
              `${umbrella}/Chart.yaml`,
              / {2}- name: platform-common\n(?: {4}.*\n)*/,
              '',
            );
          },
        }),
      ).resolves.toMatchObject({ verified: true });
    });

    it('verifies a service whose dependency is not released yet', async () => {
      await expect(
        verify({
          helm,
          change: files =>
            replace(
              files,
              `${umbrella}/values.yaml`,
              /^cart:\n {2}enabled: true/m,
              'cart:\n  enabled: false',
            ),
        }),
      ).resolves.toMatchObject({ verified: true });
    });

    it('takes charts from the chart repository, in the version that the lock or else the range gives', async () => {
      const chartFiles = new Map(
        [...robotShopFiles()].flatMap(([file, content]) =>
          file.startsWith('charts/redis/')
            ? [[file.slice('charts/redis/'.length), content]]
            : [],
        ),
      );
      const repository = createChartRepositories({
        repositories: [{ url: charts.url }],
      }).byUrl(charts);
      for (const version of ['1.1.0', '1.4.0', '2.0.0']) {
        const files = new Map(chartFiles);
        replace(files, 'Chart.yaml', 'version: 1.0.0', `version: ${version}`);
        if (version === '2.0.0') {
          files.set('templates/service.yaml', '{{ fail "2.0.0 was taken" }}\n');
        }
        const archive = await packChart({ files, name: 'redis', version });
        await repository.publish({ name: 'redis', version, archive });
      }
      const remote = (lock: (files: Map<string, string>) => void) =>
        verify({
          helm,
          cache: path.join(directory, variable),
          change: files => {
            replace(
              files,
              `${umbrella}/Chart.yaml`,
              /(name: redis\n {4}version: )1.0.0(\n {4}repository: ).*/,
              `$1^1.0.0$2${charts.url}`,
            );
            lock(files);
          },
        });
      const before = charts.requests.length;
      await remote(files => files.delete(`${umbrella}/Chart.lock`));
      await remote(files =>
        replace(
          files,
          `${umbrella}/Chart.lock`,
          /(name: redis\n\s+repository: ).*(\n\s+version: ).*/,
          `$1${charts.url}$21.1.0`,
        ),
      );
      expect(
        charts.requests
          .slice(before)
          .filter(request => request.includes('.tgz')),
      ).toEqual([
        'GET /charts/charts/redis-1.4.0.tgz 200',
        'GET /charts/charts/redis-1.1.0.tgz 200',
      ]);
    });

    it.each([
      [
        'an override that nothing reads',
        {
          change: (files: Map<string, string>) =>
            files.set(
              `${umbrella}/values-prod.yaml`,
              `${files.get(
                `${umbrella}/values-prod.yaml`,
              )}redis:\n  replica: 2\n`,
            ),
        },
        /^The umbrella in prod: Helm cannot render: redis: .*replica/,
      ],
      [
        'a schema that the values do not meet',
        {
          chart: (files: Map<string, string>) =>
            files.set('values.schema.json', '{"required":["nothing"]}'),
        },
        /^The chart of orders: Helm lint objects: .*nothing/,
      ],
      [
        'a chart without a workload',
        {
          chart: (files: Map<string, string>) =>
            files.set('templates/service.yaml', ''),
        },
        /^The umbrella in (?:dev|staging|prod): it renders no Deployment orders; compare/,
      ],
      [
        'a dependency whose callers were taken away by hand',
        {
          change: (files: Map<string, string>) =>
            files.set(
              `${umbrella}/values-prod.yaml`,
              `${files.get(
                `${umbrella}/values-prod.yaml`,
              )}redis:\n  wiring:\n    callers:\n      orders: false\n`,
            ),
        },
        /^The umbrella in prod: Helm cannot render: orders: depends on redis, which does not admit it; write redis.wiring.callers.orders: true/,
      ],
      [
        'a chart outside of the repository',
        {
          change: (files: Map<string, string>) =>
            replace(
              files,
              `${umbrella}/Chart.yaml`,
              'file://../../charts/redis',
              'file://../../../redis',
            ),
        },
        /names redis in file:\/\/..\/..\/..\/redis, which is outside of the platform repository/,
      ],
      [
        'a chart that is not there',
        {
          change: (files: Map<string, string>) =>
            replace(
              files,
              `${umbrella}/Chart.yaml`,
              'file://../../charts/redis',
              'file://../../charts/rediss',
            ),
        },
        /names redis in charts\/rediss, but the platform repository has no charts\/rediss\/Chart.yaml/,
      ],
      [
        'a chart repository that is not configured',
        {
          change: (files: Map<string, string>) =>
            replace(
              files,
              `${umbrella}/Chart.yaml`,
              'file://../../charts/redis',
              'http://169.254.169.254/charts',
            ),
        },
        /The chart repository http:\/\/169.254.169.254\/charts is not configured/,
      ],
    ])('refuses %s', async (_, options, message) => {
      await expect(verify({ helm, ...options })).rejects.toThrow(message);
    });

    it('stops when it is aborted', async () => {
      await expect(
        verify({ helm, signal: AbortSignal.abort() }),
      ).rejects.toMatchObject({ name: 'AbortError' });
    });
  });
});
