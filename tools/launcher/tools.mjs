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

import { join } from 'node:path';
import { cacheDirectory, provideCached } from './cache.mjs';
import { runGo } from './go.mjs';
import { provideHelm } from './helm.mjs';
import { LauncherError } from './launcherError.mjs';
import { providePostgres } from './postgres.mjs';
import { findProgram } from './programs.mjs';

/**
 * The programs that the portal and its tests run, by the environment variable that names their path.
 * A new one is one entry.
 */
const tools = {
  CHARTROOM_HELM: {
    name: 'Helm 4',
    provide: options => provideHelm({ ...options, major: 4 }),
  },
  CHARTROOM_HELM3: {
    name: 'Helm 3',
    provide: options => provideHelm({ ...options, major: 3 }),
  },
  CHARTROOM_NETPOLICY: { name: 'netpolicy', provide: provideNetpolicy },
  // The name under which Backstage's TestDatabases look for it
  BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING: {
    name: 'PostgreSQL',
    provide: providePostgres,
  },
  CHARTROOM_CHROMIUM: { name: 'Chromium', provide: provideChromium },
};

/**
 * Provides the tools of these variables, one after the other; a variable that is set is taken at its word.
 * Returns the variables of those that are there, and of the others the reason why not.
 */
export async function provideTools(options) {
  const { variables, root, env, report } = options;
  const found = {};
  const missing = {};
  for (const variable of variables) {
    const { name, provide } = tools[variable];
    await report.step({
      name,
      doing: 'looking',
      async run(progress) {
        try {
          found[variable] =
            env[variable] ??
            (await provide({
              cache: cacheDirectory(env),
              root,
              env,
              progress,
            }));
        } catch (error) {
          if (!(error instanceof LauncherError)) {
            throw error;
          }
          missing[variable] = error.message;
          progress.done = `missing: ${error.message}`;
        }
      },
    });
  }
  return { found, missing };
}

/** The evaluator of network policies, built from the versions in tools/netpolicy/go.sum. */
async function provideNetpolicy(options) {
  const { cache, root, env, progress } = options;
  const directory = await provideCached({
    cache,
    name: `netpolicy-1.1.0-${process.platform}-${process.arch}`,
    onWait: () => {
      progress.doing = 'waiting for another launcher that makes it';
    },
    make(partial) {
      progress.doing = 'building 1.1.0 with Go';
      return runGo({
        args: [
          ...['build', '-trimpath', '-ldflags', '-s -w'],
          ...['-o', join(partial, 'netpolicy')],
          'github.com/np-guard/netpol-analyzer/cmd/netpolicy',
        ],
        cwd: join(root, 'tools', 'netpolicy'),
        env,
        binaries: partial,
      });
    },
  });
  progress.done = '1.1.0';
  return join(directory, 'netpolicy');
}

async function provideChromium(options) {
  const { env, progress } = options;
  const path = findProgram({
    names: [
      env.CHROME,
      ...['chromium', 'chromium-browser', 'google-chrome-stable'],
      ...['google-chrome', 'chrome'],
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    env,
  });
  if (!path) {
    throw new LauncherError('no Chromium; install the package chromium');
  }
  progress.done = path;
  return path;
}
