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

import { ResponseError } from '@backstage/errors';
import type { FetchApi } from '@backstage/frontend-plugin-api';
import type { DeploymentsAnswer } from '@chartroom/backstage-plugin-chartroom-common';
import type { ChartroomApi } from './ChartroomApi';
import type {
  NameAvailability,
  PlanPreview,
  PlatformDetails,
  PlatformSummary,
  RequestedService,
} from './types';

/**
 * The {@link ChartroomApi} over the REST interface of plugin `chartroom`.
 *
 * @remarks
 * A refusal of the server is thrown as a `ResponseError`, whose `cause` holds
 * the server's own message.
 *
 * @public
 */
export class ChartroomClient implements ChartroomApi {
  readonly #fetchApi: FetchApi;

  constructor(options: { fetchApi: FetchApi }) {
    this.#fetchApi = options.fetchApi;
  }

  async listPlatforms(): Promise<readonly PlatformSummary[]> {
    const { items } = await this.#request<{ items: PlatformSummary[] }>(
      '/platforms',
    );
    return items;
  }

  async getPlatform(options: { platform: string }): Promise<PlatformDetails> {
    return this.#request(`/platforms/${encodeURIComponent(options.platform)}`);
  }

  async checkName(options: {
    platform: string;
    name: string;
    owner?: string;
  }): Promise<NameAvailability> {
    const platform = encodeURIComponent(options.platform);
    const name = encodeURIComponent(options.name);
    const query = options.owner
      ? `?${new URLSearchParams({ owner: options.owner })}`
      : '';
    return this.#request(`/platforms/${platform}/names/${name}${query}`);
  }

  async planService(options: {
    platform: string;
    service: RequestedService;
  }): Promise<PlanPreview> {
    return this.#request('/plan', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        platform: options.platform,
        operation: { kind: 'create-service', service: options.service },
      }),
    });
  }

  async listDeployments(options: {
    entityRef: string;
  }): Promise<DeploymentsAnswer> {
    return this.#request(
      `/deployments?${new URLSearchParams({ entityRef: options.entityRef })}`,
    );
  }

  async refreshDeployments(options: { platform: string }): Promise<void> {
    await this.#ask('/refresh', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ platform: options.platform }),
    });
  }

  async #request<T>(path: string, init?: RequestInit): Promise<T> {
    const response = await this.#ask(path, init);
    return response.json();
  }

  async #ask(path: string, init?: RequestInit): Promise<Response> {
    const response = await this.#fetchApi.fetch(
      `plugin://chartroom${path}`,
      init,
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}
