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

import type { GitRepository, GitSnapshot } from '../git';
import type { GitHost, HostedRepository, RepositoryLocation } from '../gitHost';
import type { OperationRecord } from '../ledger';
import { openServiceRepository } from './openServiceRepository';
import { readProvenance } from './provenance';

/**
 * What stands where a service's repository will be: nothing, what this same operation made, or something else.
 *
 * @public
 */
export type ServiceRepository =
  | { readonly state: 'absent' }
  | {
      readonly state: 'own';
      readonly hosted: HostedRepository;
      readonly repository: GitRepository;
      readonly snapshot: GitSnapshot;
    }
  | { readonly state: 'taken'; readonly where: string };

/**
 * Finds out whether a repository that is there was made by this operation: its head says so,
 * or it is empty and the ledger says that the operation meant to make it.
 *
 * @internal
 */
export async function findServiceRepository(options: {
  /** Absent: nothing that is there is its own. */
  operationId: string | undefined;
  /** What the ledger has of the operation. */
  record: OperationRecord | undefined;
  host: GitHost;
  location: RepositoryLocation;
  cacheDirectory: string;
  signal?: AbortSignal;
}): Promise<ServiceRepository> {
  const { operationId, record, host, location, signal } = options;
  const hosted = await host.getRepository(location);
  if (!hosted) {
    return { state: 'absent' };
  }
  const taken = {
    state: 'taken' as const,
    where: `there is ${hosted.archived ? 'an archived' : 'a'} repository ${
      hosted.webUrl
    }`,
  };
  // A foreign repository may be large: it is read only where it can be of the operation.
  if (hosted.archived || operationId === undefined) {
    return taken;
  }
  const repository = openServiceRepository(options);
  const branch = hosted.defaultBranch;
  const snapshot = await repository.read({ branch, signal });
  const own =
    snapshot.commit === undefined
      ? isRecorded({ record, url: hosted.webUrl })
      : operationId !== undefined && readProvenance(snapshot) === operationId;
  return own ? { state: 'own', hosted, repository, snapshot } : taken;
}

function isRecorded(options: {
  record: OperationRecord | undefined;
  url: string;
}): boolean {
  const effects = options.record?.effects ?? [];
  return effects.some(
    ({ state, target }) =>
      (state === 'intended' || state === 'done') &&
      target.kind === 'repository' &&
      target.url === options.url,
  );
}
