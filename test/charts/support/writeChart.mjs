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

import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { commonChart } from './repository.mjs';

/** What a chart that stands on the common chart depends on. */
export const onCommonChart = {
  name: 'platform-common',
  version: '^1.0.0',
  repository: 'file://../platform-common',
};

/**
 * Writes a chart of one template. `chart` is what Chart.yaml says beyond the
 * usual, `files` are further files by path; with `library` the common chart is
 * put into its `charts/`.
 */
export async function writeChart(options) {
  const { directory, chart, values = {}, template, library = false } = options;
  const { files = {} } = options;
  await mkdir(join(directory, 'templates'), { recursive: true });
  await writeFile(
    join(directory, 'Chart.yaml'),
    yaml({ apiVersion: 'v2', version: '1.0.0', ...chart }),
  );
  await writeFile(join(directory, 'values.yaml'), yaml(values));
  await writeFile(join(directory, 'templates/chart.yaml'), template);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), text);
  }
  if (library) {
    await cp(commonChart, join(directory, 'charts/platform-common'), {
      recursive: true,
    });
  }
}

/** Helm reads YAML 1.1, where `yes` is a boolean unless it is quoted. */
function yaml(value) {
  return stringify(value, { version: '1.1' });
}
