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

import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  CHARTROOM_PLATFORM_ANNOTATION,
  CHARTROOM_SERVICE_ANNOTATION,
  plannedDeployments,
  type PlannedDeployment,
  type Service,
} from '@chartroom/backstage-plugin-chartroom-common';
import type {
  OperationServices,
  PlatformSnapshot,
} from '@chartroom/backstage-plugin-chartroom-node';

/**
 * A service in one environment.
 *
 * @internal
 */
export interface Deployment extends PlannedDeployment {
  readonly service: string;
  /** Where the wanted version is written. */
  readonly source: { readonly url: string; readonly commit: string };
  /** ISO 8601. */
  readonly observedAt: string;
}

/**
 * Finds the service that an entity stands for, by the entity's annotations.
 *
 * @remarks
 * Throws NotFoundError when there is no such entity for this person, when it is
 * none of Chartroom's, and when its platform has no such service.
 *
 * @internal
 */
export async function findServiceOfEntity(options: {
  entityRef: string;
  services: OperationServices;
  /** Of the person who asks: an entity that they may not see is not there. */
  credentials: BackstageCredentials;
}): Promise<{ snapshot: PlatformSnapshot; service: Service }> {
  const { entityRef, services, credentials } = options;
  const entity = await services.catalog.getEntityByRef(entityRef, {
    credentials,
  });
  if (!entity) {
    throw new NotFoundError(`The catalog has no entity ${entityRef}`);
  }
  const annotations = entity.metadata.annotations ?? {};
  const system = annotations[CHARTROOM_PLATFORM_ANNOTATION];
  const name = annotations[CHARTROOM_SERVICE_ANNOTATION];
  for (const platform of services.platforms.list()) {
    // One platform that cannot be read must not hide the services of the others.
    const snapshot = await services.platforms
      .read({ name: platform.name })
      .catch(() => undefined);
    const { matrix } = snapshot?.platform ?? {};
    const service = matrix?.services.find(candidate => candidate.name === name);
    if (snapshot && service && matrix?.system === system) {
      return { snapshot, service };
    }
  }
  throw new NotFoundError(
    `${entityRef} is not a service of a platform: it needs the annotations ${CHARTROOM_PLATFORM_ANNOTATION} and ${CHARTROOM_SERVICE_ANNOTATION} of one`,
  );
}

/**
 * The deployments of a service, in the order of its platform's environments.
 *
 * @internal
 */
export function listDeployments(options: {
  snapshot: PlatformSnapshot;
  service: Service;
}): Deployment[] {
  const { snapshot, service } = options;
  const { host, location, defaultBranch, commit, platform } = snapshot;
  const path = platform.umbrella?.chartFile ?? platform.matrixFile;
  const source = {
    url: host.fileUrl({ ...location, path, ref: defaultBranch }),
    commit,
  };
  const observedAt = new Date().toISOString();
  return plannedDeployments({ platform, service }).map(deployment => ({
    ...deployment,
    service: service.name,
    source,
    observedAt,
  }));
}
