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
import { NotAllowedError } from '@backstage/errors';
import { chartroomDeploymentRefreshPermission } from '@chartroom/backstage-plugin-chartroom-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { PlatformGuard } from '../permissions';
import { audited, parseRequest } from '../services';
import type { WantedState } from '../wanted';
import { deploymentFilterSchema } from './DeploymentFilter';
import type { DeploymentQueries } from './DeploymentQueries';

const ofEntitySchema = deploymentFilterSchema.extend({
  entityRef: z.string().min(1).max(1_000),
});
const listSchema = deploymentFilterSchema.extend({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z.string().max(2_000).optional(),
});
const refreshSchema = z
  .strictObject({ platform: z.string().optional() })
  .default({});

/**
 * What runs where, how fresh that is known, and having it read again.
 *
 * @internal
 */
export function createDeploymentsRouter(options: {
  auditor: AuditorService;
  guard: PlatformGuard;
  httpAuth: HttpAuthService;
  queries: DeploymentQueries;
  wanted: WantedState;
}): Router {
  const { auditor, guard, httpAuth, queries, wanted } = options;
  const router = PromiseRouter();

  router.get('/deployments', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    if (request.query.entityRef !== undefined) {
      const { entityRef, ...filter } = parseRequest({
        schema: ofEntitySchema.strict(),
        value: request.query,
        what: 'query',
      });
      response.json(await queries.ofEntity({ entityRef, filter, credentials }));
      return;
    }
    const { limit, cursor, ...filter } = parseRequest({
      schema: listSchema.strict(),
      value: request.query,
      what: 'query',
    });
    response.json(await queries.list({ filter, limit, cursor, credentials }));
  });

  router.get('/clusters', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    response.json({ items: await queries.clusters({ credentials }) });
  });

  router.post('/refresh', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const { platform } = parseRequest({
      schema: refreshSchema,
      value: request.body,
      what: 'request body',
    });
    const asked =
      platform === undefined ? wanted.list() : [wanted.get({ platform })];
    const permission = chartroomDeploymentRefreshPermission;
    const names = asked.map(it => it.platform);
    if (platform !== undefined) {
      await guard.require({ permission, platform, credentials });
    }
    const platforms = await guard.filter({
      permission,
      platforms: names,
      credentials,
    });
    if (platforms.length === 0 && names.length > 0) {
      throw new NotAllowedError(
        `You may not have any platform read again: ask for the permission ${permission.name}`,
      );
    }
    await audited({
      auditor,
      request,
      eventId: 'deployment-refresh',
      meta: { platforms: platforms.join(' ') },
      run: () =>
        Promise.all(platforms.map(name => wanted.refresh({ platform: name }))),
    });
    response.json({
      platforms: platforms.map(name => {
        const { readAt, message } = wanted.get({ platform: name });
        return { platform: name, readAt, message };
      }),
    });
  });

  return router;
}
