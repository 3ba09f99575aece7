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

import { rmSync } from 'node:fs';
import { mkdir, rm, stat, utimes } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Runs work while no other process holds the same lock, a directory.
 * The holder touches it; one that was not touched for a while (ms) is of a process that died.
 */
export async function withLock(options) {
  const { lock, onWait, run, abandonedAfter = 20_000, poll = 500 } = options;
  let waiting = false;
  while (!(await take(lock))) {
    if ((await age(lock)) > abandonedAfter) {
      await rm(lock, { recursive: true, force: true });
      continue;
    }
    if (!waiting) {
      waiting = true;
      onWait?.();
    }
    await delay(poll);
  }
  const touch = setInterval(() => {
    const now = new Date();
    utimes(lock, now, now).catch(() => {});
  }, abandonedAfter / 4);
  const release = () => rmSync(lock, { recursive: true, force: true });
  process.once('exit', release);
  try {
    return await run();
  } finally {
    clearInterval(touch);
    process.off('exit', release);
    release();
  }
}

async function take(lock) {
  try {
    await mkdir(lock);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') {
      return false;
    }
    throw error;
  }
}

async function age(lock) {
  try {
    return Date.now() - (await stat(lock)).mtimeMs;
  } catch {
    return 0;
  }
}
