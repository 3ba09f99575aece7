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
import { releasesPath } from './releasesPath';

/**
 * The ApplicationSet of a tier: a release for each of its services in each
 * environment.
 *
 * @remarks
 * The wave stands on the ApplicationSet, since the app of apps applies those;
 * on the Applications that it makes Argo CD would not read one. It orders what
 * starts, and does not wait until it is well: that is what the pods do.
 *
 * @internal
 */
export function tierApplicationSet(
  options: GitopsPlatform & { tier: string; wave: number },
): DerivedFile {
  const { matrix, gitops, tier, wave } = options;
  const values = 'environments/{{ .values.environment }}/{{ .service }}.yaml';
  const set = applicationSet({
    ...options,
    name: `${matrix.system}-${tier}`,
    wave,
    facts: '.values.',
    service: '{{ .service }}',
    generators: matrix.environments.map(environment => ({
      git: {
        repoURL: gitops.repository,
        revision: environment.ref ?? 'HEAD',
        files: [{ path: `argocd/${releasesPath({ environment, tier })}` }],
        values: {
          environment: environment.name,
          ...destination({ environment }),
          revision: environment.ref ?? 'HEAD',
        },
      },
    })),
    sources: [
      {
        repoURL: `{{ .repository | default "${gitops.repository}" }}`,
        chart: '{{ .chart }}',
        path: '{{ .folder }}',
        targetRevision: '{{ .version | default .values.revision }}',
        helm: {
          releaseName: '{{ .service }}',
          valueFiles: [`$values/${values}`],
        },
      },
      {
        repoURL: gitops.repository,
        targetRevision: '{{ .values.revision }}',
        ref: 'values',
      },
    ],
  });
  return argocdFile({ path: `applications/${tier}.yaml`, documents: [set] });
}
