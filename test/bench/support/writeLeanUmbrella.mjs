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

import { execFile } from 'node:child_process';
import { cp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse, stringify } from 'yaml';

const run = promisify(execFile);

/**
 * Copies an umbrella with its charts unpacked and without the `dependencies` of services:
 * what they declare of the common chart stands in the annotation instead.
 */
export async function writeLeanUmbrella({ umbrella, directory }) {
  await cp(umbrella, directory, { recursive: true });
  const charts = join(directory, 'charts');
  for (const archive of await readdir(charts)) {
    await run('tar', ['-xzf', archive], { cwd: charts });
    await rm(join(charts, archive));
  }
  for (const name of await readdir(charts)) {
    const file = join(charts, name, 'Chart.yaml');
    const { dependencies, ...chart } = parse(await readFile(file, 'utf8'));
    if (dependencies) {
      chart.annotations = { 'chartroom/common-chart': dependencies[0].version };
      await writeFile(file, stringify(chart));
    }
  }
  return directory;
}
