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

import { checkPart } from './checkPart.mjs';
import { jestPart } from './jestPart.mjs';
import { LauncherError } from './launcherError.mjs';
import { nodePart } from './nodePart.mjs';

const helms = ['CHARTROOM_HELM', 'CHARTROOM_HELM3'];
const postgres = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';
const allTools = [...helms, 'CHARTROOM_NETPOLICY'];
const judges = [
  'CHARTROOM_HELM_UNITTEST',
  'CHARTROOM_KUBECONFORM',
  'CHARTROOM_KUBERNETES_SCHEMAS',
  'CHARTROOM_CRD_SCHEMAS',
  'CHARTROOM_KUBE_SCORE',
  'CHARTROOM_POD_SECURITY',
  'CHARTROOM_SERVER_SIDE_APPLY',
  'CHARTROOM_APPLICATIONS',
  'CHARTROOM_SEMVER',
];

/**
 * The parts of `npm test`, in their order. A part may use tools, whose absence its own tests skip by name,
 * and may require some, without which it is skipped whole.
 */
const parts = [
  {
    name: 'types',
    run: checkPart([{ name: 'types', commands: [['tsc']] }]),
  },
  {
    name: 'lint',
    run: checkPart([
      {
        name: 'eslint of packages',
        commands: [['backstage-cli', 'repo', 'lint', '--max-warnings', '0']],
      },
      {
        name: 'eslint of tools and tests',
        commands: [
          [
            ...['eslint', '--max-warnings', '0', '--ext', '.mjs,.js,.ts'],
            ...['tools', 'test'],
          ],
        ],
      },
      { name: 'prettier', commands: [['prettier', '--check', '.']] },
      { name: 'knip', commands: [['knip', '--no-config-hints']] },
      {
        name: 'API reports',
        commands: [
          ['tsc'],
          [
            ...['backstage-repo-tools', 'api-reports', '--ci'],
            ...['--allow-all-warnings', '--validate-release-tags'],
            ...['-o', 'ae-wrong-input-file-type,ae-undocumented'],
          ],
        ],
      },
    ]),
  },
  { name: 'launcher', run: nodePart({ folder: 'tools' }) },
  { name: 'unit', uses: [...allTools, postgres], run: jestPart },
  {
    name: 'charts',
    uses: [...allTools, ...judges],
    requires: ['CHARTROOM_HELM'],
    run: nodePart({ folder: 'test/charts' }),
  },
  {
    name: 'health',
    uses: ['CHARTROOM_KSTATUS', 'CHARTROOM_ARGO_HEALTH'],
    run: nodePart({ folder: 'test/health' }),
  },
  {
    name: 'integration',
    uses: allTools,
    requires: ['CHARTROOM_HELM'],
    run: nodePart({ folder: 'test/integration' }),
  },
  {
    name: 'cluster',
    uses: [...helms, 'CHARTROOM_CONTROL_PLANE', 'CHARTROOM_CUSTOM_RESOURCES'],
    requires: ['CHARTROOM_HELM', 'CHARTROOM_CONTROL_PLANE'],
    run: nodePart({ folder: 'test/cluster' }),
  },
  {
    name: 'browser',
    uses: ['CHARTROOM_HELM', 'CHARTROOM_CHROMIUM'],
    requires: ['CHARTROOM_HELM', 'CHARTROOM_CHROMIUM'],
    run: nodePart({
      folder: 'test/browser',
      globalSetup: 'test/browser/buildPortals.mjs',
    }),
  },
  {
    name: 'bench',
    onDemand: true,
    uses: [...helms, 'CHARTROOM_CONTROL_PLANE'],
    // Timings that nothing else disturbs
    run: nodePart({ folder: 'test/bench', concurrency: 1 }),
  },
];

/** The parts that the arguments name; without names all but those that run on demand. */
export function chooseParts(args) {
  const names = args.filter(argument => !argument.startsWith('-'));
  const unknown = names.find(name => !parts.some(part => part.name === name));
  if (unknown) {
    throw new LauncherError(
      `There is no part "${unknown}"; the parts are ${parts
        .map(({ name }) => name)
        .join(', ')}.`,
    );
  }
  return names.length
    ? parts.filter(({ name }) => names.includes(name))
    : parts.filter(({ onDemand }) => !onDemand);
}
