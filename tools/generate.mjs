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

import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exampleSchemas } from './generate/exampleSchemas.mjs';
import { generatedFiles } from './generate/generatedFiles.mjs';

// Writes what follows from the schema of the common chart's values.
const root = dirname(dirname(fileURLToPath(import.meta.url)));

for (const make of [generatedFiles, exampleSchemas]) {
  for (const [path, text] of await make({ root })) {
    await writeFile(join(root, path), text);
  }
}
