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
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { exampleSchemas } from '../../tools/generate/exampleSchemas.mjs';
import { generatedFiles } from '../../tools/generate/generatedFiles.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('what follows from values.schema.yaml', () => {
  for (const make of [generatedFiles, exampleSchemas]) {
    it(`is committed as ${make.name} makes it; \`npm run generate\` writes it`, async () => {
      const files = await make({ root });
      assert.ok(files.size >= 4);
      for (const [path, text] of files) {
        assert.equal(await readFile(join(root, path), 'utf8'), text, path);
      }
    });
  }
});
