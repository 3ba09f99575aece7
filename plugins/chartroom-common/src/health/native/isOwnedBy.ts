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

import type { KubernetesObject } from '../../kubernetes';

/**
 * Whether an object is controlled by another one. Where both say a uid, it decides: names are given again.
 *
 * @internal
 */
export function isOwnedBy(options: {
  object: KubernetesObject;
  owner: KubernetesObject;
}): boolean {
  const { object, owner } = options;
  return (
    object.metadata.namespace === owner.metadata.namespace &&
    (object.metadata.ownerReferences ?? []).some(
      reference =>
        reference.controller !== false &&
        reference.kind === owner.kind &&
        reference.name === owner.metadata.name &&
        (!reference.uid ||
          !owner.metadata.uid ||
          reference.uid === owner.metadata.uid),
    )
  );
}
