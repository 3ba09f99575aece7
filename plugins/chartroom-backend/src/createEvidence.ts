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

import type {
  LifecycleService,
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  type ObservationSource,
  PLATFORM_CHANGED_TOPIC,
  type Platforms,
} from '@chartroom/backstage-plugin-chartroom-node';
import type { Knex } from 'knex';
import { z } from 'zod';
import { createObservationSources, ReleaseHistory } from './collectors';
import { installationSecret } from './database';
import { logClusterStates } from './health';
import { createCollectorMetrics, observeReadModel } from './metrics';
import {
  CopyWriter,
  ObservationCopy,
  ReadModel,
  startObserving,
} from './readModel';
import { readServingConfig } from './readServingConfig';
import { WantedState } from './wanted';

const platformChangedSchema = z.object({ platform: z.string() });

/**
 * All that answers stand on: what git wants, what runs, and the history of releases on demand.
 *
 * @internal
 */
export interface Evidence {
  readonly wanted: WantedState;
  readonly model: ReadModel;
  readonly history: ReleaseHistory;
}

/**
 * Puts the evidence together and has it kept up to date until the backend stops.
 *
 * @internal
 */
export async function createEvidence(options: {
  rootConfig: RootConfigService;
  events: EventsService;
  knex: Knex;
  lifecycle: LifecycleService;
  logger: LoggerService;
  metrics: MetricsService;
  platforms: Platforms;
  scheduler: SchedulerService;
  /** Of other modules. */
  addedSources: readonly ObservationSource[];
}): Promise<Evidence> {
  const { rootConfig: config, knex, logger, metrics, platforms } = options;
  const { staleAfterMilliseconds, readPlatformsEvery, sensitiveWords } =
    readServingConfig({ config });
  const key = await installationSecret({ knex, name: 'redaction' });
  const clusters = createObservationSources({
    config,
    logger,
    metrics: createCollectorMetrics({ metrics }),
  });
  const sources = [...clusters, ...options.addedSources];
  const names = new Set(sources.map(({ cluster }) => cluster));
  const wanted = WantedState.create({
    platforms,
    onlyCluster: names.size === 1 ? [...names][0] : undefined,
    logger,
  });
  const model = ReadModel.create({
    sources,
    wanted,
    redaction: { key, sensitiveWords },
    staleAfterMilliseconds,
  });
  observeReadModel({ metrics, model });
  logClusterStates({ model, logger });

  await options.scheduler.scheduleTask({
    id: 'chartroom-read-platforms',
    frequency: readPlatformsEvery,
    timeout: { minutes: 5 },
    // Every replica answers from its own memory
    scope: 'local',
    fn: () => wanted.refresh(),
  });
  await options.events.subscribe({
    id: 'chartroom-wanted',
    topics: [PLATFORM_CHANGED_TOPIC],
    onEvent: async ({ eventPayload }) => {
      const { data } = platformChangedSchema.safeParse(eventPayload);
      if (platforms.list().some(({ name }) => name === data?.platform)) {
        await wanted.refresh(data);
      }
    },
  });

  const copy = ObservationCopy.create({ knex, logger });
  const writer = CopyWriter.start({ model, copy, logger });
  const stopped = new AbortController();
  await startObserving({
    ...{ sources, model, copy, logger },
    signal: stopped.signal,
  });
  options.lifecycle.addShutdownHook(async () => {
    stopped.abort();
    await writer.stop();
  });
  return {
    wanted,
    model,
    history: ReleaseHistory.create({ sources: clusters }),
  };
}
