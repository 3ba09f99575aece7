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
import type { DatabaseEffectsLedger } from '../database';

/** No step of an operation takes as long without recording anything. */
const QUIET_MINUTES = 15;

/**
 * Says of every operation that seems to have died what it has made, and how it is finished or undone.
 *
 * @remarks
 * It undoes nothing by itself: whoever began the operation may still want it.
 *
 * @internal
 */
export async function sweepOperations(options: {
  ledger: Pick<DatabaseEffectsLedger, 'listQuiet'>;
  logger: LoggerService;
  now: Date;
}): Promise<void> {
  const { ledger, logger, now } = options;
  const since = new Date(now.getTime() - QUIET_MINUTES * 60 * 1000);
  for (const operation of await ledger.listQuiet({ since })) {
    const { id, subject, platform, createdBy, effects } = operation;
    const made = effects
      .filter(({ state }) => state !== 'undone')
      .map(({ key, state }) => `${key} (${state})`);
    logger.warn(
      `Operation ${id} of ${createdBy} on "${subject}" in platform "${platform}" has not moved for ${QUIET_MINUTES} minutes and has made ${
        made.join(', ') || 'nothing'
      }: finish it by giving its id to "Create service", or undo it with the template "Undo an interrupted operation"`,
    );
  }
}
