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

import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  ConflictError,
  ResponseError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { z } from 'zod';
import type { EffectsLedger, OperationRecord } from './EffectsLedger';
import { operationRecordSchema } from './schemas';

const TIMEOUT_MILLISECONDS = 30_000;

const recordsSchema = z.object({ items: z.array(operationRecordSchema) });

/**
 * The effects ledger as other plugins reach it: over HTTP, with a service token for plugin `chartroom`.
 *
 * @public
 */
export class HttpEffectsLedger implements EffectsLedger {
  readonly #discovery: DiscoveryService;
  readonly #auth: AuthService;

  static create(options: {
    discovery: DiscoveryService;
    auth: AuthService;
  }): HttpEffectsLedger {
    return new HttpEffectsLedger(options.discovery, options.auth);
  }

  private constructor(discovery: DiscoveryService, auth: AuthService) {
    this.#discovery = discovery;
    this.#auth = auth;
  }

  async begin(
    options: Parameters<EffectsLedger['begin']>[0],
  ): Promise<OperationRecord> {
    return operationRecordSchema.parse(
      await this.#request({ method: 'POST', path: '', body: options }),
    );
  }

  async get(options: { id: string }): Promise<OperationRecord | undefined> {
    const found = await this.#request({
      method: 'GET',
      path: `/${encodeURIComponent(options.id)}/effects`,
    });
    return found === undefined ? undefined : operationRecordSchema.parse(found);
  }

  async findUnfinished(options: {
    platform: string;
    subject: string;
  }): Promise<OperationRecord | undefined> {
    const query = new URLSearchParams({ ...options, state: 'running' });
    const found = await this.#request({ method: 'GET', path: `?${query}` });
    return recordsSchema.parse(found).items[0];
  }

  async record(options: Parameters<EffectsLedger['record']>[0]): Promise<void> {
    const { key, ...body } = options.effect;
    await this.#request({
      method: 'PUT',
      path: `/${encodeURIComponent(options.id)}/effects/${encodeURIComponent(
        key,
      )}`,
      body,
    });
  }

  async beginUndo(options: { id: string }): Promise<OperationRecord> {
    return operationRecordSchema.parse(
      await this.#request({
        method: 'POST',
        path: `/${encodeURIComponent(options.id)}/undo`,
      }),
    );
  }

  async finish(options: Parameters<EffectsLedger['finish']>[0]): Promise<void> {
    await this.#request({
      method: 'POST',
      path: `/${encodeURIComponent(options.id)}/finish`,
      body: { state: options.state },
    });
  }

  /** The body of the answer; undefined when there is nothing at a path that is read. */
  async #request(options: {
    method: 'GET' | 'POST' | 'PUT';
    path: string;
    body?: unknown;
  }): Promise<unknown> {
    const baseUrl = await this.#discovery.getBaseUrl('chartroom');
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'chartroom',
    });

    let response: Response;
    try {
      response = await fetch(`${baseUrl}/operations${options.path}`, {
        method: options.method,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
        },
        body:
          options.body === undefined ? undefined : JSON.stringify(options.body),
        signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
      });
    } catch (error) {
      throw new ServiceUnavailableError(
        `The effects ledger at ${baseUrl} does not answer; check that the backend runs plugin chartroom`,
        error,
      );
    }

    if (options.method === 'GET' && response.status === 404) {
      return undefined;
    }
    if (!response.ok) {
      const { cause } = await ResponseError.fromResponse(response);
      throw response.status === 409
        ? new ConflictError(cause.message)
        : new ServiceUnavailableError(
            `The effects ledger answered ${response.status}: ${cause.message}`,
          );
    }
    return response.status === 204 ? undefined : await response.json();
  }
}
