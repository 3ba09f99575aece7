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

import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';
import { run } from '../../support/run.mjs';

const chartroom = fileURLToPath(
  new URL('../../../packages/cli/bin/chartroom', import.meta.url),
);

/** The Secrets that `chartroom secrets --generate` prints for an environment, parsed. */
export async function environmentSecrets(options) {
  const { directory, environment } = options;
  const text = await run(process.execPath, [
    ...[chartroom, 'secrets', directory],
    ...['--environment', environment, '--generate'],
  ]);
  return parseAllDocuments(text)
    .map(document => document.toJS())
    .filter(Boolean);
}
