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

import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Platform } from '@chartroom/backstage-plugin-chartroom-common';
import type { Terminal } from '../Terminal';

/**
 * The packed charts beside the umbrella, where `helm dependency build` lays them, by the name of
 * their file; empty where there are none.
 *
 * @internal
 */
export async function readArchives(options: {
  terminal: Terminal;
  directory: string;
  platform: Platform;
}): Promise<ReadonlyMap<string, Buffer>> {
  const { terminal, directory, platform } = options;
  if (!platform.matrix) {
    return new Map();
  }
  const folder = join(
    resolve(terminal.directory, directory),
    platform.matrix.umbrella,
    'charts',
  );
  const entries = await readdir(folder, { withFileTypes: true }).catch(
    () => [],
  );
  const names = entries.flatMap(entry =>
    entry.isFile() && entry.name.endsWith('.tgz') ? [entry.name] : [],
  );
  return new Map(
    await Promise.all(
      names.map(
        async name => [name, await readFile(join(folder, name))] as const,
      ),
    ),
  );
}
