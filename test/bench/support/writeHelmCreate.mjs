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

import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const model = 'model-service';

/**
 * Writes an umbrella of as many charts as `size` says, each as `helm create` makes it.
 * Resolves with its folder.
 */
export async function writeHelmCreate({ directory, size, helm }) {
  const charts = join(directory, 'charts');
  await mkdir(join(directory, 'templates'), { recursive: true });
  await mkdir(charts);
  await helm('create', join(charts, model));
  const names = Array.from({ length: size }, (_, index) => `service-${index}`);
  for (const name of names) {
    await writeCopy({
      from: join(charts, model),
      to: join(charts, name),
      name,
    });
  }
  await rm(join(charts, model), { recursive: true });
  const entries = names.map(
    name =>
      `  - { name: ${name}, version: 0.1.0, condition: ${name}.enabled }\n`,
  );
  await writeFile(
    join(directory, 'Chart.yaml'),
    `apiVersion: v2\nname: large\nversion: 1.0.0\ndependencies:\n${entries.join(
      '',
    )}`,
  );
  await writeFile(
    join(directory, 'values.yaml'),
    names.map(name => `${name}: { enabled: true }\n`).join(''),
  );
  return directory;
}

async function writeCopy({ from, to, name }) {
  await cp(from, to, { recursive: true });
  const entries = await readdir(to, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter(one => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replaceAll(model, name));
  }
}
