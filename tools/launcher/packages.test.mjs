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
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { isInstalled, stampOf } from './packages.mjs';

let root;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'chartroom-root-'));
  await mkdir(join(root, 'plugins', 'one'), { recursive: true });
  await mkdir(join(root, 'node_modules'));
  await writeFile(join(root, 'yarn.lock'), 'lock');
  await writeFile(join(root, 'package.json'), '{}');
  await writeFile(join(root, 'plugins', 'one', 'package.json'), '{}');
});
afterEach(() => rm(root, { recursive: true }));

async function install() {
  const modules = join(root, 'node_modules');
  await writeFile(join(modules, '.yarn-state.yml'), '');
  await writeFile(join(modules, '.chartroom-installed'), await stampOf(root));
}

test('a fresh checkout is not installed', async () => {
  assert.equal(await isInstalled(root), false);
});

test('what was installed stays so', async () => {
  await install();
  assert.equal(await isInstalled(root), true);
});

test('an install that Yarn did not finish is none', async () => {
  await install();
  await rm(join(root, 'node_modules', '.yarn-state.yml'));
  assert.equal(await isInstalled(root), false);
});

for (const file of ['yarn.lock', 'package.json', 'plugins/one/package.json']) {
  test(`a change of ${file} asks for an install`, async () => {
    await install();
    await writeFile(join(root, file), '{"changed": true}');
    assert.equal(await isInstalled(root), false);
  });
}

test('a new package asks for an install', async () => {
  await install();
  await mkdir(join(root, 'plugins', 'two'));
  await writeFile(join(root, 'plugins', 'two', 'package.json'), '{}');
  assert.equal(await isInstalled(root), false);
});
