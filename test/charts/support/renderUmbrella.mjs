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

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onCommonChart, writeChart } from './writeChart.mjs';
import { readObjects } from './readObjects.mjs';

/**
 * Renders an umbrella named `shop`. `services` holds the values of each own
 * service's chart, `foreign` names charts that do not stand on the common chart,
 * and `values` are the umbrella's.
 */
export async function renderUmbrella(options) {
  const { helm, services, foreign = [], values = {}, args = [] } = options;
  const directory = await mkdtemp(join(tmpdir(), 'chartroom-umbrella-'));
  try {
    const names = [...Object.keys(services), ...foreign];
    await writeChart({
      directory,
      chart: {
        name: 'shop',
        dependencies: [
          { name: 'platform-common', version: '1.0.0' },
          ...names.map(name => ({
            name,
            version: '1.0.0',
            condition: `${name}.enabled`,
          })),
        ],
      },
      values,
      template: '{{ include "platform-common.v1.umbrella" . }}\n',
      library: true,
    });
    for (const name of names) {
      await writeChart({
        directory: join(directory, 'charts', name),
        chart: services[name]
          ? { name, appVersion: '2.1.0', dependencies: [onCommonChart] }
          : { name },
        values: services[name],
        template: services[name]
          ? '{{ include "platform-common.v1.service" . }}\n'
          : '',
      });
    }
    return readObjects(await helm('template', 'shop', directory, ...args));
  } finally {
    await rm(directory, { recursive: true });
  }
}
