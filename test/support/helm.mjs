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

import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.mjs';

/** The Helm versions that this machine offers: what the launcher found. */
export const helms = [
  { name: 'Helm 4', binary: process.env.CHARTROOM_HELM },
  { name: 'Helm 3', binary: process.env.CHARTROOM_HELM3 },
];

/**
 * A terminal's `helm` with a home of its own.
 *
 * Helm 3 built without its release flags believes that it talks to Kubernetes
 * 1.20, hence the explicit version in what renders without one.
 */
export async function helmTerminal(binary) {
  const home = await mkdtemp(join(tmpdir(), 'chartroom-helm-'));
  const env = {
    PATH: process.env.PATH,
    HOME: home,
    HELM_CACHE_HOME: join(home, 'cache'),
    HELM_CONFIG_HOME: join(home, 'config'),
    HELM_DATA_HOME: join(home, 'data'),
  };
  return (...args) =>
    run(
      binary,
      args[0] === 'template' && !args.includes('--kube-version')
        ? [...args, '--kube-version', '1.33.0']
        : args,
      { env },
    );
}
