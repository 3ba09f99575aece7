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

import { pipeline, Transform, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import limitTo from 'p-limit';
import { errors, Pool, type Dispatcher } from 'undici';
import type { ClusterConnection } from './ClusterConnection';
import type { CollectorMetrics } from './CollectorMetrics';
import { describeRequest } from './describeRequest';
import { describeTransport } from './describeTransport';
import { KubernetesError } from './KubernetesError';
import type { KubernetesRequest } from './KubernetesRequest';
import { readRefusal } from './readRefusal';
import { Silence } from './Silence';

// A far cluster answers each request late: a thousand releases at 200 ms each take 13 s by sixteen, and 33 s by six.
const CONCURRENT_REQUESTS = 16;
// Watches hold a connection each; this many namespaces times resources is more than one process should hold.
const MAXIMUM_WATCHES = 1_000;

interface Opened {
  readonly connection: ClusterConnection;
  readonly requests: Pool;
  readonly watches: Pool;
}

/**
 * Speaks HTTP to the API server of one cluster, and to nothing else: redirects are not followed.
 *
 * @remarks
 * A token that is refused is fetched again once. Everything that fails is a {@link KubernetesError} with a sentence.
 *
 * @internal
 */
export class KubernetesClient {
  readonly cluster: string;
  private opened?: Promise<Opened>;
  /** Told of everything that arrives, and that does not. */
  readonly silence = new Silence();
  private readonly limit = limitTo(CONCURRENT_REQUESTS);

  private constructor(
    private readonly options: {
      cluster: string;
      connect: () => Promise<ClusterConnection>;
      metrics: CollectorMetrics;
      connectMilliseconds: number;
    },
  ) {
    this.cluster = options.cluster;
  }

  static create(options: {
    cluster: string;
    /** Called before the first request, and again once credentials were refused or connections given up. */
    connect: () => Promise<ClusterConnection>;
    metrics: CollectorMetrics;
    connectMilliseconds?: number;
  }): KubernetesClient {
    const { connectMilliseconds = 10_000 } = options;
    return new KubernetesClient({ ...options, connectMilliseconds });
  }

  /** Asks, and gives the answer's bytes to a reader as they arrive; few requests run at once, and watches beside them. */
  async request<T>(
    options: KubernetesRequest & {
      read: (chunks: AsyncIterable<Uint8Array>) => Promise<T>;
    },
  ): Promise<T> {
    const run = () => this.run(options);
    return options.verb === 'watch' ? run() : this.limit(run);
  }

  /** Gives up all connections, and what runs on them; the next request makes new ones. */
  async reset(): Promise<void> {
    const { opened } = this;
    this.opened = undefined;
    const pools = await opened?.catch(() => undefined);
    const reason = new errors.HeadersTimeoutError();
    await Promise.all([
      pools?.requests.destroy(reason),
      pools?.watches.destroy(reason),
    ]);
  }

  private async run<T>(
    options: KubernetesRequest & {
      read: (chunks: AsyncIterable<Uint8Array>) => Promise<T>;
    },
  ): Promise<T> {
    options.signal.throwIfAborted();
    const timeout = AbortSignal.timeout(
      Math.ceil(options.deadlineMilliseconds),
    );
    const signal = AbortSignal.any([options.signal, timeout]);
    let outcome = 'ok';
    let counted = false;
    const count = () => {
      if (!counted) {
        counted = true;
        const { verb, resource } = options;
        this.options.metrics.requested({
          cluster: this.cluster,
          verb,
          resource,
          outcome,
        });
      }
    };
    try {
      const response = await this.sendWithCredentials({
        ...options,
        signal,
      }).catch(error => {
        if (!options.signal.aborted) {
          this.silence.missAnswer();
        }
        throw error;
      });
      if (response.statusCode !== 200) {
        throw await readRefusal({
          cluster: this.cluster,
          request: options,
          response,
        });
      }
      count();
      return await options.read(this.decompressed(options, response));
    } catch (error) {
      options.signal.throwIfAborted();
      const told = this.tell(options, error);
      outcome = told instanceof KubernetesError ? told.failure : 'error';
      count();
      throw told;
    }
  }

  private async sendWithCredentials(
    request: KubernetesRequest,
  ): Promise<Dispatcher.ResponseData> {
    const opening = this.open();
    const opened = await opening;
    const { credentials } = opened.connection;
    const first = await this.send({
      opened,
      request,
      token: await untilAborted(
        credentials.getToken({ refresh: false }),
        request.signal,
      ),
    });
    this.silence.hear();
    if (first.statusCode !== 401) {
      return first;
    }
    await first.body.dump();
    const second = await this.send({
      opened,
      request,
      token: await untilAborted(
        credentials.getToken({ refresh: true }),
        request.signal,
      ),
    });
    if (second.statusCode === 401 && this.opened === opening) {
      // What stands in files may have changed since they were read; watches that run go on with what they have.
      this.opened = undefined;
    }
    return second;
  }

  private async send(options: {
    opened: Opened;
    request: KubernetesRequest;
    token: string | undefined;
  }): Promise<Dispatcher.ResponseData> {
    const { opened, request, token } = options;
    const { verb, path, query = {}, accept = 'application/json' } = request;
    const prefix = opened.connection.url.pathname.replace(/\/+$/, '');
    return (verb === 'watch' ? opened.watches : opened.requests).request({
      method: 'GET',
      path: `${prefix}${path}?${new URLSearchParams(query)}`,
      headers: {
        accept,
        'accept-encoding': 'gzip',
        'user-agent': 'chartroom',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      headersTimeout: request.answerMilliseconds ?? request.idleMilliseconds,
      bodyTimeout: request.idleMilliseconds,
      signal: request.signal,
    });
  }

  private open(): Promise<Opened> {
    if (!this.opened) {
      const opened = this.connect();
      this.opened = opened;
      // What failed is not kept; who waits for it is told.
      opened.catch(() => {
        if (this.opened === opened) {
          this.opened = undefined;
        }
      });
    }
    return this.opened;
  }

  private async connect(): Promise<Opened> {
    const connection = await this.options.connect();
    const { url, tls } = connection;
    const common = {
      pipelining: 1,
      connect: {
        ca: tls.ca,
        cert: tls.certificate,
        key: tls.key,
        servername: tls.serverName,
        rejectUnauthorized: !tls.skipVerification,
        timeout: this.options.connectMilliseconds,
      },
    };
    return {
      connection,
      requests: new Pool(url.origin, {
        ...common,
        connections: CONCURRENT_REQUESTS,
      }),
      watches: new Pool(url.origin, {
        ...common,
        connections: MAXIMUM_WATCHES,
      }),
    };
  }

  private decompressed(
    options: KubernetesRequest,
    response: Dispatcher.ResponseData,
  ): Readable {
    const { verb } = options;
    const counted = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        this.silence.hear();
        this.options.metrics.received({
          cluster: this.cluster,
          verb,
          bytes: chunk.byteLength,
        });
        done(undefined, chunk);
      },
    });
    // The reader sees what goes wrong, as the end of its stream.
    const ignore = () => {};
    return response.headers['content-encoding'] === 'gzip'
      ? pipeline(response.body, counted, createGunzip(), ignore)
      : pipeline(response.body, counted, ignore);
  }

  /** What goes wrong that is neither an answer nor the lack of one is a mistake in here, and stays what it is. */
  private tell(options: KubernetesRequest, error: unknown): unknown {
    const { cluster } = this;
    if (error instanceof KubernetesError) {
      return error.failure === 'malformed'
        ? new KubernetesError({
            failure: 'malformed',
            message: `Cluster ${cluster} gave an answer that cannot be read when asked to ${describeRequest(
              { request: options },
            )}: ${error.message}`,
          })
        : error;
    }
    const why = describeTransport({ error });
    return why === undefined
      ? error
      : new KubernetesError({
          failure: 'unreachable',
          message: `Cluster ${cluster} cannot be reached: ${why}`,
          cause: error,
        });
  }
}

/** A strategy for credentials may never return. */
async function untilAborted<T>(
  promise: Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  const ended = new AbortController();
  try {
    return await Promise.race([
      promise,
      new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), {
          signal: ended.signal,
        });
      }),
    ]);
  } finally {
    ended.abort();
  }
}
