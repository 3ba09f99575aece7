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

import { randomBytes } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LauncherError } from './launcherError.mjs';
import { withLock } from './lock.mjs';

/** The secrets of this state, made at random the first time. */
export async function provideSecrets(state) {
  const file = join(state, 'secrets.json');
  await mkdir(state, { recursive: true });
  const made = {
    forgeToken: randomBytes(24).toString('base64url'),
  };
  try {
    await writeFile(file, `${JSON.stringify(made, undefined, 2)}\n`, {
      mode: 0o600,
      flag: 'wx',
    });
    return made;
  } catch (error) {
    if (error.code !== 'EEXIST') {
      throw error;
    }
  }
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    throw new LauncherError(
      `${file} cannot be read; \`npm run reset\` makes a new state.`,
    );
  }
}

/** Runs work that uses the state, and refuses when a portal uses it already. */
export function useState(options) {
  const { state, run } = options;
  return withLock({
    lock: join(state, 'in-use.lock'),
    onWait() {
      throw new LauncherError(
        `A portal runs on ${state}; stop it with Ctrl-C first (one that crashed is forgotten after 20 s).`,
      );
    },
    run,
  });
}

/** Removes all that is in the state, unless a portal uses it, and says how many things it were. */
export async function emptyState(state) {
  await mkdir(state, { recursive: true });
  return useState({
    state,
    async run() {
      const names = await readdir(state);
      for (const name of names) {
        await rm(join(state, name), { recursive: true, force: true });
      }
      // The lock is one of them
      return names.length - 1;
    },
  });
}
