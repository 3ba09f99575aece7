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

import { setTimeout as wait } from 'node:timers/promises';
import {
  AuthenticationError,
  ConflictError,
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  getGiteaRequestOptions,
  type GiteaIntegrationConfig,
} from '@backstage/integration';
import { transportError } from '../git/transportError';

const TIMEOUT_MILLISECONDS = 30_000;
const MAXIMUM_ANSWER_BYTES = 1024 * 1024;
/** Waits before a read is tried again; a write is never tried twice, because the first may have been done. */
const READ_AGAIN_AFTER_MILLISECONDS = [200, 1_000];

/**
 * Gitea's REST API, version 1, as Gitea, Forgejo and the local forge speak it.
 *
 * @internal
 */
export class GiteaApi {
  private constructor(
    private readonly config: GiteaIntegrationConfig,
    private readonly baseUrl: string,
  ) {}

  static create(options: {
    config: GiteaIntegrationConfig;
    /** Without a slash at its end. */
    baseUrl: string;
  }): GiteaApi {
    return new GiteaApi(options.config, options.baseUrl);
  }

  /** The status and the parsed body; the body is undefined where it is no JSON. */
  async call(options: {
    method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
    /** Its parts are escaped. */
    path: readonly string[];
    body?: object;
  }): Promise<{ status: number; body: unknown }> {
    const { method = 'GET' } = options;
    for (const delay of READ_AGAIN_AFTER_MILLISECONDS) {
      if (method !== 'GET') {
        break;
      }
      const answer = await this.#once(options).catch(() => undefined);
      if (answer && answer.status < 500) {
        return answer;
      }
      await wait(delay);
    }
    return this.#once(options);
  }

  /** Throws for a status that the caller has no answer to. */
  unexpected(answer: { status: number; body: unknown }, what: string): Error {
    const { host } = this.config;
    const said = messageOf(answer.body);
    switch (answer.status) {
      case 401:
        return new AuthenticationError(
          `${host} refuses the credentials to ${what}: correct its entry under 'integrations.gitea'`,
        );
      case 403:
      case 404:
        return new NotAllowedError(
          `${host} does not allow to ${what}${said}: the account of its entry under 'integrations.gitea' needs that right`,
        );
      case 409:
        return new ConflictError(`${host} could not ${what}${said}`);
      case 422:
        return new InputError(`${host} will not ${what}${said}`);
      default:
        return new ServiceUnavailableError(
          `${host} answered ${answer.status} to the attempt to ${what}: try again when it is well`,
        );
    }
  }

  async #once(options: {
    method?: string;
    path: readonly string[];
    body?: object;
  }): Promise<{ status: number; body: unknown }> {
    const { method = 'GET', body } = options;
    const path = options.path.map(encodeURIComponent).join('/');
    const url = `${this.baseUrl}/api/v1/${path}`;
    try {
      const response = await fetch(url, {
        method,
        headers: {
          accept: 'application/json',
          ...getGiteaRequestOptions(this.config).headers,
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        body: body && JSON.stringify(body),
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
      });
      return { status: response.status, body: await readJson(response) };
    } catch (error) {
      throw transportError({
        error,
        url,
        changes: method !== 'GET',
        timeoutMilliseconds: TIMEOUT_MILLISECONDS,
      });
    }
  }
}

async function readJson(response: Response): Promise<unknown> {
  const chunks = new Array<Uint8Array>();
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAXIMUM_ANSWER_BYTES) {
      throw new ServiceUnavailableError(
        `${new URL(response.url).host} sent an answer of more than 1 MiB`,
      );
    }
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}

function messageOf(body: unknown): string {
  const { message } = (body ?? {}) as { message?: unknown };
  return typeof message === 'string' && message
    ? ` (${message.replace(/\s+/g, ' ').slice(0, 200)})`
    : '';
}
