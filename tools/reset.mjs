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

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './launcher/launch.mjs';
import { emptyState } from './launcher/state.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

await launch({
  needsNode: false,
  async run({ report }) {
    const state = join(root, '.state');
    const removed = await emptyState(state);
    report.line(
      removed
        ? `${state} is empty; the next \`npm start\` begins anew.`
        : `${state} was empty.`,
    );
    return 0;
  },
});
