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

import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { assemblePlatform } from '../../charts/support/assemblePlatform.mjs';

const umbrella = 'helm/robot-shop';

/**
 * Puts Robot Shop's repository together as it was at a revision of the story, its umbrella's dependencies built, and
 * resolves with its folder.
 */
export async function assembleRevision(options) {
  const { helm, revision } = options;
  const { charts = {}, without = [] } = revision;
  const directory = await assemblePlatform({ helm });
  const edit = async (file, change) => {
    const path = join(directory, file);
    const document = parseDocument(await readFile(path, 'utf8'));
    change(document);
    await writeFile(path, document.toString({ lineWidth: 0 }));
  };
  await edit(`${umbrella}/Chart.yaml`, chart => {
    chart.set('version', revision.umbrella);
    const dependencies = chart.get('dependencies');
    for (const [name, { version }] of Object.entries(charts)) {
      dependencies.items
        .find(item => item.get('name') === name)
        .set('version', version);
    }
    dependencies.items = dependencies.items.filter(
      item => !without.includes(item.get('name')),
    );
  });
  await edit(`${umbrella}/values.yaml`, values => {
    for (const name of without) {
      values.delete(name);
      for (const { value: service } of values.contents.items) {
        service.deleteIn(['wiring', 'callers', name]);
      }
    }
  });
  for (const [name, { version, appVersion }] of Object.entries(charts)) {
    await edit(`charts/${name}/Chart.yaml`, chart => {
      chart.set('version', version);
      chart.set('appVersion', appVersion);
    });
  }
  for (const built of ['charts', 'Chart.lock']) {
    await rm(join(directory, umbrella, built), { recursive: true });
  }
  await helm('dependency', 'update', join(directory, umbrella));
  return directory;
}
