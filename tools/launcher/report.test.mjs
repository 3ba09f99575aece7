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
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { isErrorLine } from './portal.mjs';
import { createReport, since } from './report.mjs';

test('a step shows that it lives, what came of it and how long it took', async () => {
  const written = [];
  const report = createReport({
    write: text => written.push(text),
    interval: 20,
  });
  const value = await report.step({
    name: 'Helm 4',
    doing: 'looking',
    async run(progress) {
      progress.doing = 'building';
      await delay(30);
      progress.done = '4.2.4';
      return 'path';
    },
  });
  assert.equal(value, 'path');
  assert.deepEqual(written, [
    '  Helm 4       building … 0.0 s\n',
    '  Helm 4       4.2.4 (0.0 s)\n',
  ]);
});

test('times are as a person reads them', () => {
  assert.equal(since(0, 900), '0.9 s');
  assert.equal(since(0, 43_400), '43 s');
  assert.equal(since(0, 185_000), '3 min 5 s');
});

test('errors of the logs are shown, their warnings are not', () => {
  assert.ok(
    isErrorLine('2026-01-02T03:04:05.678Z catalog error No such thing'),
  );
  assert.ok(!isErrorLine('2026-01-02T03:04:05.678Z catalog warn No errors'));
  assert.ok(isErrorLine('ERROR in ./src/App.tsx'));
});
