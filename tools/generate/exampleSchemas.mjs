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
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

/**
 * The values.schema.json of every service chart of the examples, by path: made by the same
 * function as a new service's, from the schema module as it stands on disk.
 */
export async function exampleSchemas({ root }) {
  require('@backstage/cli-node/config/nodeTransform.cjs');
  const {
    chartSchema,
  } = require('../../plugins/chartroom-common/src/charts/chartSchema');
  const schemas = new Map();
  for (const folder of await chartFolders(root)) {
    for (const name of (await readdir(join(root, folder))).sort()) {
      schemas.set(
        `${folder}/${name}/values.schema.json`,
        chartSchema({ service: { name } }),
      );
    }
  }
  return schemas;
}

async function chartFolders(root) {
  const names = await readdir(join(root, 'examples'));
  return names
    .sort()
    .map(name => `examples/${name}/charts`)
    .filter(folder => existsSync(join(root, folder)));
}
