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

import { DEFAULT_NAMESPACE, parseEntityRef } from '@backstage/catalog-model';
import { checkOwner } from '@chartroom/backstage-plugin-chartroom-common';
import type { OperationServices } from './OperationServices';

/**
 * The owner, if the catalog has it; nobody is asked about one that cannot be an owner.
 *
 * @internal
 */
export async function findKnownOwners(options: {
  owner: string;
  services: OperationServices;
}): Promise<string[]> {
  const { owner, services } = options;
  if (!checkOwner({ owner }).ok) {
    return [];
  }
  const entity = await services.catalog.getEntityByRef(
    parseEntityRef(owner, {
      defaultKind: 'group',
      defaultNamespace: DEFAULT_NAMESPACE,
    }),
    { credentials: await services.auth.getOwnServiceCredentials() },
  );
  return entity ? [owner] : [];
}
