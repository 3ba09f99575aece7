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

import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { withLock } from './lock.mjs';

/** Where tools are kept between checkouts; never inside one. */
export function cacheDirectory(env = process.env) {
  return (
    env.CHARTROOM_CACHE ||
    join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'chartroom')
  );
}

/**
 * The directory `name` of the cache, made by `make` when it is not there.
 * It appears whole or not at all, and two processes that need it make it once.
 */
export async function provideCached(options) {
  const { cache, name, onWait, make } = options;
  const directory = join(cache, name);
  if (existsSync(directory)) {
    return directory;
  }
  await mkdir(cache, { recursive: true });
  return withLock({
    lock: `${directory}.lock`,
    onWait,
    async run() {
      const partial = `${directory}.partial`;
      if (!existsSync(directory)) {
        await rm(partial, { recursive: true, force: true });
        await mkdir(partial);
        await make(partial);
        await rename(partial, directory);
      }
      return directory;
    },
  });
}
