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
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import {
  checkServiceName,
  type TakenName,
} from '@chartroom/backstage-plugin-chartroom-common';
import type { RepositoryLocation } from '../gitHost';
import type { PlatformSnapshot } from '../platform';
import {
  findServiceRepository,
  type ServiceRepository,
} from './findServiceRepository';
import type { OperationServices } from './OperationServices';

/**
 * Asks the git host, the catalog and the ledger who has a name already, beside the platform's own matrix.
 *
 * @remarks
 * What the given operation has made itself does not take the name. An entity
 * that is read from the service's repository does not either: it comes and goes
 * with that repository. A name that cannot be one is not asked about.
 *
 * @public
 */
export async function findTakenNames(options: {
  name: string;
  snapshot: PlatformSnapshot;
  /** Id of the operation that wants the name; absent: nobody yet. */
  operationId?: string;
  services: OperationServices;
  signal?: AbortSignal;
}): Promise<{
  namesTaken: TakenName[];
  /** Where the service's repository is, or would be. */
  location: RepositoryLocation;
  /** What stands there. */
  serviceRepository: ServiceRepository;
}> {
  const { name, snapshot, operationId, services, signal } = options;
  const { config, host } = snapshot;
  const { owner } = snapshot.location;
  if (!checkServiceName({ name, taken: [] }).ok) {
    return {
      namesTaken: [],
      location: host.location({ owner, name: 'unnamed' }),
      serviceRepository: { state: 'absent' },
    };
  }
  const location = host.location({ owner, name });
  const [record, holder, entity] = await Promise.all([
    operationId ? services.ledger.get({ id: operationId }) : undefined,
    services.ledger.findUnfinished({ platform: config.name, subject: name }),
    findEntity({ name, namespace: config.catalogNamespace, services }),
  ]);
  const serviceRepository = await findServiceRepository({
    operationId,
    record,
    host,
    location,
    cacheDirectory: services.config.cacheDirectory,
    signal,
  });

  const places: string[] = [];
  if (holder && holder.id !== operationId) {
    places.push(
      `operation ${holder.id} of ${holder.createdBy} is creating it; give that operation id to finish it, or undo it`,
    );
  }
  if (serviceRepository.state === 'taken') {
    places.push(serviceRepository.where);
  }
  if (entity && !isReadFrom({ entity, repositoryUrl: location.webUrl })) {
    places.push(`the catalog has component:${config.catalogNamespace}/${name}`);
  }
  return {
    namesTaken: places.map(where => ({ name, where })),
    location,
    serviceRepository,
  };
}

async function findEntity(options: {
  name: string;
  namespace: string;
  services: OperationServices;
}): Promise<Entity | undefined> {
  const { name, namespace, services } = options;
  // Not as the person who asks: a name that they may not see is taken all the same.
  const credentials = await services.auth.getOwnServiceCredentials();
  return services.catalog.getEntityByRef(
    { kind: 'component', namespace, name },
    { credentials },
  );
}

function isReadFrom(options: {
  entity: Entity;
  repositoryUrl: string;
}): boolean {
  const { annotations = {} } = options.entity.metadata;
  return [ANNOTATION_LOCATION, ANNOTATION_SOURCE_LOCATION].some(name =>
    annotations[name]?.startsWith(`url:${options.repositoryUrl}/`),
  );
}
