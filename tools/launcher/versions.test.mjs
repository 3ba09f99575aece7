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
import { goVersion, isBelow } from './go.mjs';
import { isFittingHelm } from './helm.mjs';

for (const [text, major, fits] of [
  ['v4.2.4+g1a2b3c4', 4, true],
  ['v4.0.0', 4, true],
  ['v3.21.4+g1a2b3c4', 4, false],
  ['v3.18.0', 3, true],
  ['v3.17.4', 3, false],
  ['v5.0.0', 4, false],
  ['Client: v2.17.0', 3, false],
  ['command not understood', 4, false],
]) {
  test(`a helm that says "${text}" ${
    fits ? 'serves' : 'does not serve'
  } as Helm ${major}`, () => {
    assert.equal(isFittingHelm({ text, major }), fits);
  });
}

test('the version of Go is read from its answer', () => {
  assert.deepEqual(goVersion('go version go1.26.8 linux/amd64'), [1, 26]);
  assert.deepEqual(goVersion('go version go1.25rc1 darwin/arm64'), [1, 25]);
  assert.equal(goVersion('bash: go: command not found'), undefined);
});

test('versions compare by number, not by text', () => {
  assert.equal(isBelow([1, 9], [1, 24]), true);
  assert.equal(isBelow([1, 24], [1, 24]), false);
  assert.equal(isBelow([2, 0], [1, 24]), false);
  assert.equal(isBelow([1], [1, 1]), true);
});
