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
import { parse } from 'yaml';
import { z } from 'zod';
import { isRepositoryPath } from '../git/isRepositoryPath';
import type { AssembledChart } from './Helm';

const versionSchema = z.object({ version: z.string() });

/**
 * Writes a chart and its subcharts below a folder, and nothing outside it.
 *
 * @remarks
 * Throws InputError when two things in `charts/` have one name and cannot be told
 * apart by their versions: Helm picks one of the two at random.
 *
 * @internal
 */
export async function writeChart(options: {
  chart: AssembledChart;
  directory: string;
}): Promise<void> {
  const files = new Map<string, string | Buffer>(options.chart.files);
  /** Versions by name; undefined stands for one that is not known. */
  const taken = new Map<string, Array<string | undefined>>(
    [...files.keys()]
      .filter(file => file.startsWith('charts/'))
      .map(file => [
        file.split('/')[1].replace(/(?:-\d[^/]*)?\.tgz$/, ''),
        [undefined],
      ]),
  );
  for (const subchart of options.chart.subcharts) {
    const { name } = subchart;
    const version = versionOf(subchart);
    const others = taken.get(name) ?? [];
    if (others.some(other => !other || !version || other === version)) {
      throw new InputError(
        `The chart has ${name}${
          version && others.includes(version) ? ` ${version}` : ''
        } twice in its charts folder: remove one of them, or give it another version, by which Helm tells them apart`,
      );
    }
    taken.set(name, [...others, version]);
    const place = `charts/${name}${others.length > 0 ? `-${version}` : ''}`;
    if ('archive' in subchart) {
      files.set(`${place}.tgz`, subchart.archive);
    } else {
      for (const [file, content] of subchart.files) {
        files.set(`${place}/${file}`, content);
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

function versionOf(
  subchart: AssembledChart['subcharts'][number],
): string | undefined {
  if ('archive' in subchart) {
    return subchart.version;
  }
  const { data } = versionSchema.safeParse(
    parse(subchart.files.get('Chart.yaml') ?? ''),
  );
  return data?.version;
}
