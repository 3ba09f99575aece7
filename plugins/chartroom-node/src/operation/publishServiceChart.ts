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
import type { Operation } from '@chartroom/backstage-plugin-chartroom-common';
import { withEffect } from '../ledger';
import type { PlatformSnapshot } from '../platform';
import type { OperationServices } from './OperationServices';
import type { ServiceChart } from './readServiceChart';
import { timed } from './timed';

/**
 * Publishes a packed chart where the platform's matrix says, or finds it there with the same contents.
 *
 * @internal
 */
export async function publishServiceChart(options: {
  operation: Operation;
  chart: ServiceChart;
  archive: Buffer;
  snapshot: PlatformSnapshot;
  services: OperationServices;
  logger: LoggerService;
  signal?: AbortSignal;
}): Promise<void> {
  const { operation, chart, archive, snapshot, services, signal } = options;
  const { name, version } = chart;
  const url = snapshot.platform.matrix?.charts?.repository;
  if (!url) {
    throw new InputError(
      `The matrix of platform "${snapshot.config.name}" does not say where charts are published; write charts: { repository: … } in it`,
    );
  }
  const repository = services.chartRepositories.byUrl({ url });

  await timed({
    logger: options.logger,
    says: ({ created }) =>
      created
        ? `Published the chart ${name} ${version} to ${url}`
        : `The chart ${name} ${version} is in ${url}`,
    run: () =>
      withEffect<'chart'>({
        ledger: services.ledger,
        operationId: operation.id,
        key: 'chart',
        target: { kind: 'chart', repository: url, name, version },
        // A repository that was made again has the next version.
        isThere: done => done.version === version,
        run: async ({ resumed }) => {
          const { created, digest } = await repository.publish({
            name,
            version,
            archive,
            signal,
          });
          return {
            kind: 'chart',
            repository: url,
            name,
            version,
            // Undo removes only what this operation has published.
            digest: created || resumed ? digest : undefined,
          };
        },
      }),
  });
}
