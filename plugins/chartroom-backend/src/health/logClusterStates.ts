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
import type { ReadModel } from '../readModel';

/**
 * Writes to the log whenever a cluster becomes well, or stops being so; once for each change.
 *
 * @internal
 */
export function logClusterStates(options: {
  model: Pick<ReadModel, 'freshness' | 'onChange'>;
  logger: LoggerService;
}): void {
  const { model, logger } = options;
  const told = new Map<string, string>();
  model.onChange(({ cluster }) => {
    const { state, message, sources = [] } = model.freshness(cluster) ?? {};
    const before = told.get(cluster);
    const isBeingRead =
      state === 'partial' &&
      sources.every(it => !['forbidden', 'failed'].includes(it.state));
    if (state === undefined || state === before || isBeingRead) {
      return;
    }
    told.set(cluster, state);
    if (state === 'live') {
      logger.info(`Cluster ${cluster} is observed`);
    } else if (state === 'partial' || state === 'unreachable') {
      logger.warn(
        `Cluster ${cluster} is ${state}: ${message ?? 'it says no more'}`,
      );
    }
  });
}
