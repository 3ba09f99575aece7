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

import { slimObject } from '@chartroom/backstage-plugin-chartroom-common';
import type { KubernetesSource } from '../KubernetesSource';

const apps = { group: 'apps', version: 'v1' };
const batch = { group: 'batch', version: 'v1' };

/**
 * Workloads, with the ReplicaSets and Pods that say how they are; needs no right on Secrets.
 *
 * @internal
 */
export const labels: KubernetesSource = {
  name: 'labels',
  resources: [
    { ...apps, plural: 'deployments', kind: 'Deployment' },
    { ...apps, plural: 'statefulsets', kind: 'StatefulSet' },
    { ...apps, plural: 'daemonsets', kind: 'DaemonSet' },
    { ...apps, plural: 'replicasets', kind: 'ReplicaSet' },
    { ...batch, plural: 'jobs', kind: 'Job' },
    { ...batch, plural: 'cronjobs', kind: 'CronJob' },
    { group: '', version: 'v1', plural: 'pods', kind: 'Pod' },
  ],
  observe(whole) {
    const object = slimObject(whole);
    const namespace = object?.metadata.namespace;
    return object && namespace
      ? [
          {
            type: 'object',
            key: `${namespace}/${object.metadata.name}`,
            namespace,
            object,
          },
        ]
      : [];
  },
};
