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
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';

const folder = fileURLToPath(
  new URL(
    '../../../plugins/chartroom-common/src/health/__fixtures__',
    import.meta.url,
  ),
);

/** Every object in the fixtures of the rules. */
export async function fixtures() {
  const files = await readdir(folder, { recursive: true });
  const texts = await Promise.all(
    files
      .filter(file => file.endsWith('.yaml'))
      .map(file => readFile(join(folder, file), 'utf8')),
  );
  return texts
    .flatMap(text => parseAllDocuments(text))
    .map(document => ({ object: document.toJSON() }));
}
