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

import type { Git } from '../git';
import { NotFoundError } from '@backstage/errors';
import type { Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { z } from 'zod';
import type { Repository } from '../repositories';
import type { ApiContext } from './ApiContext';
import { describeContents } from './describeContents';
import { parse } from './parse';

/** Larger files come without content, as from Gitea ([api] DEFAULT_MAX_BLOB_SIZE). */
const maximumBlobSize = 10 * 1024 * 1024;

const querySchema = z.object({ ref: z.string().optional() });

async function sendArchive(options: {
  git: Git;
  repository: Repository;
  commit: string;
  response: Response;
}): Promise<void> {
  const { git, repository, commit, response } = options;
  const child = git.start({
    args: ['archive', '--format=tar', `--prefix=${repository.name}/`, commit],
    environment: { GIT_DIR: repository.directory },
  });
  response.once('close', () => git.stop({ child }));
  child.stderr.resume();
  child.stdin.end();
  response.type('application/gzip');
  // Fails only when the client goes away.
  await pipeline(child.stdout, createGzip(), response).catch(() => {});
}

/**
 * Files: the contents of one or the list of many, and a whole tree as an archive. These are the requests
 * that Backstage's GiteaUrlReader makes.
 *
 * @internal
 */
export function createContentRoutes(options: ApiContext): Router {
  const { url, git, repositories } = options;
  const router = PromiseRouter();

  router.get(
    '/repos/:owner/:name/contents/:path(*)?',
    async (request, response) => {
      const { owner, name } = request.params;
      const repository = await repositories.get({ owner, name });
      const reader = repositories.reader({ repository });
      const { ref } = parse({ schema: querySchema, value: request.query });
      const reference = ref || repository.defaultBranch;
      const path = (request.params.path ?? '').replace(/\/$/, '');

      const commit = await reader.resolve({ reference });
      if (commit === undefined) {
        throw new NotFoundError('unable to find a git ref');
      }
      const entry = await reader.entry({ commit, path });
      if (entry === undefined) {
        throw new NotFoundError('not found');
      }
      const about = { url, repository, reference };
      if (entry.type === 'dir') {
        const entries = await reader.list({ tree: entry.sha });
        const prefix = path === '' ? '' : `${path}/`;
        response.json(
          entries.map(child =>
            describeContents({
              ...about,
              path: `${prefix}${child.name}`,
              entry: child,
            }),
          ),
        );
        return;
      }
      const readable =
        entry.size !== undefined && entry.size <= maximumBlobSize;
      const content = readable
        ? await reader.blob({ sha: entry.sha })
        : undefined;
      response.json(describeContents({ ...about, path, entry, content }));
    },
  );

  router.get(
    '/repos/:owner/:name/archive/:file(*)',
    async (request, response) => {
      const { owner, name } = request.params;
      const repository = await repositories.get({ owner, name });
      const [, reference] = /^(.+)\.tar\.gz$/.exec(request.params.file) ?? [];
      const commit = reference
        ? await repositories.reader({ repository }).resolve({ reference })
        : undefined;
      if (commit === undefined) {
        throw new NotFoundError('unrecognized repository reference');
      }
      await sendArchive({ git, repository, commit, response });
    },
  );
  return router;
}
