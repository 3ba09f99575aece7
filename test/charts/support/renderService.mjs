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
 * Renders a service chart of these values alone, as release `shop` in namespace
 * `shop`. `chart` changes its Chart.yaml, `template` stands in place of its only
 * template, `files` are further files by path, `args` are more arguments of Helm.
 */
export async function renderService(options) {
  const { helm, values, chart, files, args = [] } = options;
  const { template = '{{ include "platform-common.v1.service" . }}\n' } =
    options;
  const directory = await mkdtemp(join(tmpdir(), 'chartroom-service-'));
  try {
    await writeChart({
      directory,
      chart: {
        name: 'catalogue',
        appVersion: '2.1.0',
        dependencies: [onCommonChart],
        ...chart,
      },
      values,
      template,
      files,
      library: true,
    });
    return readObjects(
      await helm('template', 'shop', directory, '--namespace', 'shop', ...args),
    );
  } finally {
    await rm(directory, { recursive: true });
  }
}
