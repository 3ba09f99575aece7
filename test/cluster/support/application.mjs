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

/**
 * An Application of Argo CD in its namespace as its controller leaves it once it has synced `revision` of a source: of a
 * repository's chart, or of a folder in git. `operation` and `status` overwrite what it says of the last sync and of itself.
 */
export function application(options) {
  const { name, revision, destination, operation, status } = options;
  const source = options.path
    ? { repoURL: 'https://git.example.com/shop.git', path: options.path }
    : { repoURL: 'https://charts.example.com', chart: options.chart };
  source.targetRevision = options.path ? 'main' : '1.x';
  source.helm = { releaseName: options.chart ?? name };
  const at = new Date().toISOString().replace(/\.\d+/, '');
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name, namespace: 'argocd' },
    spec: { project: 'default', source, destination },
    status: {
      controllerNamespace: 'argocd',
      health: { status: 'Healthy', lastTransitionTime: at },
      history: [
        {
          ...{ id: 0, revision, source, deployStartedAt: at, deployedAt: at },
          initiatedBy: { automated: true },
        },
      ],
      operationState: {
        operation: {
          initiatedBy: { automated: true },
          retry: { limit: 5 },
          sync: { revision },
        },
        phase: 'Succeeded',
        message: 'successfully synced (all tasks run)',
        ...{ startedAt: at, finishedAt: at },
        syncResult: { revision, source, resources: [] },
        ...operation,
      },
      reconciledAt: at,
      sourceType: source.chart ? 'Helm' : 'Directory',
      summary: {},
      sync: {
        ...{ status: 'Synced', revision },
        comparedTo: { source, destination },
      },
      ...status,
    },
  };
}
