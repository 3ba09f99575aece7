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

import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { type GitCommit, type GitReader, isTreePath } from '../git';
import type { ApiContext } from './ApiContext';
import { describeBranch } from './describeBranch';
import { describeCommit } from './describeCommit';
import { parse } from './parse';

/** Gitea's default and maximum ([api] DEFAULT_PAGING_NUM, MAX_RESPONSE_ITEMS). */
const pageSize = { default: 30, maximum: 50 };

const commitsQuerySchema = z.object({
  sha: z.string().optional(),
  path: z
    .string()
    .refine(path => path === '' || isTreePath({ path }), 'is no path of a file')
    .optional(),
  page: z.coerce.number().int().min(1).default(1),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .default(pageSize.default)
    .transform(limit => Math.min(limit, pageSize.maximum)),
});

async function single(reader: GitReader, commit: string): Promise<GitCommit> {
  const [found] = await reader.log({ commit, limit: 1 });
  return found;
}

/**
 * Commits and branches.
 *
 * @internal
 */
export function createHistoryRoutes(options: ApiContext): Router {
  const { url, repositories, authentication } = options;
  const router = PromiseRouter();

  router.get(
    '/repos/:owner/:name/git/commits/:reference(*)',
    async (request, response) => {
      const { owner, name } = request.params;
      const repository = await repositories.get({ owner, name });
      const reader = repositories.reader({ repository });
      const { reference } = request.params;
      const sha = await reader.resolve({ reference });
      if (sha === undefined) {
        throw new NotFoundError(`commit doesn't exist: ${reference}`);
      }
      const commit = await single(reader, sha);
      response.json(describeCommit({ url, repository, commit }));
    },
  );

  router.get('/repos/:owner/:name/commits', async (request, response) => {
    const repository = await repositories.get(request.params);
    const reader = repositories.reader({ repository });
    const query = parse({ schema: commitsQuerySchema, value: request.query });
    if ((await reader.names({ of: 'heads' })).length === 0) {
      throw new ConflictError('Git Repository is empty.');
    }
    const reference = query.sha || repository.defaultBranch;
    const commit = await reader.resolve({ reference });
    if (commit === undefined) {
      throw new NotFoundError('not found');
    }
    const { limit, page, path } = query;
    const [total, commits] = await Promise.all([
      reader.count({ commit, path }),
      reader.log({ commit, limit, skip: (page - 1) * limit, path }),
    ]);
    response.set({
      'X-Total-Count': String(total),
      'X-Page': String(page),
      'X-PerPage': String(limit),
      'X-HasMore': String(page * limit < total),
    });
    response.json(
      commits.map(found => describeCommit({ url, repository, commit: found })),
    );
  });

  router.get('/repos/:owner/:name/branches', async (request, response) => {
    const repository = await repositories.get(request.params);
    const reader = repositories.reader({ repository });
    const user = authentication.user({ request });
    const branches = [];
    for (const name of await reader.names({ of: 'heads' })) {
      const sha = await reader.branch({ name });
      if (sha !== undefined) {
        const commit = await single(reader, sha);
        branches.push(describeBranch({ url, repository, name, commit, user }));
      }
    }
    response.set('X-Total-Count', String(branches.length)).json(branches);
  });

  router.get(
    '/repos/:owner/:name/branches/:branch(*)',
    async (request, response) => {
      const { owner, name } = request.params;
      const repository = await repositories.get({ owner, name });
      const reader = repositories.reader({ repository });
      const { branch } = request.params;
      const sha = await reader.branch({ name: branch });
      if (sha === undefined) {
        throw new NotFoundError('branch does not exist');
      }
      response.json(
        describeBranch({
          url,
          repository,
          name: branch,
          commit: await single(reader, sha),
          user: authentication.user({ request }),
        }),
      );
    },
  );
  return router;
}
