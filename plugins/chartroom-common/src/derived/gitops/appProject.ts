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
import { destination } from './destination';
import type { GitopsPlatform } from './GitopsPlatform';
import { sourceRepositories } from './sourceRepositories';

/**
 * The project that fences a system in: its own repositories, the namespaces of
 * its environments, and no object of a cluster but those namespaces. None where
 * the system is told to live in the app of apps' own project, which others own.
 *
 * @internal
 */
export function appProject(options: GitopsPlatform): DerivedFile[] {
  const { matrix, gitops } = options;
  if (gitops.project === gitops.parentProject) {
    return [];
  }
  const destinations = new Map(
    matrix.environments.map(environment => {
      const { cluster, server, namespace } = destination({ environment });
      return [
        `${cluster} ${namespace}`,
        cluster ? { name: cluster, namespace } : { server, namespace },
      ];
    }),
  );
  const project = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: {
      name: gitops.project,
      namespace: gitops.argocdNamespace,
      // Before the ApplicationSets that stand in it
      annotations: { 'argocd.argoproj.io/sync-wave': '-1' },
    },
    spec: {
      description: `Everything of ${matrix.system}`,
      sourceRepos: sourceRepositories(options),
      destinations: [...destinations.values()],
      // CreateNamespace=true needs it
      clusterResourceWhitelist: [{ group: '', kind: 'Namespace' }],
    },
  };
  return [argocdFile({ path: 'project.yaml', documents: [project] })];
}
