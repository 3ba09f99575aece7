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

import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { ReadModel } from '../readModel';
import type { WantedState } from '../wanted';
import { judgeReadiness } from './judgeReadiness';

/**
 * One word for a monitor, which needs no sign-in and therefore gets no name of anything.
 *
 * @remarks
 * Degraded is no failure of this process: a cluster that does not answer must not take the portal out of service.
 *
 * @internal
 */
export function createHealthRouter(options: {
  model: Pick<ReadModel, 'clusters'>;
  wanted: Pick<WantedState, 'list'>;
}): Router {
  const { model, wanted } = options;
  const router = PromiseRouter();
  router.get('/health', async (_, response) => {
    const status = judgeReadiness({
      clusters: model.clusters(),
      platforms: wanted.list(),
    });
    response.status(status === 'starting' ? 503 : 200).json({ status });
  });
  return router;
}
