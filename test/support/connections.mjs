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

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.mjs';

/**
 * What the policies of rendered manifests admit between workloads, by np-guard's
 * evaluator: a set of `from -> to : TCP port`, sorted.
 *
 * Lines that name addresses outside the cluster are left out.
 */
export async function connections(manifests) {
  const directory = await mkdtemp(join(tmpdir(), 'chartroom-policies-'));
  try {
    await writeFile(join(directory, 'manifests.yaml'), manifests);
    const text = await run(process.env.CHARTROOM_NETPOLICY, [
      'list',
      '--quiet',
      '--dirpath',
      directory,
      '--output',
      'json',
    ]);
    return JSON.parse(text)
      .map(
        ({ src, dst, conn }) =>
          `${workload(src)} -> ${workload(dst)} : ${conn}`,
      )
      .filter(line => !/\d+\.\d+\.\d+\.\d+/.test(line))
      .sort();
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** `default/cart[Deployment]` is `cart`. */
function workload(peer) {
  return peer.replace(/^[^/]*\//, '').replace(/\[.*$/, '');
}
