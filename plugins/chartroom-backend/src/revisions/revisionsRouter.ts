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
import {
  chartroomDeploymentReadPermission,
  chartroomValuesReadPermission,
  chartroomValuesReadUnredactedPermission,
  type Deployment,
} from '@chartroom/backstage-plugin-chartroom-common';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { DeploymentQueries } from '../deployments';
import { audited, parseRequest } from '../services';
import type { RevisionViews } from './RevisionViews';

const revision = z.coerce.number().int().min(1).max(1_000_000_000);
const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform(text => text === 'true');
const valuesSchema = z.strictObject({
  revision: revision.optional(),
  unredacted: flag,
});
const diffSchema = z.strictObject({ unredacted: flag });
const diffPathSchema = z.object({ id: z.string(), a: revision, b: revision });

/**
 * The history of a deployment's release: its revisions, what was given to one, and how two differ.
 *
 * @internal
 */
export function createRevisionsRouter(options: {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  queries: DeploymentQueries;
  views: RevisionViews;
}): Router {
  const { auditor, httpAuth, queries, views } = options;
  const router = PromiseRouter();

  /** Whoever asks is written to the audit log, also where they are refused. */
  async function seen<T>(seeing: {
    request: Request;
    eventId: string;
    id: string;
    meta: Record<string, string>;
    unredacted: boolean;
    show: (deployment: Deployment) => Promise<T>;
  }): Promise<T> {
    const { request, id, unredacted } = seeing;
    const credentials = await httpAuth.credentials(request);
    return audited({
      auditor,
      request,
      eventId: seeing.eventId,
      severityLevel: unredacted ? 'high' : 'medium',
      meta: { id, ...seeing.meta, redacted: String(!unredacted) },
      run: async () => {
        const deployment = await queries.find({
          id,
          permissions: [
            chartroomValuesReadPermission,
            ...(unredacted ? [chartroomValuesReadUnredactedPermission] : []),
          ],
          credentials,
        });
        return seeing.show(deployment);
      },
    });
  }

  router.get('/deployments/:id/revisions', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const deployment = await queries.find({
      id: request.params.id,
      permissions: [chartroomDeploymentReadPermission],
      credentials,
    });
    response.json({ items: await views.list({ deployment }) });
  });

  router.get('/deployments/:id/values', async (request, response) => {
    const asked = parseRequest({
      schema: valuesSchema,
      value: request.query,
      what: 'query',
    });
    const view = await seen({
      request,
      eventId: 'values-read',
      id: request.params.id,
      meta: { revision: String(asked.revision ?? 'serving') },
      unredacted: asked.unredacted,
      show: deployment =>
        views.view({
          deployment,
          revision: asked.revision,
          redacted: !asked.unredacted,
        }),
    });
    response.setHeader('cache-control', 'no-store');
    response.json(view);
  });

  router.get(
    '/deployments/:id/revisions/:a/diff/:b',
    async (request, response) => {
      const { id, a, b } = parseRequest({
        schema: diffPathSchema,
        value: request.params,
        what: 'path',
      });
      const { unredacted } = parseRequest({
        schema: diffSchema,
        value: request.query,
        what: 'query',
      });
      const diff = await seen({
        request,
        eventId: 'values-diff',
        id,
        meta: { from: String(a), to: String(b) },
        unredacted,
        show: deployment =>
          views.diff({ deployment, from: a, to: b, redacted: !unredacted }),
      });
      response.setHeader('cache-control', 'no-store');
      response.json({ from: a, to: b, redacted: !unredacted, ...diff });
    },
  );

  return router;
}
