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
import { NotAllowedError } from '@backstage/errors';
import type { RequestListener } from 'node:http';
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ChartStore } from './charts';
import { createApplication } from './createApplication';
import { Git } from './git';
import { listen } from './http';
import { RepositoryStore } from './repositories';
import { seedForge, type SeedOptions } from './seed';

/**
 * What a local forge needs to know.
 *
 * @public
 */
export interface LocalForgeOptions {
  /** Holds all that the forge keeps; made when it is not there. One forge at a time. */
  readonly directory: string;
  /** Where it listens on this machine; 0: any free port. */
  readonly port: number;
  /** What pushes and other writes must show; the password of any user name for git. */
  readonly token: string;
  readonly seed?: SeedOptions;
  readonly logger: LoggerService;
}

/**
 * A local forge that runs.
 *
 * @public
 */
export interface LocalForge {
  /** Such as `http://localhost:7080`: its pages, the base of its git repositories and of its API. */
  readonly url: string;
  /** Stops listening, ends every git command, and resolves when both are done. */
  close(): Promise<void>;
}

/**
 * Starts a local forge: git over HTTP, the part of Gitea's API that Backstage uses, pages, and a chart
 * repository, on this machine only.
 *
 * @remarks
 * No request is answered before the seed is there. Throws NotAllowedError in production, ConflictError when
 * the port is in use, ServiceUnavailableError without git, InputError for a seed that cannot be read.
 *
 * @public
 */
export async function createLocalForge(
  options: LocalForgeOptions,
): Promise<LocalForge> {
  if (process.env.NODE_ENV === 'production') {
    throw new NotAllowedError(
      'The local forge is for development and does not start with NODE_ENV=production: remove localForge from the configuration, and use GitHub, GitLab or Gitea.',
    );
  }
  const { port, token, seed, logger } = options;
  const git = await Git.create();

  // The port is taken first, so that a second forge does not touch the directory of a running one.
  let open: (application: RequestListener) => void = () => {};
  const application = new Promise<RequestListener>(resolve_ => {
    open = resolve_;
  });
  const server = await listen({
    port,
    listener: async (request, response) =>
      (
        await application
      )(request, response),
  });
  const url = `http://localhost:${server.port}`;
  const close = async () => {
    await server.close();
    await git.close();
  };

  try {
    const directory = resolve(options.directory);
    const temporary = join(directory, 'temporary');
    // What a forge that was killed had begun.
    await rm(temporary, { recursive: true, force: true });
    await mkdir(temporary, { recursive: true });
    const place = { directory, temporary };
    const repositories = await RepositoryStore.create({ git, ...place });
    const charts = await ChartStore.create(place);
    if (seed) {
      await seedForge({ seed, repositories, charts, logger });
    }
    open(createApplication({ url, token, git, repositories, charts, logger }));
  } catch (error) {
    await close();
    throw error;
  }
  return { url, close };
}
