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
import type { TreeEntry } from '../git';
import { PayloadTooLargeError } from '../http';
import type { Repository, RepositoryStore } from '../repositories';
import { renderCommit } from './renderCommit';
import { renderEmpty } from './renderEmpty';
import { renderFile } from './renderFile';
import { renderLog } from './renderLog';
import { renderTree } from './renderTree';
import { splitReference } from './splitReference';

/** What a page shows of a file or a patch, and what it renders of a README, in bytes. */
const limits = {
  page: 1024 * 1024,
  readme: 256 * 1024,
  raw: 32 * 1024 * 1024,
};

const commitsOnPage = 50;

/**
 * The pages of one repository.
 *
 * @internal
 */
export function createRepositoryPages(options: {
  url: string;
  repositories: RepositoryStore;
}): Router {
  const { url, repositories } = options;
  const router = PromiseRouter();

  /** What an address names: a repository, and one entry of one of its commits. */
  async function find(request: Request) {
    const { owner, name, rest } = request.params;
    const repository = await repositories.get({ owner, name });
    const reader = repositories.reader({ repository });
    const { reference, path } = await splitReference({ reader, rest });
    const commit = await reader.resolve({ reference });
    const entry = commit && (await reader.entry({ commit, path }));
    if (!commit || !entry) {
      throw new NotFoundError(`There is no ${rest} in ${owner}/${name}.`);
    }
    return { repository, reader, reference, commit, path, entry };
  }

  async function sendTree(
    response: Response,
    found: {
      repository: Repository;
      reference: string;
      commit: string;
      path: string;
      entry: TreeEntry;
    },
  ) {
    const { repository, reference, commit, path } = found;
    const reader = repositories.reader({ repository });
    const [entries, branches, [latest]] = await Promise.all([
      reader.list({ tree: found.entry.sha }),
      reader.names({ of: 'heads' }),
      reader.log({ commit, limit: 1 }),
    ]);
    const readme = entries.find(
      ({ name, type, size }) =>
        /^readme(\.md|\.txt)?$/i.test(name) &&
        type === 'file' &&
        Number(size) <= limits.readme,
    );
    response.type('html').send(
      renderTree({
        url,
        repository,
        reference,
        branches,
        latest,
        path,
        entries,
        readme: readme && {
          name: readme.name,
          content: (await reader.blob({ sha: readme.sha })).toString(),
        },
      }),
    );
  }

  router.get('/:owner/:name', async (request, response) => {
    const { owner, name } = request.params;
    const repository = await repositories.get({
      owner,
      name: name.replace(/\.git$/, ''),
    });
    if (name.endsWith('.git')) {
      response.redirect(`/${repository.owner}/${repository.name}`);
      return;
    }
    const reader = repositories.reader({ repository });
    const reference = repository.defaultBranch;
    const commit = await reader.branch({ name: reference });
    const entry = commit && (await reader.entry({ commit, path: '' }));
    if (!commit || !entry) {
      response.type('html').send(renderEmpty({ url, repository }));
      return;
    }
    await sendTree(response, {
      repository,
      reference,
      commit,
      path: '',
      entry,
    });
  });

  router.get(
    '/:owner/:name/src/:kind(branch|tag|commit)/:rest(*)',
    async (request, response) => {
      const found = await find(request);
      const { repository, reader, reference, path, entry } = found;
      if (entry.type === 'dir') {
        await sendTree(response, found);
        return;
      }
      const shown = entry.size !== undefined && entry.size <= limits.page;
      const content = shown ? await reader.blob({ sha: entry.sha }) : undefined;
      response
        .type('html')
        .send(renderFile({ repository, reference, path, entry, content }));
    },
  );

  router.get(
    '/:owner/:name/raw/:kind(branch|tag|commit)/:rest(*)',
    async (request, response) => {
      const { reader, path, entry } = await find(request);
      if (entry.size === undefined) {
        throw new NotFoundError(`${path} is no file.`);
      }
      if (entry.size > limits.raw) {
        throw new PayloadTooLargeError(`${path} is too large; clone instead.`);
      }
      response
        .set('Content-Security-Policy', "default-src 'none'; sandbox")
        .type('text/plain')
        .send(await reader.blob({ sha: entry.sha }));
    },
  );

  router.get(
    '/:owner/:name/commits/:kind(branch|tag|commit)/:rest(*)',
    async (request, response) => {
      const { repository, reader, reference, commit } = await find(request);
      const page = Math.max(
        1,
        Number.parseInt(String(request.query.page), 10) || 1,
      );
      const skip = (page - 1) * commitsOnPage;
      const [total, commits] = await Promise.all([
        reader.count({ commit }),
        reader.log({ commit, limit: commitsOnPage, skip }),
      ]);
      const more = skip + commits.length < total;
      response
        .type('html')
        .send(renderLog({ repository, reference, commits, page, total, more }));
    },
  );

  router.get('/:owner/:name/commit/:sha', async (request, response) => {
    const { owner, name, sha } = request.params;
    const repository = await repositories.get({ owner, name });
    const reader = repositories.reader({ repository });
    const found = await reader.resolve({ reference: sha });
    if (found === undefined) {
      throw new NotFoundError(`There is no commit ${sha} in ${owner}/${name}.`);
    }
    const [[commit], patch] = await Promise.all([
      reader.log({ commit: found, limit: 1 }),
      reader.patch({ commit: found, limit: limits.page }),
    ]);
    const cut = Buffer.byteLength(patch) >= limits.page;
    response
      .type('html')
      .send(renderCommit({ repository, commit, patch, cut }));
  });
  return router;
}
