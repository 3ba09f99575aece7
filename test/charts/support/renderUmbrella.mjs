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

import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { putNextMajor } from './libraries.mjs';
import { readObjects } from './readObjects.mjs';
import { commonChartVersion } from './repository.mjs';
import { onCommonChart, writeChart } from './writeChart.mjs';

/**
 * Renders an umbrella named `shop`. `services` holds the values of each own
 * service's chart, `foreign` names charts that do not stand on the common chart,
 * and `values` are the umbrella's; `files` holds further files of a chart by its
 * name, by path. With `onNextMajor`, names of services that stand on a second major
 * of the common chart, both majors are there, the first under an alias. With
 * `isLean` the services declare their version of it by the annotation alone.
 */
export async function renderUmbrella(options) {
  const { helm, services, foreign = [], values = {}, args = [] } = options;
  const { onNextMajor = [], isLean = false, files = {} } = options;
  const majors = onNextMajor.length ? [1, 2] : [1];
  const major = name => (onNextMajor.includes(name) ? 2 : 1);
  const directory = await mkdtemp(join(tmpdir(), 'chartroom-umbrella-'));
  try {
    const names = [...Object.keys(services), ...foreign];
    await writeChart({
      directory,
      chart: {
        name: 'shop',
        dependencies: [
          ...libraryEntries(majors),
          ...names.map(name => ({
            name,
            version: '1.0.0',
            condition: `${name}.enabled`,
          })),
        ],
      },
      values,
      template: majors
        .map(
          number => `{{ include "platform-common.v${number}.umbrella" . }}\n`,
        )
        .join('---\n'),
      library: true,
    });
    if (majors.includes(2)) {
      const next = join(directory, 'next');
      await putNextMajor({ directory: next });
      await rename(
        join(next, 'platform-common'),
        join(directory, 'charts/platform-common-2'),
      );
    }
    for (const name of names) {
      await writeChart({
        directory: join(directory, 'charts', name),
        chart: services[name]
          ? {
              name,
              appVersion: '2.1.0',
              ...(isLean
                ? { annotations: { 'chartroom/common-chart': '^1.0.0' } }
                : { dependencies: [declared(major(name))] }),
            }
          : { name },
        values: services[name],
        files: files[name],
        template: services[name]
          ? `{{ include "platform-common.v${major(name)}.service" . }}\n`
          : '',
      });
    }
    return readObjects(await helm('template', 'shop', directory, ...args));
  } finally {
    await rm(directory, { recursive: true });
  }
}

function declared(major) {
  return { ...onCommonChart, version: `^${major}.0.0` };
}

function libraryEntries(majors) {
  const name = 'platform-common';
  const first = { name, version: commonChartVersion };
  return majors.includes(2)
    ? [
        { name, version: '2.0.0' },
        { ...first, alias: `${name}-v1` },
      ]
    : [first];
}
