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

import path from 'node:path';
import { NotFoundError } from '@backstage/errors';
import {
  readPlatform,
  type Platform,
} from '@chartroom/backstage-plugin-chartroom-common';
import type { PlatformConfig } from '../config';
import { createGitRepository } from '../git';
import type { GitHosts } from '../gitHost';
import type { PlatformPlace, Platforms } from './Platforms';

/**
 * The platforms that configuration names; each is parsed once per commit.
 *
 * @public
 */
export function createPlatforms(options: {
  platforms: readonly PlatformConfig[];
  gitHosts: GitHosts;
  /** Its folder `git` is used. */
  cacheDirectory: string;
}): Platforms {
  const { platforms } = options;
  const places = new Map<string, Promise<PlatformPlace>>();
  const parsed = new Map<string, { commit: string; platform: Platform }>();

  const get: Platforms['get'] = ({ name }) => {
    const config = platforms.find(candidate => candidate.name === name);
    if (!config) {
      const known = platforms.map(platform => platform.name).join(', ');
      throw new NotFoundError(
        `There is no platform ${JSON.stringify(
          name.slice(0, 100),
        )}: 'chartroom.platforms' has ${known || 'none'}`,
      );
    }
    return config;
  };

  const find = async (config: PlatformConfig): Promise<PlatformPlace> => {
    const host = options.gitHosts.byUrl(config);
    const location = host.locate(config);
    const hosted = await host.getRepository(location);
    if (!hosted) {
      throw new NotFoundError(
        `There is no repository at ${config.url}, or the account under 'integrations' must not see it: correct the url of platform ${config.name} in 'chartroom.platforms'`,
      );
    }
    const repository = createGitRepository({
      cloneUrl: location.cloneUrl,
      credentials: () => host.gitCredentials(),
      cacheDirectory: path.join(options.cacheDirectory, 'git'),
    });
    const { defaultBranch } = hosted;
    return { config, host, location, defaultBranch, repository };
  };

  const place: Platforms['place'] = async ({ name }) => {
    const config = get({ name });
    const asked = places.get(name) ?? find(config);
    places.set(name, asked);
    try {
      return await asked;
    } catch (error) {
      places.delete(name);
      throw error;
    }
  };

  return {
    list: () => platforms,
    get,
    place,
    async read({ name, signal }) {
      const where = await place({ name });
      const { commit, files } = await where.repository.read({
        branch: where.defaultBranch,
        signal,
      });
      if (!commit) {
        // Perhaps the default branch has another name now.
        places.delete(name);
        throw new NotFoundError(
          `${where.config.url} has no commit on ${where.defaultBranch}: push the files of platform ${name} there`,
        );
      }
      const before = parsed.get(name);
      const platform =
        before?.commit === commit ? before.platform : readPlatform({ files });
      parsed.set(name, { commit, platform });
      return { ...where, commit, platform };
    },
    async readAt({ name, ref, signal }) {
      const where = await place({ name });
      const { commit, kind, files } =
        (await where.repository.readAt({ ref, signal })) ?? {};
      if (!commit || !kind || !files) {
        throw new NotFoundError(
          `${where.config.url} has no tag or branch ${ref}: push it, or correct the ref of the environment in the service matrix of platform ${name}`,
        );
      }
      return { ...where, ref, kind, commit, files };
    },
  };
}
