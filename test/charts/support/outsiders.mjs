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

import { isDeepStrictEqual } from 'node:util';
import { manifests } from './manifests.mjs';

/** Whom the common chart means where the values say nothing else. */
const defaults = {
  dns: { namespace: 'kube-system', port: 53 },
  ingressController: { namespace: 'ingress-nginx' },
  monitoring: { namespace: 'monitoring' },
};

/** A part of the platform as a service's values name it: `dns`, `ingressController` or `monitoring`. */
export function platformPeer({ values, role }) {
  return { ...defaults[role], ...values.networkPolicy?.[role] };
}

/**
 * Pods around a system, as `{ namespace, name, labels }`: those parts of the platform that the services' values name, a
 * stranger beside each, and elsewhere somebody who bears the labels of a service.
 */
export function outsiders({ values }) {
  const pods = [];
  const add = (namespace, labels) => {
    if (!pods.some(pod => isDeepStrictEqual(pod, { namespace, labels }))) {
      pods.push({ namespace, labels });
    }
  };
  for (const [name, own] of Object.entries(values)) {
    add('elsewhere', { 'app.kubernetes.io/name': name });
    for (const role of Object.keys(defaults)) {
      const { namespace, podLabels = {} } = platformPeer({ values: own, role });
      add(namespace, {});
      add(namespace, podLabels);
    }
  }
  return pods.map((pod, index) => ({ ...pod, name: `pod-${index}` }));
}

/** The names of those pods that a peer means, as `namespace/pod`. */
export function podsOf({ peer, pods }) {
  return pods
    .filter(
      ({ namespace, labels }) =>
        namespace === peer.namespace &&
        Object.entries(peer.podLabels ?? {}).every(
          ([key, value]) => labels[key] === value,
        ),
    )
    .map(({ namespace, name }) => `${namespace}/${name}`);
}

/** Manifests of such pods and their namespaces. */
export function outsiderManifests(pods) {
  const namespaces = new Set(pods.map(({ namespace }) => namespace));
  return manifests(
    ...[...namespaces].map(name => ({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
    })),
    ...pods.map(({ namespace, name, labels }) => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, namespace, labels },
      spec: { containers: [{ name, image: name }] },
    })),
  );
}
