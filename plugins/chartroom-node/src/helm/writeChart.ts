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
import path from 'node:path';
import { InputError } from '@backstage/errors';
import { isRepositoryPath } from '../git/isRepositoryPath';
import type { AssembledChart } from './Helm';

/**
 * Writes a chart and its subcharts below a folder, and nothing outside it.
 *
 * @remarks
 * Throws InputError when two things claim one place in `charts/`: with a folder
 * and an archive of one chart, Helm picks one of the two at random.
 *
 * @internal
 */
export async function writeChart(options: {
  chart: AssembledChart;
  directory: string;
}): Promise<void> {
  const files = new Map<string, string | Buffer>(options.chart.files);
  const taken = new Set(
    [...files.keys()]
      .filter(file => file.startsWith('charts/'))
      .map(file => file.split('/')[1].replace(/(?:-\d[^/]*)?\.tgz$/, '')),
  );
  for (const subchart of options.chart.subcharts) {
    if (taken.has(subchart.name)) {
      throw new InputError(
        `The chart has ${subchart.name} twice in its charts folder: remove one of them`,
      );
    }
    taken.add(subchart.name);
    if ('archive' in subchart) {
      files.set(`charts/${subchart.name}.tgz`, subchart.archive);
    } else {
      for (const [file, content] of subchart.files) {
        files.set(`charts/${subchart.name}/${file}`, content);
      }
    }
  }
  for (const [file, content] of files) {
    if (!isRepositoryPath({ path: file })) {
      throw new InputError(
        `${JSON.stringify(file.slice(0, 200))} cannot be a file of a chart`,
      );
    }
    const target = path.join(options.directory, file);
    await fs.mkdir(path.dirname(target), { recursive: true });
    await fs.writeFile(target, content);
  }
}
