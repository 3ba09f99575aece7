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

import { operationDigest } from '@chartroom/backstage-plugin-chartroom-common';
import type { Operation } from '@chartroom/backstage-plugin-chartroom-common';
import type { OperationRecord } from '@chartroom/backstage-plugin-chartroom-node';

/**
 * Whether the ledger's record of an id is of just this request: the digest covers the platform, the name and every value.
 *
 * @internal
 */
export function isSameRequest(options: {
  record: OperationRecord;
  operation: Operation;
}): boolean {
  const { record, operation } = options;
  return record.digest === operationDigest({ operation });
}
