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

import { ServiceUnavailableError } from '@backstage/errors';
import type { HttpClient } from 'isomorphic-git';
import { transportError } from './transportError';

/** A platform repository at depth 1 is some megabytes; this is what one answer may take in memory. */
const MAXIMUM_ANSWER_BYTES = 256 * 1024 * 1024;

/**
 * The HTTP side of isomorphic-git: `fetch` with a time limit, a size limit and a kill switch.
 *
 * @remarks
 * Answers are read whole before isomorphic-git sees them, because it does not
 * notice a stream that breaks. Redirects are refused, so that no credential and
 * no request goes to a host that configuration does not name.
 *
 * @internal
 */
export function createGitHttpClient(options: {
  timeoutMilliseconds: number;
  signal?: AbortSignal;
}): HttpClient {
  return {
    async request({ url, method = 'GET', headers = {}, body }) {
      const timeout = AbortSignal.timeout(options.timeoutMilliseconds);
      const signal = options.signal
        ? AbortSignal.any([options.signal, timeout])
        : timeout;
      try {
        const response = await fetch(url, {
          method,
          headers: { 'user-agent': 'git/2 (chartroom)', ...headers },
          body: body && (await readAll(body)),
          redirect: 'manual',
          signal,
        });
        if (response.status >= 300 && response.status < 400) {
          throw new ServiceUnavailableError(
            `${
              new URL(url).host
            } redirects git to another address: write the repository's present address`,
          );
        }
        return {
          url,
          method,
          statusCode: response.status,
          statusMessage: response.statusText,
          headers: Object.fromEntries(response.headers),
          body: toIterator(await readBody({ url, response })),
        };
      } catch (error) {
        options.signal?.throwIfAborted();
        throw transportError({
          error,
          url,
          changes: url.endsWith('/git-receive-pack'),
          timeoutMilliseconds: options.timeoutMilliseconds,
        });
      }
    },
  };
}

async function readAll(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts = new Array<Uint8Array>();
  for await (const chunk of chunks) {
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

async function readBody(options: {
  url: string;
  response: Response;
}): Promise<Buffer> {
  const chunks = new Array<Uint8Array>();
  let bytes = 0;
  for await (const chunk of options.response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAXIMUM_ANSWER_BYTES) {
      throw new ServiceUnavailableError(
        `${new URL(options.url).host} sent more than ${
          MAXIMUM_ANSWER_BYTES / 1024 / 1024
        } MiB for ${
          new URL(options.url).pathname
        }: the repository is too large to be read`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function* toIterator(content: Buffer): AsyncIterableIterator<Uint8Array> {
  yield content;
}
