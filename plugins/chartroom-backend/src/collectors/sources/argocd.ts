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

import { observeApplication } from '@chartroom/backstage-plugin-chartroom-common';
import type { KubernetesSource } from '../KubernetesSource';

/**
 * Applications of Argo CD; one that deploys several charts tells a release for each.
 *
 * @internal
 */
export const argocd: KubernetesSource = {
  name: 'argocd',
  resources: [
    {
      group: 'argoproj.io',
      version: 'v1alpha1',
      plural: 'applications',
      kind: 'Application',
    },
  ],
  observe(object) {
    const { name, namespace } = object.metadata;
    return observeApplication(object).map((release, position) => ({
      type: 'release',
      key: `${namespace}/${name}/${position}`,
      namespace: release.namespace,
      release,
    }));
  },
};
