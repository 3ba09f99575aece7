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
import { argocdFile } from './argocdFile';
import type { GitopsPlatform } from './GitopsPlatform';
import { ownCluster } from './ownCluster';

/**
 * The one Application that is applied by hand: it applies the project and the
 * ApplicationSets, always from the default branch.
 *
 * @remarks
 * It has no finalizer, so that whoever deletes it does not delete what runs.
 *
 * @internal
 */
export function appOfApps(options: GitopsPlatform): DerivedFile {
  const { matrix, gitops } = options;
  const { repository, argocdNamespace, project, parentProject } = gitops;
  const source = { repoURL: repository, targetRevision: 'HEAD' };
  const application = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: matrix.system, namespace: argocdNamespace },
    spec: {
      project: parentProject,
      sources: [
        ...(project === parentProject
          ? []
          : [
              {
                ...source,
                path: 'argocd',
                directory: { include: 'project.yaml' },
              },
            ]),
        { ...source, path: 'argocd/applications' },
      ],
      destination: { server: ownCluster, namespace: argocdNamespace },
      syncPolicy: {
        automated: { prune: true, selfHeal: true },
        syncOptions: ['ServerSideApply=true'],
      },
    },
  };
  return argocdFile({ path: 'app-of-apps.yaml', documents: [application] });
}
