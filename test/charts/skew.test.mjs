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

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { eachHelm } from './support/eachHelm.mjs';
import {
  libraryVersions,
  putLibrary,
  putNextMajor,
} from './support/libraries.mjs';
import { readObjects } from './support/readObjects.mjs';
import { robotShop } from './support/repository.mjs';
import { writeChart } from './support/writeChart.mjs';

const versions = await libraryVersions();
const newest = versions.at(-1);
const command = fileURLToPath(
  new URL('../../node_modules/.bin/chartroom', import.meta.url),
);

const values = {
  image: { repository: 'shop/catalogue' },
  ports: { http: 8080 },
  env: { LOG_LEVEL: 'debug' },
  terminationGracePeriodSeconds: 20,
};

/** An umbrella on one library with a service whose own package holds another. */
async function renderMixed({ helm, umbrella, service }) {
  const directory = await mkdtemp(join(tmpdir(), 'chartroom-skew-'));
  try {
    await writeChart({
      directory,
      chart: {
        name: 'shop',
        dependencies: [
          { name: 'platform-common', version: umbrella },
          {
            name: 'catalogue',
            version: '1.0.0',
            condition: 'catalogue.enabled',
          },
        ],
      },
      template: '{{ include "platform-common.v1.umbrella" . }}\n',
    });
    const chart = join(directory, 'charts/catalogue');
    await writeChart({
      directory: chart,
      chart: {
        name: 'catalogue',
        appVersion: '2.1.0',
        dependencies: [{ name: 'platform-common', version: '^1.0.0' }],
      },
      values,
      template: '{{ include "platform-common.v1.service" . }}\n',
    });
    await putLibrary({ directory: join(chart, 'charts'), version: service });
    await putLibrary({
      directory: join(directory, 'charts'),
      version: umbrella,
    });
    return await helm('template', 'shop', directory);
  } finally {
    await rm(directory, { recursive: true });
  }
}

eachHelm('Libraries of different versions', helm => {
  for (const service of versions) {
    test(`a service that was packed with ${service} renders under ${newest} as if it had been packed with it`, async () => {
      const mixed = await renderMixed({ helm, umbrella: newest, service });
      const alike = await renderMixed({
        helm,
        umbrella: newest,
        service: newest,
      });
      assert.equal(mixed, alike);
      const pod = readObjects(mixed).pod();
      assert.equal(pod.spec.terminationGracePeriodSeconds, 20);
    });
  }

  test('a library of the next major version renders beside this one', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'chartroom-majors-'));
    try {
      await writeChart({
        directory,
        chart: {
          name: 'shop',
          dependencies: [
            { name: 'platform-common', version: '2.0.0' },
            {
              name: 'platform-common',
              alias: 'platform-common-v1',
              version: '1.x.x',
            },
            { name: 'catalogue', version: '1.0.0' },
            { name: 'orders', version: '1.0.0' },
          ],
        },
        values: {
          orders: {
            wiring: {
              callers: {},
              dependencies: {
                catalogue: { host: 'catalogue', ports: { http: 8080 } },
              },
            },
          },
          catalogue: { wiring: { callers: { orders: true } } },
        },
        template: '{{ include "platform-common.v2.umbrella" . }}\n',
      });
      for (const [name, major] of [
        ['catalogue', 1],
        ['orders', 2],
      ]) {
        await writeChart({
          directory: join(directory, 'charts', name),
          chart: {
            name,
            appVersion: '1.0.0',
            dependencies: [
              { name: 'platform-common', version: `^${major}.0.0` },
            ],
          },
          values: { image: { repository: name }, ports: { http: 8080 } },
          template: `{{ include "platform-common.v${major}.service" . }}\n`,
        });
      }
      const charts = join(directory, 'charts');
      await putNextMajor({ directory: join(charts, 'two') });
      await cp(
        join(charts, 'two/platform-common'),
        join(charts, 'platform-common-2'),
        { recursive: true },
      );
      await rm(join(charts, 'two'), { recursive: true });
      await putLibrary({
        directory: join(charts, 'one'),
        version: versions[1],
      });
      await cp(
        join(charts, 'one/platform-common'),
        join(charts, 'platform-common-1'),
        { recursive: true },
      );
      await rm(join(charts, 'one'), { recursive: true });
      const { find } = readObjects(await helm('template', 'shop', directory));
      const label = name =>
        find('Deployment', name).metadata.labels['chartroom/common-chart'];
      assert.equal(label('catalogue'), versions[1]);
      assert.equal(label('orders'), '2.0.0');
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});

test('a library that changes no pod restarts none, and one that does is told by its services', async context => {
  const helm = process.env.CHARTROOM_HELM;
  if (!helm) {
    context.skip('Helm 4 is absent');
    return;
  }
  const directory = await mkdtemp(join(tmpdir(), 'chartroom-bump-'));
  try {
    const [current, kind, standard] = versions.slice(1);
    for (const version of [current, kind, standard]) {
      const platform = join(directory, version);
      await cp(robotShop, platform, { recursive: true });
      await putLibrary({ directory: join(platform, 'charts'), version });
      const file = join(platform, 'helm/robot-shop/Chart.yaml');
      const chart = await readFile(file, 'utf8');
      await writeFile(
        file,
        chart.replace(
          `platform-common\n    version: ${current}`,
          `platform-common\n    version: ${version}`,
        ),
      );
    }
    const diff = async (base, now) => {
      const { stdout } = await promisify(execFile)(command, [
        ...['diff', '--json', '--helm', helm],
        ...['--base', join(directory, base), join(directory, now)],
      ]).catch(error => error);
      return JSON.parse(stdout).environments;
    };
    for (const { changes } of await diff(current, kind)) {
      assert.deepEqual(changes, []);
    }
    for (const { changes } of await diff(kind, standard)) {
      // RabbitMQ says itself how long it may take to stop.
      assert.equal(changes.length, 11);
      assert.ok(!changes.some(({ name }) => name === 'rabbitmq'));
      assert.deepEqual(
        [...new Set(changes.flatMap(({ paths }) => paths))],
        ['spec.terminationGracePeriodSeconds'],
      );
    }
  } finally {
    await rm(directory, { recursive: true });
  }
});
