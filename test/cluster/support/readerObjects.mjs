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
 * The objects that let a ServiceAccount read everything a collector asks for, in the whole cluster; Secrets only when told,
 * and nothing of the groups in `without`.
 */
export function readerObjects(options) {
  const { namespace, name, without = [] } = options;
  const group = 'rbac.authorization.k8s.io';
  const account = { kind: 'ServiceAccount', name, namespace };
  const verbs = ['get', 'list', 'watch'];
  return [
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name, namespace },
    },
    {
      apiVersion: `${group}/v1`,
      kind: 'ClusterRole',
      metadata: { name },
      rules: [
        { apiGroups: [''], resources: ['pods'], verbs },
        {
          apiGroups: [
            ...['apps', 'batch', 'argoproj.io', 'helm.toolkit.fluxcd.io'],
          ].filter(it => !without.includes(it)),
          resources: ['*'],
          verbs,
        },
        ...(options.secrets
          ? [{ apiGroups: [''], resources: ['secrets'], verbs }]
          : []),
      ],
    },
    {
      apiVersion: `${group}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name },
      roleRef: { apiGroup: group, kind: 'ClusterRole', name },
      subjects: [account],
    },
  ];
}
