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
import { chartroomPlatformReadPermission } from '@chartroom/backstage-plugin-chartroom-common';
import {
  beginOperationSchema,
  effectBodySchema,
  effectKeySchema,
  finishOperationSchema,
} from '@chartroom/backstage-plugin-chartroom-node';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { DatabaseEffectsLedger } from '../database';
import type { PlatformGuard } from '../permissions';
import { audited, parseRequest } from '../services';

const unfinishedSchema = z.object({
  platform: z.string(),
  subject: z.string(),
  state: z.literal('running'),
});

/**
 * What operations did: the ledger, which only plugins of this backend write.
 *
 * @internal
 */
export function createOperationsRouter(options: {
  auditor: AuditorService;
  guard: PlatformGuard;
  httpAuth: HttpAuthService;
  ledger: DatabaseEffectsLedger;
}): Router {
  const { auditor, guard, httpAuth, ledger } = options;
  const router = PromiseRouter();

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
