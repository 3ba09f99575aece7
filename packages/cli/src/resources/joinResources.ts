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

import {
  slimObject,
  type KubernetesObject,
} from '@chartroom/backstage-plugin-chartroom-common';
import { ResourceIndex } from './ResourceIndex';

/**
 * Every object with the pods and ReplicaSets that may be its own, wherever they stand in the input. What runs pods is cut
 * down to what it is judged by, as a large cluster has much of it.
 *
 * @internal
 */
export async function* joinResources(
  resources: AsyncIterable<KubernetesObject>,
): AsyncGenerator<{
  readonly resource: KubernetesObject;
  readonly related: readonly KubernetesObject[];
}> {
  const all: KubernetesObject[] = [];
  const index = new ResourceIndex();
  for await (const object of resources) {
    const resource = slimObject(object) ?? object;
    all.push(resource);
    if (resource.kind === 'Pod' || resource.kind === 'ReplicaSet') {
      index.add(resource);
    }
  }
  for (const resource of all) {
    yield { resource, related: index.relatedTo(resource) };
  }
}
