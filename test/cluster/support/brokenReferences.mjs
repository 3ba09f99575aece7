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
 * What pods ask of Secrets and ConfigMaps and do not find, as `Secret mysql/root-password (pod mysql-0)`. A kubelet would
 * not start such a pod; kwok does not look.
 */
export async function brokenReferences(options) {
  const { cluster, namespace } = options;
  const path = `/api/v1/namespaces/${namespace}`;
  const held = { Secret: new Map(), ConfigMap: new Map() };
  for (const secret of await cluster.list(`${path}/secrets`)) {
    held.Secret.set(secret.metadata.name, secret.data);
  }
  for (const map of await cluster.list(`${path}/configmaps`)) {
    held.ConfigMap.set(map.metadata.name, { ...map.data, ...map.binaryData });
  }
  const pods = await cluster.list(`${path}/pods`);
  return pods.flatMap(pod =>
    references(pod.spec)
      .filter(({ kind, name, key, optional }) => {
        const data = held[kind].get(name);
        return !optional && !(data && (!key || key in data));
      })
      .map(
        ({ kind, name, key }) =>
          `${kind} ${name}${key ? `/${key}` : ''} (pod ${pod.metadata.name})`,
      ),
  );
}

function references(spec) {
  const containers = [...(spec.initContainers ?? []), ...spec.containers];
  const variables = containers.flatMap(({ env = [] }) =>
    env.flatMap(({ valueFrom }) => [
      ...one('Secret', valueFrom?.secretKeyRef),
      ...one('ConfigMap', valueFrom?.configMapKeyRef),
    ]),
  );
  const environments = containers.flatMap(({ envFrom = [] }) =>
    envFrom.flatMap(({ secretRef, configMapRef }) => [
      ...one('Secret', secretRef),
      ...one('ConfigMap', configMapRef),
    ]),
  );
  const volumes = (spec.volumes ?? []).flatMap(
    ({ secret, configMap, projected }) => [
      ...mounted('Secret', secret, secret?.secretName),
      ...mounted('ConfigMap', configMap, configMap?.name),
      ...(projected?.sources ?? []).flatMap(source => [
        ...mounted('Secret', source.secret, source.secret?.name),
        ...mounted('ConfigMap', source.configMap, source.configMap?.name),
      ]),
    ],
  );
  return [...variables, ...environments, ...volumes];
}

function one(kind, reference) {
  return reference ? [{ kind, ...reference }] : [];
}

function mounted(kind, source, name) {
  if (!source) {
    return [];
  }
  const { items = [{}], optional } = source;
  return items.map(({ key }) => ({ kind, name, key, optional }));
}
