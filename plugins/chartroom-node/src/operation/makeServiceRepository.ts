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

import { setTimeout as wait } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type {
  FileTree,
  Operation,
} from '@chartroom/backstage-plugin-chartroom-common';
import type { GitHost, RepositoryLocation } from '../gitHost';
import { withEffect } from '../ledger';
import { isRootCommitOf } from './isRootCommitOf';
import { openServiceRepository } from './openServiceRepository';
import type { OperationServices } from './OperationServices';
import type { PlannedOperation } from './planOperation';
import { timed } from './timed';

/** A Gitea says for up to two seconds after the first push that a repository is empty, and does not serve its files. */
const SERVED_WITHIN_MILLISECONDS = 10_000;
const SERVED_POLL_MILLISECONDS = 200;

/**
 * Makes a service's repository and pushes its first commit, or finds both as this operation has made them.
 *
 * @returns The commit.
 *
 * @internal
 */
export async function makeServiceRepository(options: {
  operation: Operation;
  files: FileTree;
  executable: readonly string[];
  planned: PlannedOperation;
  services: OperationServices;
  author: { name: string; email: string };
  logger: LoggerService;
  signal?: AbortSignal;
}): Promise<string> {
  const { operation, planned, services, logger } = options;
  const { location, serviceRepository: before } = planned;
  const url = location.webUrl;

  const { target } = await timed({
    logger,
    says: ({ created }) =>
      created ? `Made the repository ${url}` : `The repository ${url} is there`,
    run: () =>
      withEffect<'repository'>({
        ledger: services.ledger,
        operationId: operation.id,
        key: 'repository',
        target: { kind: 'repository', url },
        isThere: () =>
          before.state === 'own' && before.snapshot.commit !== undefined,
        run: async () => {
          if (before.state === 'own' && before.snapshot.commit) {
            // Undo deletes what stands at this commit: it must be the operation's.
            const isOwn = isRootCommitOf({
              operationId: operation.id,
              snapshot: before.snapshot,
            });
            const commit = isOwn ? before.snapshot.commit : undefined;
            return { kind: 'repository', url, commit };
          }
          return {
            kind: 'repository',
            url,
            commit: await createAndPush(options),
          };
        },
      }),
  });
  if (target.commit) {
    return target.commit;
  }
  if (before.state === 'own' && before.snapshot.commit) {
    return before.snapshot.commit;
  }
  throw new ConflictError(
    `The repository ${url} was made by operation ${operation.id} and is no longer as it was; look at it, or choose another name`,
  );
}

async function createAndPush(
  options: Parameters<typeof makeServiceRepository>[0],
): Promise<string> {
  const { operation, files, planned, services, signal } = options;
  const { location, serviceRepository: before } = planned;
  const { host, config } = planned.snapshot;
  const { defaultBranch } = planned.facts.serviceRepository;
  if (before.state !== 'own') {
    await host.createRepository({
      ...location,
      description: operation.service.description,
      defaultBranch,
      private: config.visibility === 'private',
    });
  }
  const repository = openServiceRepository({
    host,
    location,
    cacheDirectory: services.config.cacheDirectory,
  });
  const { commit } = await repository.commit({
    branch: defaultBranch,
    base: undefined,
    changes: [...files].map(([path, content]) => ({
      kind: 'write',
      path,
      content,
    })),
    executable: options.executable,
    message: `Create service ${operation.service.name}\n\nChartroom-Operation: ${operation.id}\n`,
    author: options.author,
    signal,
  });
  await untilServed({ host, location, signal });
  return commit;
}

async function untilServed(options: {
  host: GitHost;
  location: RepositoryLocation;
  signal?: AbortSignal;
}): Promise<void> {
  const { host, location, signal } = options;
  const deadline = Date.now() + SERVED_WITHIN_MILLISECONDS;
  while (Date.now() < deadline) {
    const hosted = await host.getRepository(location);
    if (hosted && !hosted.empty) {
      return;
    }
    await wait(SERVED_POLL_MILLISECONDS, undefined, { signal });
  }
}
