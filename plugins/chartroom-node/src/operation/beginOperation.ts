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
  type Operation,
} from '@chartroom/backstage-plugin-chartroom-common';
import type { EffectsLedger, OperationRecord } from '../ledger';

/**
 * Opens an operation in the ledger, or resumes it; to be called before its first effect, and by every step that has one.
 *
 * @public
 */
export async function beginOperation(options: {
  operation: Operation;
  ledger: EffectsLedger;
  /** Entity ref of the person who asked. */
  createdBy: string;
}): Promise<OperationRecord> {
  const { operation, ledger, createdBy } = options;
  return ledger.begin({
    id: operation.id,
    kind: operation.kind,
    platform: operation.platform,
    subject: operation.service.name,
    digest: operationDigest({ operation }),
    createdBy,
  });
}
