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
import { NotFoundError } from '@backstage/errors';
import {
  chartroomDeploymentReadPermission,
  chartroomPlatformReadPermission,
  chartroomServiceCreatePermission,
} from '@chartroom/backstage-plugin-chartroom-common';
import {
  beginOperationSchema,
  effectBodySchema,
  effectKeySchema,
  finishOperationSchema,
  type OperationServices,
} from '@chartroom/backstage-plugin-chartroom-node';
import express from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { PlatformGuard } from './permissions';
import {
  audited,
  checkName,
  describePlatform,
  findServiceOfEntity,
  listDeployments,
  listPlatforms,
  parseRequest,
  previewPlan,
} from './services';

const planSchema = z.object({
  platform: z.string(),
  operation: z.record(z.string(), z.unknown()),
});
const deploymentsSchema = z.object({ entityRef: z.string() });
const unfinishedSchema = z.object({
  platform: z.string(),
  subject: z.string(),
  state: z.literal('running'),
});

/**
 * The REST interface of plugin `chartroom`.
 *
 * @internal
 */
export function createRouter(options: {
  auditor: AuditorService;
  guard: PlatformGuard;
  httpAuth: HttpAuthService;
  services: OperationServices;
}): express.Router {
  const { auditor, guard, httpAuth, services } = options;
  const { ledger, platforms } = services;
  const router = PromiseRouter();
  router.use(express.json());

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

  router.get('/deployments', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const { entityRef } = parseRequest({
      schema: deploymentsSchema,
      value: request.query,
      what: 'query',
    });
    const found = await findServiceOfEntity({
      entityRef,
      services,
      credentials,
    });
    await guard.require({
      permission: chartroomDeploymentReadPermission,
      platform: found.snapshot.config.name,
      credentials,
    });
    response.json({ items: listDeployments(found) });
  });

  router.get('/operations/:id/effects', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const { id } = request.params;
    const operation = await ledger.get({ id });
    if (!operation) {
      throw new NotFoundError(`There is no operation ${id}`);
    }
    await guard.require({
      permission: chartroomPlatformReadPermission,
      platform: operation.platform,
      credentials,
    });
    response.json(operation);
  });

  router.get('/operations', async (request, response) => {
    await httpAuth.credentials(request, { allow: ['service'] });
    const found = await ledger.findUnfinished(
      parseRequest({
        schema: unfinishedSchema,
        value: request.query,
        what: 'query',
      }),
    );
    response.json({ items: found ? [found] : [] });
  });

  router.post('/operations', async (request, response) => {
    await httpAuth.credentials(request, { allow: ['service'] });
    const asked = parseRequest({
      schema: beginOperationSchema,
      value: request.body,
      what: 'request body',
    });
    const operation = await audited({
      auditor,
      request,
      eventId: 'operation-begin',
      meta: asked,
      run: () => ledger.begin(asked),
    });
    response.json(operation);
  });

  router.put('/operations/:id/effects/:key', async (request, response) => {
    await httpAuth.credentials(request, { allow: ['service'] });
    const { id } = request.params;
    const key = parseRequest({
      schema: effectKeySchema,
      value: request.params.key,
      what: 'effect key',
    });
    const effect = parseRequest({
      schema: effectBodySchema,
      value: request.body,
      what: 'request body',
    });
    await audited({
      auditor,
      request,
      eventId: 'effect-record',
      meta: { id, key, state: effect.state },
      run: () => ledger.record({ id, effect: { key, ...effect } }),
    });
    response.status(204).end();
  });

  router.post('/operations/:id/undo', async (request, response) => {
    await httpAuth.credentials(request, { allow: ['service'] });
    const { id } = request.params;
    const operation = await audited({
      auditor,
      request,
      eventId: 'operation-undo',
      meta: { id },
      run: () => ledger.beginUndo({ id }),
    });
    response.json(operation);
  });

  router.post('/operations/:id/finish', async (request, response) => {
    await httpAuth.credentials(request, { allow: ['service'] });
    const { id } = request.params;
    const { state } = parseRequest({
      schema: finishOperationSchema,
      value: request.body,
      what: 'request body',
    });
    await audited({
      auditor,
      request,
      eventId: 'operation-finish',
      meta: { id, state },
      run: () => ledger.finish({ id, state }),
    });
    response.status(204).end();
  });

  return router;
}
