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
  operationDigest,
  parseOperation,
  type Operation,
} from '@chartroom/backstage-plugin-chartroom-common';
import { parse } from 'yaml';
import { z } from 'zod';
import type { OperationRecord } from '../../ledger';
import { PROVENANCE_FILE } from '../provenance';
import { openServiceRepository } from '../openServiceRepository';
import type { OperationServices } from '../OperationServices';

const provenanceSchema = z.object({ values: z.unknown() });

/**
 * The operation that a record is of, from what it left in the service's repository; undefined when that says nothing.
 *
 * @internal
 */
export async function restoreOperation(options: {
  record: OperationRecord;
  services: OperationServices;
  signal?: AbortSignal;
}): Promise<Operation | undefined> {
  const { record, services, signal } = options;
  const { host, location, defaultBranch } = await services.platforms.read({
    name: record.platform,
  });
  const { files } = await openServiceRepository({
    host,
    location: host.location({ owner: location.owner, name: record.subject }),
    cacheDirectory: services.config.cacheDirectory,
  }).read({ branch: defaultBranch, signal });
  try {
    const { values } = provenanceSchema.parse(
      parse(files.get(PROVENANCE_FILE) ?? ''),
    );
    const operation = parseOperation({
      kind: record.kind,
      id: record.id,
      platform: record.platform,
      service: values,
    });
    return operationDigest({ operation }) === record.digest
      ? operation
      : undefined;
  } catch {
    // Somebody changed the file; it does not say any more what was asked for.
    return undefined;
  }
}
