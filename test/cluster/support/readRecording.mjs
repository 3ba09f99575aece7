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
import { parseAllDocuments } from 'yaml';
import { decodeRelease } from './readReleases.mjs';

/** The objects of a recording by file, those with a release of Helm with that release in place of its bytes. */
export async function readRecording(options) {
  const { folder } = options;
  const files = (await readdir(folder, { recursive: true }))
    .filter(file => file.includes('/') && file.endsWith('.yaml'))
    .sort();
  const entries = await Promise.all(
    files.map(async file => {
      const text = await readFile(join(folder, file), 'utf8');
      const objects = parseAllDocuments(text).map(document => document.toJS());
      return [file, objects.map(decoded)];
    }),
  );
  return Object.fromEntries(entries);
}

function decoded(object) {
  return object.type === 'helm.sh/release.v1'
    ? { ...object, data: { release: decodeRelease(object) } }
    : object;
}
