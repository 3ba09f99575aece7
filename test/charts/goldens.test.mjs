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
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { assemblePlatform } from './support/assemblePlatform.mjs';
import { eachHelm } from './support/eachHelm.mjs';
import { examplePlatforms } from './support/examplePlatforms.mjs';
import { renderPlatform } from './support/renderPlatform.mjs';

// What the examples render to, as it was last looked at: a change of the common chart shows here
// what it changes, object by object. CHARTROOM_UPDATE_GOLDENS=1 writes them anew.
const folder = fileURLToPath(new URL('__fixtures__/goldens', import.meta.url));
const isUpdated = process.env.CHARTROOM_UPDATE_GOLDENS === '1';
const platforms = await examplePlatforms();

/**
 * The documents of a render, each without its path: which copy of a template wins is no part of what is
 * applied. In order, since the two Helms order objects of one kind differently.
 */
function documents(text) {
  return text
    .split(/^---\n/m)
    .map(document => document.replace(/^# Source: .*\n/m, '').trim())
    .filter(Boolean)
    .sort();
}

eachHelm('goldens', helm => {
  for (const platform of platforms) {
    describe(platform.name, () => {
      let directory;
      before(async () => {
        const { example, umbrella } = platform;
        directory = await assemblePlatform({ helm, example, umbrella });
      });
      after(() => rm(directory, { recursive: true }));

      for (const { name } of platform.environments) {
        test(`${name} renders as its golden says`, async () => {
          const file = join(folder, platform.name, `${name}.yaml`);
          const rendered = await renderPlatform({
            ...{ helm, directory, platform, name },
          });
          const rendering = documents(rendered.text);
          if (isUpdated) {
            await mkdir(dirname(file), { recursive: true });
            await writeFile(file, `---\n${rendering.join('\n---\n')}\n`);
          }
          const golden = documents(await readFile(file, 'utf8'));
          assert.deepEqual(rendering, golden);
        });
      }
    });
  }
});
