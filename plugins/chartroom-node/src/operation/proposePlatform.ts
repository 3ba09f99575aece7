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

import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type {
  FileChange,
  Operation,
} from '@chartroom/backstage-plugin-chartroom-common';
import { commitWithRetry } from '../git';
import { type EffectTargetOf, withEffect } from '../ledger';
import { beginOperation } from './beginOperation';
import type { OperationServices } from './OperationServices';
import { planOperation } from './planOperation';
import { refuseFindings } from './refuseFindings';
import { timed } from './timed';

/**
 * Enters a service in its platform's repository, with one commit on the newest files.
 *
 * @remarks
 * A push that came too late is planned again, not merged. A service that is
 * entered already, with the repository of this operation, is a success.
 *
 * @public
 */
export async function proposePlatform(options: {
  operation: Operation;
  services: OperationServices;
  /** Entity ref of the person who asked. */
  createdBy: string;
  /** Of the commit. */
  author: { name: string; email: string };
  /** Ask all that can be refused, and make nothing. */
  dryRun?: boolean;
  logger: LoggerService;
  signal?: AbortSignal;
}): Promise<{
  /** Page of the commit. */
  platformChangeUrl: string;
  commit: string;
}> {
  const { operation, services, author, logger, signal } = options;
  const { name } = operation.service;
  const {
    host,
    location,
    repository,
    defaultBranch: branch,
    commit: head,
  } = await services.platforms.read({ name: operation.platform, signal });

  const planNow = async (): Promise<readonly FileChange[] | undefined> => {
    const planned = await planOperation({ operation, services, signal });
    if (planned.entered) {
      return undefined;
    }
    refuseFindings(planned);
    if (planned.serviceRepository.state === 'absent' && !options.dryRun) {
      throw new InputError(
        `There is no repository ${planned.location.webUrl} yet: publish the service before it is entered in its platform`,
      );
    }
    return planned.plan.platformChanges;
  };
  // Whatever would be refused is refused before the ledger says that there will be a commit.
  const entered = (await planNow()) === undefined;
  if (options.dryRun) {
    logger.info(`A dry run does not enter ${name} in ${location.webUrl}`);
    return { platformChangeUrl: location.webUrl, commit: head };
  }
  await beginOperation({ ...options, ledger: services.ledger });

  const target: EffectTargetOf<'commit'> = {
    kind: 'commit',
    repository: location.webUrl,
    branch,
  };
  const { target: made } = await timed({
    logger,
    says: ({ created }) =>
      created
        ? `Entered ${name} in ${location.webUrl}`
        : `${name} is entered in ${location.webUrl}`,
    run: () =>
      withEffect<'commit'>({
        ledger: services.ledger,
        operationId: operation.id,
        key: 'platform-commit',
        target,
        isThere: () => entered,
        run: async () => {
          const { commit } = await commitWithRetry({
            repository,
            branch,
            plan: planNow,
            message: `Create service ${name}\n\nChartroom-Operation: ${operation.id}\n`,
            author,
            signal,
            onAttempt: ({ attempt }) =>
              attempt > 1 &&
              logger.info(
                `Someone was faster; planning again on the newest files (attempt ${attempt})`,
              ),
          });
          const url = commit && host.commitUrl({ ...location, commit });
          return { ...target, commit, url };
        },
      }),
  });
  const { commit = '', url = location.webUrl } = made;
  return { platformChangeUrl: url, commit };
}
