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
import { stringifyError, toError } from '@backstage/errors';
import type { ObservationSource } from '@chartroom/backstage-plugin-chartroom-node';
import type { ObservationCopy } from './ObservationCopy';
import type { ReadModel } from './ReadModel';

/**
 * Fills the read model: with the copy at once, then with what every source observes.
 *
 * @remarks
 * Resolves when the copy is there; the sources begin on their own. A source that cannot begin leaves its cluster unreachable, and touches no other.
 *
 * @internal
 */
export async function startObserving(options: {
  sources: readonly ObservationSource[];
  model: ReadModel;
  copy: ObservationCopy;
  logger: LoggerService;
  signal: AbortSignal;
}): Promise<void> {
  const { sources, model, copy, logger } = options;
  try {
    const clusters = [...new Set(sources.map(({ cluster }) => cluster))];
    const kept = await copy.load({ clusters });
    await copy.forgetAbandoned({ clusters, now: new Date() });
    kept.forEach(cluster => model.keep(cluster));
  } catch (error) {
    logger.warn(
      `Starting without the copy of what was known of clusters: ${stringifyError(
        error,
      )}`,
    );
  }
  sources.forEach(source => void begin({ ...options, source }));
}

async function begin(options: {
  source: ObservationSource;
  model: ReadModel;
  logger: LoggerService;
  signal: AbortSignal;
}): Promise<void> {
  const { source, model, logger, signal } = options;
  const { cluster } = source;
  const sink = model.sinkOf({ source });
  try {
    await source.start({ sink, signal });
  } catch (error) {
    const { message } = toError(error);
    logger.warn(`Cluster ${cluster} is not observed: ${message}`);
    sink.report({
      cluster,
      recorded: false,
      state: 'unreachable',
      message,
      sources: [],
    });
  }
}
