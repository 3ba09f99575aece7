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
import { InputError, NotAllowedError } from '@backstage/errors';
import type { ErrorRequestHandler, Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { basename, dirname, join } from 'node:path';
import type { RepositoryStore } from '../repositories';
import { type Authentication, describeError } from '../http';
import type { Git } from './Git';
import { type GitService, serveGit } from './serveGit';

/**
 * git's smart HTTP protocol at `/<owner>/<name>.git`, and without `.git` as Gitea has it.
 *
 * @remarks
 * Reading is open; pushing needs the token, as the password of any user name.
 *
 * @internal
 */
export function createGitRouter(options: {
  git: Git;
  repositories: RepositoryStore;
  authentication: Authentication;
  logger: LoggerService;
}): Router {
  const { git, repositories, authentication, logger } = options;

  async function serve(
    request: Request,
    response: Response,
    wanted: { service: GitService; path: string },
  ) {
    const pushes = wanted.service === 'git-receive-pack';
    const user = authentication.user({ request });
    if (pushes) {
      authentication.requireUser({ request });
    }
    const repository = await repositories.get({
      owner: request.params.owner,
      name: request.params.repository.replace(/\.git$/, ''),
    });
    if (pushes && repository.archived) {
      throw new NotAllowedError(
        'This repository is archived: it can be read and cloned, but not pushed to.',
      );
    }
    const owner = dirname(repository.directory);
    await serveGit({
      git,
      logger,
      root: dirname(owner),
      path: `/${join(basename(owner), basename(repository.directory))}${
        wanted.path
      }`,
      service: wanted.service,
      user,
      request,
      response,
    });
  }

  const router = PromiseRouter();
  router.get('/:owner/:repository/info/refs', async (request, response) => {
    const { service } = request.query;
    if (service !== 'git-upload-pack' && service !== 'git-receive-pack') {
      throw new InputError("Only git's smart HTTP protocol is served here.");
    }
    await serve(request, response, { service, path: '/info/refs' });
  });
  for (const service of ['git-upload-pack', 'git-receive-pack'] as const) {
    router.post(`/:owner/:repository/${service}`, (request, response) =>
      serve(request, response, { service, path: `/${service}` }),
    );
  }

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
    response.status(status).type('text/plain').send(`${message}\n`);
  };
  router.use(answerError);
  return router;
}
