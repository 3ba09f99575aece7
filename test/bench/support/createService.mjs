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

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { plan, readPlatform } = require('../../../plugins/chartroom-common/src');

const web = 'https://git.example.com/large';

/** What a person asks for: a service that calls two others and uses a store. */
const operation = {
  kind: 'create-service',
  id: 'operation-1',
  platform: 'large',
  service: {
    name: 'recommendations',
    description: 'What others bought',
    owner: 'group:default/large',
    language: 'node',
    port: 8000,
    exposed: false,
    dependencies: [
      { name: 'service-1' },
      { name: 'service-100' },
      { name: 'store-0' },
    ],
  },
};

const facts = {
  now: '2026-12-01T10:00:00.000Z',
  platform: {
    webUrl: `${web}/platform`,
    defaultBranch: 'main',
    catalogNamespace: 'default',
  },
  serviceRepository: {
    webUrl: `${web}/recommendations`,
    cloneUrl: `${web}/recommendations.git`,
    defaultBranch: 'main',
  },
  chartVersion: '0.1.0',
  sourceTemplate: 'template:default/create-service',
  namesTaken: [],
};

/** Reads a platform, with the milliseconds that it took. */
export function timedRead(files) {
  const begun = performance.now();
  const platform = readPlatform({ files });
  return { platform, milliseconds: performance.now() - begun };
}

/** Plans "create service" as it is carried out, with the milliseconds that it took. */
export function timedPlan(platform) {
  return timed({ platform, isPartial: false, files: 5 });
}

/** The same as it is shown while a person types: without what only Chartroom writes. */
export function timedPreview(platform) {
  return timed({ platform, isPartial: true, files: 4 });
}

function timed({ platform, isPartial, files }) {
  const begun = performance.now();
  const made = plan({ platform, operation, facts, isPartial });
  const milliseconds = performance.now() - begun;
  if (made.platformChanges.length !== files) {
    throw new Error(`The plan is not whole: ${JSON.stringify(made.findings)}`);
  }
  return { plan: made, milliseconds };
}
