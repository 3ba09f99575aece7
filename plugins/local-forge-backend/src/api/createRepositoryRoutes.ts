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

import { NotFoundError } from '@backstage/errors';
import type { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { isReferenceName } from '../git';
import { forgeUser } from '../http';
import { type Repository, repositoryNameSchema } from '../repositories';
import type { ApiContext } from './ApiContext';
import { describeRepository } from './describeRepository';
import { parse } from './parse';

const creationSchema = z.object({
  name: repositoryNameSchema,
  description: z.string().max(2048).default(''),
  private: z.boolean().default(false),
  auto_init: z.boolean().default(false),
  default_branch: z
    .string()
    .default('main')
    .refine(name => isReferenceName({ name }), 'is no name of a branch'),
});

const changesSchema = z.object({
  archived: z.boolean().optional(),
  description: z.string().max(2048).optional(),
  private: z.boolean().optional(),
});

/**
 * Making, reading, changing and deleting repositories.
 *
 * @internal
 */
export function createRepositoryRoutes(options: ApiContext): Router {
  const { url, repositories, authentication } = options;
  const router = PromiseRouter();

  async function answer(
    request: Request,
    response: Response,
    repository: Repository,
  ) {
    const reader = repositories.reader({ repository });
    const branches = await reader.names({ of: 'heads' });
    response.json(
      describeRepository({
        url,
        repository,
        empty: branches.length === 0,
        user: authentication.user({ request }),
      }),
    );
  }

  async function create(request: Request, response: Response, owner: string) {
    const wanted = parse({ schema: creationSchema, value: request.body });
    const readme = {
      path: 'README.md',
      content: Buffer.from(`# ${wanted.name}\n\n${wanted.description}\n`),
      executable: false,
    };
    const repository = await repositories.create({
      owner,
      name: wanted.name,
      description: wanted.description,
      private: wanted.private,
      defaultBranch: wanted.default_branch,
      files: wanted.auto_init ? [readme] : [],
    });
    await answer(request, response.status(201), repository);
  }

  router.post('/user/repos', async (request, response) => {
    const user = authentication.requireUser({ request });
    await create(request, response, user);
  });

  router.post('/orgs/:owner/repos', async (request, response) => {
    authentication.requireUser({ request });
    const owner = request.params.owner.toLowerCase();
    if (owner === forgeUser || !(await repositories.hasOwner({ owner }))) {
      throw new NotFoundError('org does not exist');
    }
    await create(request, response, owner);
  });

  router.get('/repos/:owner/:name', async (request, response) => {
    await answer(request, response, await repositories.get(request.params));
  });

  router.patch('/repos/:owner/:name', async (request, response) => {
    authentication.requireUser({ request });
    const { owner, name } = request.params;
    const changes = parse({ schema: changesSchema, value: request.body });
    const changed = await repositories.update({ owner, name, changes });
    await answer(request, response, changed);
  });

  router.delete('/repos/:owner/:name', async (request, response) => {
    authentication.requireUser({ request });
    await repositories.remove(request.params);
    response.status(204).end();
  });
  return router;
}
