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

import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { entities } from './entities.mjs';
import { fromPlugin } from './fromPlugin.mjs';
import { policy } from './policy.mjs';
import { signIn } from './signIn.mjs';

const { createBackend } = fromPlugin('@backstage/backend-defaults');
const { createServiceFactory } = fromPlugin('@backstage/backend-plugin-api');

/**
 * A portal's backend in a process of its own: sign-in, permissions, catalog and the kubernetes plugin, and with
 * CHARTROOM_BENCH_PLUGIN=on this one; `off` it is not even loaded, `loaded` it is and does nothing. It answers `usage` of its parent with what it has used since it was last asked.
 */
const folder = process.env.CHARTROOM_BENCH_FOLDER;
const backend = createBackend();
for (const feature of [
  fromPlugin('@backstage/plugin-auth-backend'),
  fromPlugin('@backstage/plugin-permission-backend'),
  fromPlugin('@backstage/plugin-catalog-backend'),
  fromPlugin('@backstage/plugin-kubernetes-backend'),
]) {
  backend.add(feature.default);
}
backend.add(signIn);
backend.add(policy);
backend.add(entities({ file: `${folder}/services.json` }));
const mode = process.env.CHARTROOM_BENCH_PLUGIN;
const plugin = mode === 'off' ? undefined : fromPlugin('./src').default;
if (mode === 'on') {
  const { chartroomPlatformsServiceRef } = fromPlugin(
    '@chartroom/backstage-plugin-chartroom-node',
  );
  const { writtenPlatforms } = fromPlugin(
    './src/__testUtils__/writtenPlatforms',
  );
  const files = JSON.parse(readFileSync(`${folder}/platforms.json`, 'utf8'));
  backend.add(plugin);
  backend.add(
    createServiceFactory({
      service: chartroomPlatformsServiceRef,
      deps: {},
      // What is measured is clusters, not a git host
      factory: () => writtenPlatforms(files),
    }),
  );
}

const resolution = 5;
const delay = monitorEventLoopDelay({ resolution });
delay.enable();
let before = process.cpuUsage();
process.on('message', ({ collectGarbage }) => {
  const cpu = process.cpuUsage(before);
  before = process.cpuUsage();
  const loop = [50, 99].map(
    percent => delay.percentile(percent) / 1e6 - resolution,
  );
  delay.reset();
  if (collectGarbage) {
    globalThis.gc();
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  const mebibyte = 1024 ** 2;
  process.send({
    type: 'usage',
    resident: rss / mebibyte,
    heap: (heapUsed + external) / mebibyte,
    processor: (cpu.user + cpu.system) / 1e6,
    loop,
  });
});
await backend.start();
// Its own handler of rejections only logs
process.on('unhandledRejection', () => process.exit(1));
