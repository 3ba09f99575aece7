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

import { basename, join } from 'node:path';
import { cacheDirectory } from './cache.mjs';
import { provideCrdSchemas } from './crdSchemas.mjs';
import { provideCustomResources } from './customResources.mjs';
import { provideGoTool } from './goTool.mjs';
import { provideHelm } from './helm.mjs';
import { provideKubernetesSchemas } from './kubernetesSchemas.mjs';
import { LauncherError } from './launcherError.mjs';
import { providePostgres } from './postgres.mjs';
import { findProgram } from './programs.mjs';

/** Kubernetes of test/cluster/control-plane/go.mod; without it the server calls itself by no version that Helm can read. */
const kubernetes = { major: 1, minor: 36, patch: 3 };
const kubernetesVersion = {
  gitVersion: `v${Object.values(kubernetes).join('.')}`,
  gitMajor: kubernetes.major,
  gitMinor: kubernetes.minor,
  gitTreeState: 'clean',
};

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
  CHARTROOM_NETPOLICY: goTool({ folder: 'tools/netpolicy' }),
  CHARTROOM_HELM_UNITTEST: goTool({ folder: 'tools/helm-unittest' }),
  CHARTROOM_KUBECONFORM: goTool({ folder: 'tools/kubeconform' }),
  CHARTROOM_KUBERNETES_SCHEMAS: {
    name: 'schemas of Kubernetes',
    provide: provideKubernetesSchemas,
  },
  CHARTROOM_CRD_SCHEMAS: {
    name: 'schemas of custom resources',
    provide: provideCrdSchemas,
  },
  CHARTROOM_KUBE_SCORE: goTool({ folder: 'tools/kube-score' }),
  CHARTROOM_POD_SECURITY: goTool({
    folder: 'test/judges',
    package: './pod-security',
  }),
  CHARTROOM_SERVER_SIDE_APPLY: goTool({
    folder: 'test/judges',
    package: './server-side-apply',
  }),
  CHARTROOM_APPLICATIONS: goTool({
    folder: 'test/judges',
    package: './applications',
  }),
  CHARTROOM_SEMVER: goTool({ folder: 'test/judges', package: './semver' }),
  CHARTROOM_CONTROL_PLANE: goTool({
    folder: 'test/cluster/control-plane',
    package: '.',
    build: {
      linker: Object.entries(kubernetesVersion).map(
        ([name, value]) => `-X k8s.io/component-base/version.${name}=${value}`,
      ),
      // Its debugging data would take a tenth of the time and 40 MB, and so would collecting garbage more often
      compiler: 'all=-dwarf=false',
      env: { GOGC: '400' },
    },
  }),
  CHARTROOM_CUSTOM_RESOURCES: {
    name: 'definitions of custom resources',
    provide: provideCustomResources,
  },
  CHARTROOM_KSTATUS: goTool({
    folder: 'test/health-engines/kstatus',
    package: './kstatus-health',
  }),
  CHARTROOM_ARGO_HEALTH: goTool({
    folder: 'test/health-engines/argo',
    package: './argo-health',
  }),
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

/** A program built from a Go module of this repository, under the name of the folder that holds it. */
function goTool(module) {
  return {
    name: basename(join(module.folder, module.package ?? '')),
    provide: options => provideGoTool({ ...options, ...module }),
  };
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
