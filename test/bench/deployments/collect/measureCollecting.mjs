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
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../../../support/run.mjs';

const program = fileURLToPath(new URL('./collect.mjs', import.meta.url));

/**
 * Collects a cluster several times, in a new process each time, and resolves with what each of them told, and the bytes
 * that came from the API server meanwhile.
 */
export async function measureCollecting(options) {
  const { clusters, main, files, places, proxy, directory, runs } = options;
  const input = join(directory, 'collect.json');
  const config = { chartroom: { clusters } };
  await writeFile(input, JSON.stringify({ config, files, main, places }), {
    mode: 0o600,
  });
  const all = [];
  for (let time = 0; time < runs; time += 1) {
    const before = proxy.counts();
    const output = await run(process.execPath, [program, input], {
      maxBuffer: 512 * 1024 * 1024,
      timeout: 300_000,
    });
    const received = proxy.counts().received - before.received;
    all.push({ ...JSON.parse(output), received });
  }
  return all;
}
