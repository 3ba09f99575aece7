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
  FileTree,
  Operation,
} from '@chartroom/backstage-plugin-chartroom-common';
import { beginOperation } from './beginOperation';
import { makeServiceRepository } from './makeServiceRepository';
import type { OperationServices } from './OperationServices';
import { packServiceChart } from './packServiceChart';
import { planOperation } from './planOperation';
import { PROVENANCE_FILE, readProvenance } from './provenance';
import { publishServiceChart } from './publishServiceChart';
import { readServiceChart } from './readServiceChart';
import { refuseFindings } from './refuseFindings';

/** Of a dry run. */
const NO_COMMIT = '0'.repeat(40);

/**
 * Makes a service's repository with one commit, and publishes its chart.
 *
 * @remarks
 * All that can be refused is asked before anything is made. The same operation
 * again finds what it has made, and makes what is missing.
 *
 * @public
 */
export async function publishService(options: {
  operation: Operation;
  /** All files of the repository, those of the plan among them. */
  files: FileTree;
  /** Paths that are executable. */
  executable: readonly string[];
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
  /** Page of the repository, which git clones too. */
  repositoryUrl: string;
  commit: string;
  chartVersion: string;
  /** Page of the repository's catalog-info.yaml. */
  catalogInfoUrl: string;
}> {
  const { operation, files, services, signal } = options;
  refuseForeignFiles({ operation, files });
  const planned = await planOperation({ operation, services, signal });
  refuseFindings(planned);
  const { location, snapshot, facts, serviceRepository: before } = planned;
  // A repository that is kept has the chart, not a workspace that may have been written anew.
  const chart = readServiceChart(
    before.state === 'own' && before.snapshot.commit
      ? before.snapshot
      : { files },
  );
  const archive =
    snapshot.config.publisher === 'portal'
      ? await packServiceChart({ chart, snapshot, services, signal })
      : undefined;

  const result = {
    repositoryUrl: location.webUrl,
    commit: NO_COMMIT,
    chartVersion: chart.version,
    catalogInfoUrl: snapshot.host.fileUrl({
      ...location,
      path: 'catalog-info.yaml',
      ref: facts.serviceRepository.defaultBranch,
    }),
  };
  if (options.dryRun) {
    options.logger.info(`A dry run does not make ${location.webUrl}`);
    return result;
  }
  await beginOperation({ ...options, ledger: services.ledger });
  const commit = await makeServiceRepository({ ...options, planned });
  if (archive) {
    await publishServiceChart({ ...options, chart, archive, snapshot });
  }
  return { ...result, commit };
}

function refuseForeignFiles(options: {
  operation: Operation;
  files: FileTree;
}): void {
  const { operation, files } = options;
  if (files.size === 0) {
    throw new InputError(
      'There are no files to publish: a task that was recovered needs scaffolder.taskRecovery.workspaceProvider, or begin it again',
    );
  }
  if (readProvenance({ files }) !== operation.id) {
    throw new InputError(
      `${PROVENANCE_FILE} is not that of operation ${operation.id}: publish the folder that the plan of this operation was written to`,
    );
  }
}
