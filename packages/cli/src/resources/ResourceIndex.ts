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

import type { KubernetesObject } from '@chartroom/backstage-plugin-chartroom-common';

/**
 * Pods and ReplicaSets by what owns them, so that a workload among thousands finds its own at once.
 *
 * @internal
 */
export class ResourceIndex {
  private readonly byOwner = new Map<string, KubernetesObject[]>();

  add(object: KubernetesObject): void {
    const { namespace, ownerReferences } = object.metadata;
    const owners = (Array.isArray(ownerReferences) ? ownerReferences : []).map(
      owner => String(owner?.name),
    );
    // ReplicaSets and jobs are called after what made them, which tells where they themselves are not in the input
    const makers = owners.map(name => name.replace(/-[^-]*$/, ''));
    for (const name of new Set([...owners, ...makers])) {
      const key = keyOf({ namespace, name });
      const others = this.byOwner.get(key) ?? [];
      others.push(object);
      this.byOwner.set(key, others);
    }
  }

  /** What an object owns, and what that owns: more rather than less, since names alone do not tell. */
  relatedTo(object: KubernetesObject): readonly KubernetesObject[] {
    const { namespace, name } = object.metadata;
    const children = this.byOwner.get(keyOf({ namespace, name })) ?? [];
    const grandchildren = children.flatMap(
      child =>
        this.byOwner.get(keyOf({ namespace, name: child.metadata.name })) ?? [],
    );
    return [...new Set([...children, ...grandchildren])];
  }
}

function keyOf(options: {
  namespace: string | undefined;
  name: string;
}): string {
  return JSON.stringify([options.namespace, options.name]);
}
