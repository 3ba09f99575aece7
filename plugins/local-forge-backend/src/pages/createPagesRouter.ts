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
import type { ErrorRequestHandler, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { ChartStore } from '../charts';
import { describeError } from '../http';
import type { RepositoryStore } from '../repositories';
import { createRepositoryPages } from './createRepositoryPages';
import { html } from './html';
import { renderHome } from './renderHome';
import { renderLayout } from './renderLayout';
import { stylesheet } from './stylesheet';

const contentPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Pages for people to look at repositories and charts; they need no script and change nothing.
 *
 * @internal
 */
export function createPagesRouter(options: {
  url: string;
  repositories: RepositoryStore;
  charts: ChartStore;
  logger: LoggerService;
}): Router {
  const { url, repositories, charts, logger } = options;
  const router = PromiseRouter();

  router.use((_request, response, next) => {
    response.set('Content-Security-Policy', contentPolicy);
    next();
  });

  router.get('/-/style.css', (_request, response) => {
    response.type('css').send(stylesheet);
  });

  router.get('/', async (_request, response) => {
    const [all, stored] = await Promise.all([
      repositories.list(),
      charts.list(),
    ]);
    response
      .type('html')
      .send(renderHome({ url, repositories: all, charts: stored }));
  });

  router.get('/:owner', async (request, response) => {
    const owner = request.params.owner.toLowerCase();
    if (!(await repositories.hasOwner({ owner }))) {
      throw new NotFoundError(`There is no owner ${owner}.`);
    }
    const owned = await repositories.list({ owner });
    response
      .type('html')
      .send(renderHome({ url, owner, repositories: owned, charts: [] }));
  });

  router.use(createRepositoryPages({ url, repositories }));

  router.use(() => {
    throw new NotFoundError('There is no such page.');
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
    const title = status === 404 ? 'Not found' : 'Not possible';
    response
      .status(status)
      .type('html')
      .send(
        renderLayout({
          title,
          content: html`<h1>${title}</h1>
            <p>${message}</p>
            <p><a href="/">All repositories and charts</a></p>`,
        }),
      );
  };
  router.use(answerError);
  return router;
}
