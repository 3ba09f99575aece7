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

import type { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  chartroomPlatformReadPermission,
  chartroomServiceCreatePermission,
} from '@chartroom/backstage-plugin-chartroom-common';
import type { OperationServices } from '@chartroom/backstage-plugin-chartroom-node';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { PlatformGuard } from '../permissions';
import {
  checkName,
  describePlatform,
  listPlatforms,
  parseRequest,
  previewPlan,
} from '../services';

const planSchema = z.object({
  platform: z.string(),
  operation: z.record(z.string(), z.unknown()),
});

/**
 * Platforms, the names that are free in them, and what an operation would change.
 *
 * @internal
 */
export function createPlatformsRouter(options: {
  guard: PlatformGuard;
  httpAuth: HttpAuthService;
  services: OperationServices;
}): Router {
  const { guard, httpAuth, services } = options;
  const { platforms } = services;
  const router = PromiseRouter();

  router.get('/platforms', async (request, response) => {
    const names = await guard.filter({
      permission: chartroomPlatformReadPermission,
      platforms: platforms.list().map(({ name }) => name),
      credentials: await httpAuth.credentials(request),
    });
    response.json({ items: await listPlatforms({ names, platforms }) });
  });

  router.get('/platforms/:platform', async (request, response) => {
    const { platform } = request.params;
    await guard.require({
      permission: chartroomPlatformReadPermission,
      platform,
      credentials: await httpAuth.credentials(request),
    });
    response.json(await describePlatform({ name: platform, platforms }));
  });

  router.get('/platforms/:platform/names/:name', async (request, response) => {
    const { platform, name } = request.params;
    await guard.require({
      permission: chartroomPlatformReadPermission,
      platform,
      credentials: await httpAuth.credentials(request),
    });
    response.json(await checkName({ platform, name, services }));
  });

  router.post('/plan', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const { platform, operation } = parseRequest({
      schema: planSchema,
      value: request.body,
      what: 'request body',
    });
    await guard.require({
      permission: chartroomServiceCreatePermission,
      platform,
      credentials,
    });
    response.json(await previewPlan({ platform, operation, services }));
  });

  return router;
}
