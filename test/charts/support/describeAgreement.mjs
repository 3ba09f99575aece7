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
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { helms, helmTerminal } from '../../support/helm.mjs';
import { run } from '../../support/run.mjs';
import { assemblePlatform } from './assemblePlatform.mjs';
import { renderPlatform } from './renderPlatform.mjs';

const chartroom = fileURLToPath(
  new URL('../../../node_modules/.bin/chartroom', import.meta.url),
);
const absent = helms.some(({ binary }) => !binary) && 'one Helm is absent';

/** Declares what holds of an example as a whole: that it agrees with itself, and that both Helms render the same of it. */
export function describeAgreement(platform) {
  describe(`${platform.name} as a whole`, () => {
    it('has nothing that chartroom check would report', async () => {
      assert.equal(
        await run(process.execPath, [chartroom, 'check', platform.example]),
        'Clean.\n',
      );
    });

    it(
      'is the same on both Helms, object for object',
      {
        skip: absent,
      },
      async () => {
        const lock = join(platform.umbrella, 'Chart.lock');
        const renders = [];
        for (const { binary } of helms) {
          const helm = await helmTerminal(binary);
          const directory = await assemblePlatform({ helm, ...platform });
          const rendered = {
            // A build leaves the lock as it is
            lock: await readFile(join(directory, lock), 'utf8'),
          };
          for (const { name } of platform.environments) {
            const options = { helm, directory, platform, name };
            rendered[name] = (await renderPlatform(options)).objects;
          }
          await rm(directory, { recursive: true });
          renders.push(rendered);
        }
        assert.deepEqual(renders[0], renders[1]);
        assert.equal(
          renders[0].lock,
          await readFile(join(platform.example, lock), 'utf8'),
        );
      },
    );
  });
}
