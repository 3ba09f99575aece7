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
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { OperationServices } from '@chartroom/backstage-plugin-chartroom-node';
import express from 'express';
import PromiseRouter from 'express-promise-router';
import type { DatabaseEffectsLedger } from './database';
import { createDeploymentsRouter, type DeploymentQueries } from './deployments';
import { createHealthRouter } from './health';
import { createOperationsRouter } from './operations';
import type { PlatformGuard } from './permissions';
import { createPlatformsRouter } from './platforms';
import type { ReadModel } from './readModel';
import { createRevisionsRouter, type RevisionViews } from './revisions';
import { createOpenApiRouter } from './schema';
import type { WantedState } from './wanted';

/**
 * The REST interface of plugin `chartroom`, subject by subject.
 *
 * @internal
 */
export function createRouter(options: {
  auditor: AuditorService;
  guard: PlatformGuard;
  httpAuth: HttpAuthService;
  ledger: DatabaseEffectsLedger;
  model: ReadModel;
  queries: DeploymentQueries;
  services: OperationServices;
  views: RevisionViews;
  wanted: WantedState;
}): express.Router {
  const router = PromiseRouter();
  router.use(express.json());
  router.use(createOpenApiRouter());
  router.use(createHealthRouter(options));
  router.use(createPlatformsRouter(options));
  router.use(createDeploymentsRouter(options));
  router.use(createRevisionsRouter(options));
  router.use(createOperationsRouter(options));
  return router;
}
