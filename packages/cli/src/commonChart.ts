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
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import type { FileTree } from '@chartroom/backstage-plugin-chartroom-common';
import { readDirectory } from './directory';
import type { Terminal } from './Terminal';

/** In an installed package, and in this repository; seen from the package's own folder. */
const places = ['charts/platform-common', '../../charts/platform-common'];

/**
 * The common chart that belongs to this version of the command, as it is packed.
 *
 * @internal
 */
export async function commonChart(options: {
  terminal: Terminal;
}): Promise<{ version: string; files: FileTree }> {
  const packageFolder = dirname(require.resolve('@chartroom/cli/package.json'));
  const directory = places
    .map(place => resolve(packageFolder, place))
    .find(place => existsSync(resolve(place, 'Chart.yaml')));
  if (!directory) {
    throw new Error('The package is incomplete: it holds no common chart.');
  }
  const read = await readDirectory({ ...options, directory });
  const ignored = new Set((read.get('.helmignore') ?? '').split('\n'));
  const files = new Map([...read].filter(([path]) => !ignored.has(path)));
  return {
    version: String(parse(files.get('Chart.yaml') ?? '').version),
    files,
  };
}
