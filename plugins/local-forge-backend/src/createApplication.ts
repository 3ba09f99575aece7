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
import express, { type Express } from 'express';
import { createApiRouter } from './api';
import { type ChartStore, createChartsRouter } from './charts';
import { createGitRouter, type Git } from './git';
import { Authentication, refuseForeignHosts } from './http';
import { createPagesRouter } from './pages';
import type { RepositoryStore } from './repositories';

/**
 * Everything that the forge answers, put together.
 *
 * @internal
 */
export function createApplication(options: {
  url: string;
  token: string;
  git: Git;
  repositories: RepositoryStore;
  charts: ChartStore;
  logger: LoggerService;
}): Express {
  const { token, ...context } = options;
  const authentication = Authentication.create({ token });
  const application = express();
  application.disable('x-powered-by');
  application.disable('etag');
  application.set('query parser', 'simple');

  application.use(refuseForeignHosts());
  application.use((_request, response, next) => {
    response.set({
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-cache',
    });
    next();
  });
  application.use('/api/v1', createApiRouter({ ...context, authentication }));
  application.use(
    '/charts',
    createChartsRouter({ ...context, authentication }),
  );
  application.use(createGitRouter({ ...context, authentication }));
  application.use(createPagesRouter(context));
  return application;
}
