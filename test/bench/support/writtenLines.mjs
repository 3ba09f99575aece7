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

import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Made from other files, and never written by hand. */
const generated = ['values.schema.json', 'values-local.yaml'];

/** Lines of a chart's files that say something: neither empty nor a comment. */
export async function writtenLines({ directory }) {
  const entries = await readdir(directory, {
    recursive: true,
    withFileTypes: true,
  });
  const files = entries.filter(
    entry =>
      entry.isFile() &&
      !generated.includes(entry.name) &&
      !entry.name.startsWith('.'),
  );
  const texts = await Promise.all(
    files.map(({ parentPath, name }) =>
      readFile(join(parentPath, name), 'utf8'),
    ),
  );
  return texts
    .join('\n')
    .replace(/\{\{-? ?\/\*[\s\S]*?\*\/ ?-?\}\}/g, '')
    .split('\n')
    .filter(line => line.trim() && !line.trim().startsWith('#')).length;
}
