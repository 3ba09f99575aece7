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
import { existsSync } from 'node:fs';
import {
  mkdir,
  mkdtemp,
  readdir,
  rm,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { cacheDirectory, provideCached } from './cache.mjs';
import { withLock } from './lock.mjs';

let cache;
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'chartroom-cache-'));
});
afterEach(() => rm(cache, { recursive: true }));

test('the cache is where the user says, else where the system keeps caches', () => {
  const XDG_CACHE_HOME = '/caches';
  assert.equal(cacheDirectory({ CHARTROOM_CACHE: '/x', XDG_CACHE_HOME }), '/x');
  assert.equal(cacheDirectory({ XDG_CACHE_HOME }), '/caches/chartroom');
  assert.match(cacheDirectory({}), /\/\.cache\/chartroom$/);
});

test('what two need at once is made once', async () => {
  let made = 0;
  const provide = () =>
    provideCached({
      cache,
      name: 'tool-1',
      async make(partial) {
        made += 1;
        await delay(50);
        await writeFile(join(partial, 'tool'), 'binary');
      },
    });
  const directories = await Promise.all([provide(), provide(), provide()]);
  assert.equal(made, 1);
  assert.deepEqual([...new Set(directories)], [join(cache, 'tool-1')]);
  assert.deepEqual(await readdir(cache), ['tool-1']);
});

test('what could not be made is made again, from nothing', async () => {
  await assert.rejects(
    provideCached({
      cache,
      name: 'tool-1',
      async make(partial) {
        await writeFile(join(partial, 'half'), '');
        throw new Error('no network');
      },
    }),
    /no network/,
  );
  assert.ok(!existsSync(join(cache, 'tool-1')));
  await provideCached({
    cache,
    name: 'tool-1',
    make: partial => writeFile(join(partial, 'tool'), ''),
  });
  assert.deepEqual(await readdir(join(cache, 'tool-1')), ['tool']);
});

test('a lock that its holder no longer touches is taken over', async () => {
  const lock = join(cache, 'lock');
  await mkdir(lock);
  const past = new Date(Date.now() - 60_000);
  await utimes(lock, past, past);
  assert.equal(await withLock({ lock, run: async () => 'taken' }), 'taken');
  assert.ok(!existsSync(lock));
});

test('a lock that is held says so once, and is free after a failure', async () => {
  const lock = join(cache, 'lock');
  const order = [];
  const first = withLock({
    lock,
    async run() {
      await delay(60);
      order.push('first');
      throw new Error('failed');
    },
  });
  const second = withLock({
    lock,
    poll: 10,
    onWait: () => order.push('waiting'),
    run: async () => order.push('second'),
  });
  await assert.rejects(first, /failed/);
  await second;
  assert.deepEqual(order, ['waiting', 'first', 'second']);
});
