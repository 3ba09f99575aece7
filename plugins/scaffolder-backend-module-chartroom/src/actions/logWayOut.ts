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
import { toError } from '@backstage/errors';
import type {
  EffectTarget,
  EffectsLedger,
  OperationRecord,
} from '@chartroom/backstage-plugin-chartroom-node';

/**
 * Says in one line what an operation that stops here has made, and how it is finished or undone; nothing to say where it made nothing.
 *
 * @remarks
 * Never rejects: the error that stops the operation is the one to be seen.
 *
 * @internal
 */
export async function logWayOut(options: {
  operationId: string;
  ledger: EffectsLedger;
  logger: LoggerService;
}): Promise<void> {
  const { operationId: id, ledger, logger } = options;
  let record: OperationRecord | undefined;
  try {
    record = await ledger.get({ id });
  } catch (error) {
    logger.warn(
      `Operation ${id} stops here, and the ledger does not say what it has made: ${
        toError(error).message
      }`,
    );
    return;
  }
  const made = (record?.effects ?? [])
    .filter(({ state }) => state !== 'undone')
    .map(
      ({ state, target }) =>
        `${nameOf(target)}${state === 'intended' ? ' (perhaps)' : ''}`,
    );
  if (record?.state === 'completed' || made.length === 0) {
    return;
  }
  logger.warn(
    `Operation ${id} stops here and has made: ${made.join(
      ', ',
    )}. To finish it, fill in the same form with this operation id; to undo it, run the template "Undo an interrupted operation" with it`,
  );
}

function nameOf(target: EffectTarget): string {
  switch (target.kind) {
    case 'repository':
      return `the repository ${target.url}`;
    case 'chart':
      return `the chart ${target.name} ${target.version} in ${target.repository}`;
    case 'commit':
      return `the entry in ${target.repository}`;
    default:
      return `the registration of ${target.entityRef}`;
  }
}
