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
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { emptyState, provideSecrets, useState } from './state.mjs';

let state;
beforeEach(async () => {
  state = await mkdtemp(join(tmpdir(), 'chartroom-state-'));
});
afterEach(() => rm(state, { recursive: true }));

test('secrets are random, kept, and for their owner alone', async () => {
  const secrets = await provideSecrets(state);
  assert.match(secrets.forgeToken, /^[\w-]{32}$/);
  assert.deepEqual(await provideSecrets(state), secrets);
  const { mode } = await stat(join(state, 'secrets.json'));
  assert.equal(mode.toString(8).slice(-3), '600');
});

test('secrets that cannot be read are refused with the way out', async () => {
  await writeFile(join(state, 'secrets.json'), '{"forge');
  await assert.rejects(provideSecrets(state), /npm run reset/);
});

test('reset empties the state', async () => {
  await provideSecrets(state);
  assert.equal(await emptyState(state), 1);
  assert.deepEqual(await readdir(state), []);
});

test('reset refuses while a portal uses the state', async () => {
  await provideSecrets(state);
  await useState({
    state,
    run: () =>
      assert.rejects(emptyState(state), /A portal runs on .*; stop it/),
  });
  assert.equal(await emptyState(state), 1);
});
