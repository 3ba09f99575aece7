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

import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type { GiteaIntegrationConfig } from '@backstage/integration';
import { z } from 'zod';
import { GiteaApi } from './GiteaApi';
import type { GitHost, HostedRepository, RepositoryLocation } from './GitHost';

const repositorySchema = z.object({
  default_branch: z.string().min(1),
  empty: z.boolean(),
  archived: z.boolean(),
});
const userSchema = z.object({ login: z.string() });

/**
 * A Gitea, a Forgejo, or the local forge, which speaks the same API.
 *
 * @public
 */
export class GiteaHost implements GitHost {
  readonly host: string;
  readonly #baseUrl: string;
  readonly #api: GiteaApi;

  private constructor(private readonly config: GiteaIntegrationConfig) {
    this.host = config.host;
    this.#baseUrl = (config.baseUrl ?? `https://${config.host}`).replace(
      /\/+$/,
      '',
    );
    this.#api = GiteaApi.create({ config, baseUrl: this.#baseUrl });
  }

  static fromConfig(options: { config: GiteaIntegrationConfig }): GiteaHost {
    return new GiteaHost(options.config);
  }

  locate(options: { url: string }): RepositoryLocation {
    const url = URL.parse(options.url);
    const base = new URL(`${this.#baseUrl}/`);
    const inside =
      url?.origin === base.origin &&
      url.pathname.startsWith(base.pathname) &&
      !url.username &&
      !url.password;
    const [owner, name] = inside
      ? url.pathname.slice(base.pathname.length).split('/')
      : [];
    if (!owner || !name) {
      throw new InputError(
        `This is no address of a repository on ${this.host}: write ${
          this.#baseUrl
        }/<owner>/<repository>`,
      );
    }
    return this.location({ owner, name: name.replace(/\.git$/, '') });
  }

  location(options: { owner: string; name: string }): RepositoryLocation {
    const { owner, name } = options;
    for (const word of [owner, name]) {
      if (
        !/^[\w.-]{1,100}$/.test(word) ||
        /^\.|\.\.|\.(git|wiki)$/.test(word)
      ) {
        throw new InputError(
          `${JSON.stringify(
            word.slice(0, 100),
          )} cannot be an owner or a repository on ${this.host}`,
        );
      }
    }
    const webUrl = `${this.#baseUrl}/${owner}/${name}`;
    return { owner, name, webUrl, cloneUrl: `${webUrl}.git` };
  }

  async getRepository(
    options: RepositoryLocation,
  ): Promise<HostedRepository | undefined> {
    const location = this.location(options);
    const answer = await this.#api.call({
      path: ['repos', location.owner, location.name],
    });
    // A redirect is what remains of a repository that has another name now.
    if (
      answer.status === 404 ||
      (answer.status >= 300 && answer.status < 400)
    ) {
      return undefined;
    }
    return this.#hosted(location, answer, `read ${location.webUrl}`);
  }

  async createRepository(
    options: RepositoryLocation & {
      description: string;
      defaultBranch: string;
      private: boolean;
    },
  ): Promise<HostedRepository> {
    const location = this.location(options);
    const { owner, name, webUrl } = location;
    const body = {
      name,
      description: options.description,
      default_branch: options.defaultBranch,
      private: options.private,
      auto_init: false,
    };
    let answer = await this.#api.call({
      method: 'POST',
      path: ['orgs', owner, 'repos'],
      body,
    });
    if (answer.status === 404) {
      // No organisation; perhaps the account itself.
      const { body: user } = await this.#api.call({ path: ['user'] });
      const { data } = userSchema.safeParse(user);
      if (data?.login.toLowerCase() !== owner.toLowerCase()) {
        throw new NotFoundError(
          `${this.host} has no organisation ${owner} in which the account of its entry under 'integrations.gitea' may make repositories`,
        );
      }
      answer = await this.#api.call({
        method: 'POST',
        path: ['user', 'repos'],
        body,
      });
    }
    if (answer.status === 409) {
      throw new ConflictError(
        `${webUrl} exists already: choose another name, or delete it if it is not needed`,
      );
    }
    return this.#hosted(location, answer, `make ${webUrl}`);
  }

  async deleteRepository(options: RepositoryLocation): Promise<void> {
    const { owner, name, webUrl } = this.location(options);
    const answer = await this.#api.call({
      method: 'DELETE',
      path: ['repos', owner, name],
    });
    if (answer.status >= 300 && answer.status !== 404) {
      throw this.#api.unexpected(answer, `delete ${webUrl}`);
    }
  }

  async archiveRepository(options: RepositoryLocation): Promise<void> {
    const { owner, name, webUrl } = this.location(options);
    const answer = await this.#api.call({
      method: 'PATCH',
      path: ['repos', owner, name],
      body: { archived: true },
    });
    if (answer.status >= 300) {
      throw this.#api.unexpected(answer, `archive ${webUrl}`);
    }
  }

  fileUrl(options: Parameters<GitHost['fileUrl']>[0]): string {
    const escaped = [options.ref, options.path].map(words =>
      words.split('/').map(encodeURIComponent).join('/'),
    );
    const { kind = 'branch' } = options;
    return `${this.location(options).webUrl}/src/${kind}/${escaped.join('/')}`;
  }

  commitUrl(options: RepositoryLocation & { commit: string }): string {
    return `${this.location(options).webUrl}/commit/${encodeURIComponent(
      options.commit,
    )}`;
  }

  async gitCredentials(): Promise<
    { username: string; password: string } | undefined
  > {
    const { username, password } = this.config;
    // Gitea takes a token as the password of any user name.
    return password ? { username: username ?? 'token', password } : undefined;
  }

  #hosted(
    location: RepositoryLocation,
    answer: { status: number; body: unknown },
    what: string,
  ): HostedRepository {
    const { data } = repositorySchema.safeParse(answer.body);
    if (answer.status >= 300 || !data) {
      throw this.#api.unexpected(answer, what);
    }
    return {
      ...location,
      defaultBranch: data.default_branch,
      empty: data.empty,
      archived: data.archived,
    };
  }
}
