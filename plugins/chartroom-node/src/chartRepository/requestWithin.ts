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

import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import { transportError } from '../git/transportError';

const MAXIMUM_REDIRECTS = 5;

/**
 * An answer that was read whole.
 *
 * @internal
 */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

/**
 * Sends a request to a chart repository, and follows redirects only to hosts that configuration names.
 *
 * @remarks
 * Credentials go to the repository's own origin alone.
 *
 * @internal
 */
export async function requestWithin(options: {
  url: string;
  method?: string;
  headers?: Readonly<Record<string, string>>;
  body?: Buffer;
  /** Origin of the repository, such as `https://charts.example.com`. */
  origin: string;
  /** The value of an `authorization` header. */
  authorization?: string;
  /** Other hosts, with their ports, that archives may come from. */
  downloadHosts: readonly string[];
  maximumBytes: number;
  timeoutMilliseconds: number;
  signal?: AbortSignal;
}): Promise<Answer> {
  const { method = 'GET', origin } = options;
  const timeout = AbortSignal.timeout(options.timeoutMilliseconds);
  const signal = options.signal
    ? AbortSignal.any([options.signal, timeout])
    : timeout;
  let url = new URL(options.url);
  try {
    for (let hop = 0; hop <= MAXIMUM_REDIRECTS; hop += 1) {
      const own = url.origin === origin;
      const elsewhere =
        (url.protocol === 'https:' || origin.startsWith('http:')) &&
        options.downloadHosts.includes(url.host);
      if (!own && !elsewhere) {
        throw new NotAllowedError(
          `The chart repository at ${origin} points to ${url.host}, which is not configured: add it to 'downloadHosts' of this repository under 'chartroom.chartRepositories' if it is right`,
        );
      }
      const response = await fetch(url, {
        method,
        headers: {
          ...options.headers,
          ...(own && options.authorization
            ? { authorization: options.authorization }
            : {}),
        },
        body: options.body && new Uint8Array(options.body),
        redirect: 'manual',
        signal,
      });
      const location = response.headers.get('location');
      if (
        method === 'GET' &&
        /^30[12378]$/.test(`${response.status}`) &&
        location
      ) {
        await response.body?.cancel();
        url = new URL(location, url);
        continue;
      }
      return {
        status: response.status,
        headers: response.headers,
        body: await readBody(response, url, options.maximumBytes),
      };
    }
    throw new ServiceUnavailableError(
      `${url.host} redirects more than ${MAXIMUM_REDIRECTS} times`,
    );
  } catch (error) {
    options.signal?.throwIfAborted();
    throw transportError({
      error,
      url: url.href,
      changes: method !== 'GET',
      timeoutMilliseconds: options.timeoutMilliseconds,
    });
  }
}

async function readBody(
  response: Response,
  url: URL,
  maximumBytes: number,
): Promise<Buffer> {
  const chunks = new Array<Uint8Array>();
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maximumBytes) {
      throw new ServiceUnavailableError(
        `${url.host} sent more than ${Math.floor(
          maximumBytes / 1024 / 1024,
        )} MiB for ${url.pathname}: it is refused`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
