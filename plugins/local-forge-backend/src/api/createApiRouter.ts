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
import { NotFoundError } from '@backstage/errors';
import { type ErrorRequestHandler, json, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { describeError } from '../http';
import type { ApiContext } from './ApiContext';
import { createContentRoutes } from './createContentRoutes';
import { createHistoryRoutes } from './createHistoryRoutes';
import { createOwnerRoutes } from './createOwnerRoutes';
import { createRepositoryRoutes } from './createRepositoryRoutes';

/** The Gitea whose answers these are, marked as what it is. */
const version = '1.26.0+local-forge';

/**
 * The part of Gitea's API v1 that Backstage and Chartroom use.
 *
 * @remarks
 * Reading is open; writing needs the token. Wrong credentials are refused everywhere, as Gitea does.
 *
 * @internal
 */
export function createApiRouter(
  options: ApiContext & { logger: LoggerService },
): Router {
  const { url, authentication, logger } = options;
  const router = PromiseRouter();

  router.use((request, _response, next) => {
    authentication.user({ request });
    next();
  });
  router.use(json({ limit: '64kb' }));

  router.get('/version', (_request, response) => {
    response.json({ version });
  });
  router.use(createOwnerRoutes(options));
  router.use(createRepositoryRoutes(options));
  router.use(createContentRoutes(options));
  router.use(createHistoryRoutes(options));
  router.use(() => {
    throw new NotFoundError('not found');
  });

  const answerError: ErrorRequestHandler = (
    error,
    _request,
    response,
    next,
  ) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const { status, message } = describeError({ error, logger });
    // Gitea's word for a field that is wrong.
    const told = error.name === 'InputError' ? 422 : status;
    response.status(told).json({ message, url: `${url}/api/swagger` });
  };
  router.use(answerError);
  return router;
}
