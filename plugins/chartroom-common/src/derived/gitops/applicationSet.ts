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

import { applicationName } from './applicationName';
import type { GitopsPlatform } from './GitopsPlatform';
import { syncPolicy } from './syncPolicy';

/**
 * An ApplicationSet. Its generators must give `environment`, `cluster`,
 * `server` and `namespace`, of which one of `cluster` and `server` is empty.
 *
 * @internal
 */
export function applicationSet(
  options: GitopsPlatform & {
    name: string;
    /** When the app of apps applies it, among its like. */
    wave?: number;
    generators: readonly unknown[];
    /** Where a template finds the facts of the environment: `.` or `.values.` */
    facts: '.' | '.values.';
    /** Name of the service, as a template, where there is an Application for each. */
    service?: string;
    sources: readonly unknown[];
  },
): unknown {
  const { matrix, gitops, facts, service, sources } = options;
  const environment = `{{ ${facts}environment }}`;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: {
      name: options.name,
      namespace: gitops.argocdNamespace,
      ...(options.wave !== undefined && {
        annotations: { 'argocd.argoproj.io/sync-wave': String(options.wave) },
      }),
    },
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators: options.generators,
      template: {
        metadata: {
          name: applicationName({
            system: matrix.system,
            environment,
            service,
          }),
          labels: {
            'chartroom/platform': matrix.system,
            'chartroom/environment': environment,
            ...(service && { 'chartroom/service': service }),
          },
        },
        spec: {
          project: gitops.project,
          ...(sources.length === 1 ? { source: sources[0] } : { sources }),
          destination: {
            name: `{{ ${facts}cluster }}`,
            server: `{{ ${facts}server }}`,
            namespace: `{{ ${facts}namespace }}`,
          },
          syncPolicy,
        },
      },
    },
  };
}
