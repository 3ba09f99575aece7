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

import { InputError } from '@backstage/errors';
import { syncPlatform } from '../agreement';
import { quoted } from '../check/quoted';
import type { Finding } from '../check';
import { continuousIntegrationFiles } from '../derived/continuousIntegration/continuousIntegrationFiles';
import type { FileTree } from '../files';
import { withChanges } from '../files/withChanges';
import { checkServiceName } from '../matrix';
import { stringifyYaml } from '../yaml';
import type { NewEnvironment } from './NewEnvironment';

const gitIgnore = `# Charts that helm dependency build puts there
helm/*/charts/
charts/*/charts/
# Credentials for a local cluster
*-secrets.yaml
`;

/**
 * Makes the files of a platform repository that has no service yet.
 *
 * @remarks
 * It is in agreement with itself from the start. The common chart's own files
 * are the caller's to lay beside, in `charts/platform-common`. Throws InputError
 * where the system cannot have its name.
 *
 * @public
 */
export function newPlatform(options: {
  /** Name of the system, and of its umbrella chart. */
  system: string;
  /** Entity ref of its owner. */
  owner?: string;
  /** Its environments, the first where a service is switched on first. */
  environments: readonly NewEnvironment[];
  /** Version of the common chart that lies beside. */
  commonChartVersion: string;
  /** ISO 8601 in UTC; written to Chart.lock. */
  now: string;
}): { files: FileTree; findings: Finding[] } {
  const { system, now } = options;
  const named = checkServiceName({ name: system, taken: [] });
  if (!named.ok) {
    throw new InputError(
      `${quoted(system)} cannot be the name of a system. ${named.reason}`,
    );
  }
  const files = new Map([
    ...continuousIntegrationFiles({ system }),
    ['service-matrix.yaml', matrixText(options)],
    ['README.md', readmeText(options)],
    ['.gitignore', gitIgnore],
  ]);
  const { changes, findings } = syncPlatform({ files, now });
  return { files: withChanges({ files, changes }), findings };
}

function matrixText(options: {
  system: string;
  owner?: string;
  environments: readonly NewEnvironment[];
  commonChartVersion: string;
}): string {
  const { system, owner, environments, commonChartVersion } = options;
  const head = stringifyYaml({
    system,
    ...(owner && { owner }),
    umbrella: `helm/${system}`,
    commonChart: {
      version: commonChartVersion,
      repository: 'file://charts/platform-common',
    },
    environments: environments.map(({ name, domain }) => ({
      name,
      namespace: `${system}-${name}`,
      ...(domain !== undefined && { domain }),
    })),
  });
  return `# The inventory of ${system}: the one place where its topology is written.\n${head}services: []\n`;
}

function readmeText(options: {
  system: string;
  environments: readonly NewEnvironment[];
}): string {
  const { system, environments } = options;
  const [environment = { name: '<environment>' }] = environments;
  return `# ${system}

The platform repository of ${system}: which services it has, what depends on what, and which
version of each belongs together.

| place | what it is |
|---|---|
| \`service-matrix.yaml\` | the inventory: services, dependencies, environments; topology is written here and nowhere else |
| \`helm/${system}\` | the umbrella chart; its \`Chart.yaml\` pins the version of every chart |
| \`helm/${system}/values.yaml\` | below \`wiring\` what follows from the matrix, beside it what people decide |
| \`helm/${system}/values-<environment>.yaml\` | what differs in one environment |
| \`charts/<name>\` | the chart of a service that has no repository of its own |
| \`charts/platform-common\` | the common chart |

\`\`\`sh
chartroom add service orders --language node --port 8080
chartroom release orders
chartroom check
helm dependency build helm/${system}
helm template ${system} helm/${system} --values helm/${system}/values-${environment.name}.yaml
\`\`\`
`;
}
