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

import type { DerivedFile } from '../DerivedFile';
import { applicationSet } from './applicationSet';
import { argocdFile } from './argocdFile';
import { destination } from './destination';
import type { GitopsPlatform } from './GitopsPlatform';
import { releaseName } from './releaseName';
import { waveValues } from './waveValues';

/**
 * One ApplicationSet over the environments: each is the umbrella at its own
 * revision with its own values file, which lies beside the chart as it is rendered.
 *
 * @internal
 */
export function umbrellaDelivery(options: GitopsPlatform): DerivedFile[] {
  const { matrix, gitops } = options;
  const { system, umbrella, environments } = matrix;
  const valuesObject = waveValues({ matrix });
  const set = applicationSet({
    ...options,
    name: system,
    facts: '.',
    generators: [
      {
        list: {
          elements: environments.map(environment => ({
            environment: environment.name,
            ...destination({ environment }),
            revision: environment.ref ?? 'HEAD',
            valuesFile: environment.values,
          })),
        },
      },
    ],
    sources: [
      {
        repoURL: gitops.repository,
        targetRevision: '{{ .revision }}',
        path: umbrella,
        helm: {
          releaseName: releaseName({ name: system }),
          valueFiles: ['{{ .valuesFile }}'],
          ...(valuesObject && { valuesObject }),
        },
      },
    ],
  });
  return [
    argocdFile({ path: `applications/${system}.yaml`, documents: [set] }),
  ];
}
