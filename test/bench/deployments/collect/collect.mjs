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
import { setTimeout as sleep } from 'node:timers/promises';
import { wordsOf } from '../seed/wordsOf.mjs';
import { fromPlugin } from '../backend/fromPlugin.mjs';

const { ConfigReader } = fromPlugin('@backstage/config');
const { createObservationSources } = fromPlugin('./src/collectors');
const { ReadModel } = fromPlugin('./src/readModel');
const { WantedState } = fromPlugin('./src/wanted');
const { writtenPlatforms } = fromPlugin('./src/__testUtils__/writtenPlatforms');

const patience = 240_000;

/**
 * A process of its own: collects once, without a backend around it, and prints how long it took until every deployment of a
 * live cluster could be told, and what was told.
 */
const { config, files, main, places } = JSON.parse(
  readFileSync(process.argv[2], 'utf8'),
);
const logger = {
  ...{ debug() {}, info() {}, warn: console.error, error: console.error },
  child: () => logger,
};
const wanted = WantedState.create({
  platforms: writtenPlatforms(files),
  logger,
});
await wanted.refresh();
const sources = createObservationSources({
  config: new ConfigReader(config),
  logger,
});
const model = ReadModel.create({
  ...{ sources, wanted },
  redaction: { key: 'of-a-benchmark', sensitiveWords: [] },
  staleAfterMilliseconds: 90_000,
});
const stopped = new AbortController();
const cpu = process.cpuUsage();
const begun = performance.now();
sources.forEach(source =>
  source.start({ sink: model.sinkOf({ source }), signal: stopped.signal }),
);
while (model.freshness(main)?.state !== 'live') {
  if (performance.now() - begun > patience) {
    const { state, message, sources: each } = model.freshness(main) ?? {};
    throw new Error(`it is ${state}: ${message} ${JSON.stringify(each)}`);
  }
  await sleep(2);
}
const deployments = Object.keys(files).flatMap(platform =>
  model.deployments({ platform }),
);
const seconds = (performance.now() - begun) / 1000;
const { user, system } = process.cpuUsage(cpu);
const releases = places.flatMap(namespace =>
  (model.namespace({ cluster: main, namespace })?.releases ?? []).map(
    ({ name, revision, status, chart }) => ({
      ...{ name, namespace, revision, status },
      chart: chart && `${chart.name}-${chart.version}`,
    }),
  ),
);
process.stdout.write(
  JSON.stringify({
    seconds,
    processor: (user + system) / 1e6,
    peak: process.resourceUsage().maxRSS / 1024,
    releases,
    rows: deployments.map(deployment => wordsOf({ deployment })),
    clusters: sources.map(({ cluster }) => model.freshness(cluster)),
  }),
  () => process.exit(0),
);
