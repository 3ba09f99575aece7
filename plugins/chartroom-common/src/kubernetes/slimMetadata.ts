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

import { isMap } from '../values/isMap';
import type { KubernetesMetadata } from './KubernetesObject';
import { picked } from './picked';

/**
 * What is kept of annotations: whose object it is, and by which a Deployment knows its current ReplicaSet. All others go;
 * `kubectl.kubernetes.io/last-applied-configuration` holds the whole object.
 */
const annotations = [
  'backstage.io/kubernetes-id',
  'meta.helm.sh/release-name',
  'meta.helm.sh/release-namespace',
  'argocd.argoproj.io/tracking-id',
  'deployment.kubernetes.io/revision',
  // By which a DaemonSet knows its current pods
  'deprecated.daemonset.template.generation',
];
const texts = [
  ...['namespace', 'uid', 'resourceVersion'],
  ...['creationTimestamp', 'deletionTimestamp'],
] as const;

/**
 * The metadata of a slim object; undefined where it has no name.
 *
 * @internal
 */
export function slimMetadata(
  metadata: unknown,
): KubernetesMetadata | undefined {
  if (!isMap(metadata) || typeof metadata.name !== 'string') {
    return undefined;
  }
  const { name, generation, labels, ownerReferences } = metadata;
  const owners = Array.isArray(ownerReferences)
    ? ownerReferences.flatMap(slimOwner)
    : [];
  const keptAnnotations = isMap(metadata.annotations)
    ? onlyTexts(picked(metadata.annotations, annotations))
    : {};
  return {
    name,
    ...onlyTexts(picked(metadata, texts)),
    ...(typeof generation === 'number' && { generation }),
    ...(isMap(labels) && { labels: onlyTexts(labels) }),
    ...(Object.keys(keptAnnotations).length > 0 && {
      annotations: keptAnnotations,
    }),
    ...(owners.length > 0 && { ownerReferences: owners }),
  };
}

function slimOwner(
  owner: unknown,
): NonNullable<KubernetesMetadata['ownerReferences']> {
  if (!isMap(owner)) {
    return [];
  }
  const { apiVersion, kind, name, uid, controller } = owner;
  return typeof apiVersion === 'string' &&
    typeof kind === 'string' &&
    typeof name === 'string' &&
    typeof uid === 'string'
    ? [
        {
          apiVersion,
          kind,
          name,
          uid,
          ...(controller === true && { controller }),
        },
      ]
    : [];
}

function onlyTexts(
  map: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [key, value] of Object.entries(map)) {
    if (typeof value === 'string') {
      kept[key] = value;
    }
  }
  return kept;
}
