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

import type {
  Operation,
  PlanFacts,
} from '@chartroom/backstage-plugin-chartroom-common';
import type { RepositoryLocation } from '../gitHost';
import type { PlatformSnapshot } from '../platform';
import { chartVersionFor } from './chartVersionFor';
import { findKnownOwners } from './findKnownOwners';
import type { ServiceRepository } from './findServiceRepository';
import { findTakenNames } from './findTakenNames';
import type { OperationServices } from './OperationServices';

/**
 * All that the world had to be asked before an operation can be planned.
 *
 * @public
 */
export interface GatheredFacts {
  readonly facts: PlanFacts;
  readonly snapshot: PlatformSnapshot;
  /** Where the service's repository is, or will be. */
  readonly location: RepositoryLocation;
  /** What stands there now. */
  readonly serviceRepository: ServiceRepository;
}

/**
 * Asks the platform repository, the git host, the chart repository, the catalog and the ledger; changes nothing.
 *
 * @remarks
 * What the same operation has made already is not in its own way: its
 * repository does not take the name, and its chart keeps its version.
 *
 * @public
 */
export async function gatherFacts(options: {
  operation: Operation;
  services: OperationServices;
  /** Entity ref of the software template. */
  sourceTemplate?: string;
  /** Nobody has begun this operation: nothing that is there can be its own. */
  preview?: boolean;
  signal?: AbortSignal;
}): Promise<GatheredFacts> {
  const { operation, services, sourceTemplate, signal } = options;
  const { name, owner } = operation.service;
  const snapshot = await services.platforms.read({
    name: operation.platform,
    signal,
  });
  const [taken, knownOwners] = await Promise.all([
    findTakenNames({
      name,
      snapshot,
      operationId: options.preview ? undefined : operation.id,
      services,
      signal,
    }),
    findKnownOwners({ owner, services }),
  ]);
  const { namesTaken, location, serviceRepository } = taken;
  const { config, defaultBranch } = snapshot;
  return {
    snapshot,
    location,
    serviceRepository,
    facts: {
      now: new Date().toISOString(),
      platform: {
        webUrl: snapshot.location.webUrl,
        defaultBranch,
        catalogNamespace: config.catalogNamespace,
      },
      serviceRepository: {
        webUrl: location.webUrl,
        cloneUrl: location.cloneUrl,
        defaultBranch,
      },
      chartVersion: await chartVersionFor({
        name,
        snapshot,
        serviceRepository,
        chartRepositories: services.chartRepositories,
        signal,
      }),
      sourceTemplate,
      namesTaken,
      knownOwners,
    },
  };
}
