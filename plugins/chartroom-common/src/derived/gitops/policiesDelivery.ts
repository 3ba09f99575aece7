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

import type { Environment } from '../../matrix';
import { backingServiceWiring } from '../../wiring';
import type { DerivedFile } from '../DerivedFile';
import { derivedMark } from '../derivedMark';
import { applicationSet } from './applicationSet';
import { argocdFile } from './argocdFile';
import { destination } from './destination';
import type { GitopsPlatform } from './GitopsPlatform';
import { releaseName } from './releaseName';

const folder = 'policies';

/**
 * A small chart with what no service's own release holds: policies of backing
 * services whose charts are not ours, and the objects of those that an operator
 * runs. It renders by the same define as an umbrella. None where no environment
 * has such a backing service.
 *
 * @internal
 */
export function policiesDelivery(options: GitopsPlatform): DerivedFile[] {
  const { matrix, gitops } = options;
  const { system, commonChart, environments } = matrix;
  const blocks = environments.map(environment =>
    backingServices({ ...options, environment }),
  );
  if (blocks.every(block => Object.keys(block).length === 0)) {
    return [];
  }
  const chart = {
    apiVersion: 'v2',
    name: system,
    description: `Policies of the backing services of ${system}`,
    type: 'application',
    version: '1.0.0',
    dependencies: [
      {
        name: 'platform-common',
        version: commonChart.version,
        repository: commonChart.repository.replace(
          /^file:\/\//,
          'file://../../',
        ),
      },
    ],
  };
  const set = applicationSet({
    ...options,
    name: system,
    wave: 0,
    facts: '.',
    generators: [
      {
        list: {
          elements: environments.map(environment => ({
            environment: environment.name,
            ...destination({ environment }),
            revision: environment.ref ?? 'HEAD',
          })),
        },
      },
    ],
    sources: [
      {
        repoURL: gitops.repository,
        targetRevision: '{{ .revision }}',
        path: `argocd/${folder}`,
        helm: {
          releaseName: releaseName({ name: system }),
          valueFiles: ['values-{{ .environment }}.yaml'],
        },
      },
    ],
  });
  return [
    argocdFile({
      path: `applications/${system}.policies.yaml`,
      documents: [set],
    }),
    argocdFile({ path: `${folder}/Chart.yaml`, documents: [chart] }),
    {
      kind: 'file',
      rule: 'derived-argocd',
      path: `argocd/${folder}/templates/umbrella.yaml`,
      content: `# ${derivedMark}\n{{ include "platform-common.v1.umbrella" . }}\n`,
    },
    ...environments.map(({ name }, index) =>
      argocdFile({
        path: `${folder}/values-${name}.yaml`,
        documents: [{ backingServices: blocks[index] }],
      }),
    ),
  ];
}

function backingServices(
  options: GitopsPlatform & { environment: Environment },
): Readonly<Record<string, unknown>> {
  const { platform, matrix, environment } = options;
  const { profiles } = platform;
  return Object.fromEntries(
    matrix.services
      .filter(({ kind }) => kind === 'backing-service')
      .flatMap(service => {
        const { block } = backingServiceWiring({
          ...{ matrix, service, profiles, environment },
        });
        return block ? [[service.name, block] as const] : [];
      }),
  );
}
