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
import {
  type ErrorRequestHandler,
  raw,
  type RequestHandler,
  type Router,
} from 'express';
import PromiseRouter from 'express-promise-router';
import { type Authentication, describeError } from '../http';
import type { ChartStore } from './ChartStore';
import { renderIndex } from './renderIndex';

/** The largest archive that is taken, in bytes. */
const maximumArchiveSize = 16 * 1024 * 1024;

/**
 * A classic chart repository, with the part of ChartMuseum's API that publishes and removes.
 *
 * @remarks
 * Reading is open; publishing and removing need the token.
 *
 * @internal
 */
export function createChartsRouter(options: {
  charts: ChartStore;
  authentication: Authentication;
  logger: LoggerService;
}): Router {
  const { charts, authentication, logger } = options;
  const router = PromiseRouter();

  router.use((request, _response, next) => {
    authentication.user({ request });
    next();
  });

  router.get('/', (_request, response) => {
    response.redirect('/#charts');
  });

  router.get('/index.yaml', async (_request, response) => {
    const index = renderIndex({
      charts: await charts.list(),
      generatedAt: new Date(),
    });
    response.type('application/yaml').send(index);
  });

  const requireUser: RequestHandler = (request, _response, next) => {
    authentication.requireUser({ request });
    next();
  };

  router.post(
    '/api/charts',
    requireUser,
    raw({ type: () => true, limit: maximumArchiveSize, inflate: false }),
    async (request, response) => {
      const archive = Buffer.isBuffer(request.body)
        ? request.body
        : Buffer.alloc(0);
      const { created } = await charts.add({ archive });
      response.status(created ? 201 : 200).json({ saved: true });
    },
  );

  router.delete(
    '/api/charts/:name/:version',
    requireUser,
    async (request, response) => {
      const { name, version } = request.params;
      if (!(await charts.remove({ name, version }))) {
        throw new NotFoundError(`${name}-${version}.tgz not found`);
      }
      response.json({ deleted: true });
    },
  );

  router.get('/:file', async (request, response) => {
    const chart = await charts.find({ file: request.params.file });
    if (!chart) {
      throw new NotFoundError(`${request.params.file} not found`);
    }
    response.type('application/gzip').send(await charts.read({ chart }));
  });

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
    if (status === 401) {
      response.set('WWW-Authenticate', 'Basic realm="Local forge"');
    }
    response.status(status).json({ error: message });
  };
  router.use(answerError);
  return router;
}
