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

import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { TlsOptions } from 'node:tls';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

interface Stored {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

interface Change {
  readonly version: number;
  readonly list: string;
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: Stored;
  /** Of a changed object: what it was. */
  readonly before?: Stored;
}

interface Watch {
  readonly response: ServerResponse;
  readonly list: string;
  readonly send: (change: Change) => void;
}

export interface KubernetesServer {
  readonly url: string;
  /** What was asked, in order: the path with its query. */
  readonly requests: string[];
  readonly headers: IncomingMessage['headers'][];
  /** Answers in place of the server where it returns true. */
  intercept?: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Whether lists come in pages even where version 0 is asked for: as a server without a watch cache. */
  paged: boolean;
  put(list: string, object: Stored): void;
  remove(list: string, name: string): void;
  /** Sends a bookmark to every watch. */
  bookmark(): void;
  /** Forgets all changes so far. */
  compact(): void;
  /** Cuts all connections, as a network does. */
  cut(): void;
  /** Writes something into every watch. */
  write(text: string): void;
  watches(): number;
  stop(): Promise<void>;
}

/** What every cluster has. */
const LISTS = [
  'apps/deployments',
  'apps/statefulsets',
  'apps/daemonsets',
  'apps/replicasets',
  'batch/jobs',
  'batch/cronjobs',
  '/pods',
  '/secrets',
];

/** An API server's lists and watches over HTTP, as far as a collector asks for them. */
export async function serveKubernetes(
  options: TlsOptions = {},
): Promise<KubernetesServer> {
  const lists = new Map<string, Map<string, Stored>>();
  const watches = new Set<Watch>();
  const sockets = new Set<Socket>();
  let changes = new Array<Change>();
  let version = 100;
  let compacted = 0;

  const server =
    options.key === undefined ? createServer() : createTlsServer(options);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });

  const served: KubernetesServer = {
    url: '',
    requests: [],
    headers: [],
    paged: false,
    put(list, object) {
      const objects = lists.get(list) ?? new Map<string, Stored>();
      lists.set(list, objects);
      const { name, namespace } = object.metadata;
      const before = objects.get(`${namespace}/${name}`);
      const type = before ? 'MODIFIED' : 'ADDED';
      objects.set(`${namespace}/${name}`, change(list, type, object, before));
    },
    remove(list, name) {
      const before = lists.get(list)?.get(name);
      if (before) {
        lists.get(list)?.delete(name);
        change(list, 'DELETED', before, before);
      }
    },
    bookmark() {
      const object = { metadata: { resourceVersion: `${version}` } };
      this.write(`${JSON.stringify({ type: 'BOOKMARK', object })}\n`);
    },
    compact() {
      version += 1;
      compacted = version;
      changes = [];
    },
    cut() {
      sockets.forEach(socket => socket.destroy());
    },
    write(text) {
      watches.forEach(({ response }) => response.write(text));
    },
    watches: () => watches.size,
    async stop() {
      sockets.forEach(socket => socket.destroy());
      await new Promise(resolve => {
        server.close(resolve);
      });
    },
  };
  server.on('request', (request, response) => {
    served.requests.push(request.url ?? '');
    served.headers.push(request.headers);
    if (served.intercept?.(request, response)) {
      return;
    }
    const url = new URL(request.url ?? '', 'http://localhost');
    const { group, list, namespace, name } = partsOf(url.pathname);
    const objects = lists.get(`${group}/${list}`);
    if (url.pathname === '/version') {
      answer(request, response, 200, { major: '1' });
    } else if (!objects) {
      answer(request, response, 404, { kind: 'Status', code: 404 });
    } else if (name) {
      const object = objects.get(`${namespace}/${name}`);
      answer(request, response, object ? 200 : 404, object ?? {});
    } else if (url.searchParams.get('watch')) {
      watch(`${group}/${list}`, namespace, url, response);
    } else {
      listObjects(objects, namespace, url, request, response);
    }
  });

  function selects(url: URL, object: Stored): boolean {
    return (url.searchParams.get('labelSelector') ?? '')
      .split(',')
      .filter(Boolean)
      .every(term => {
        const labels = object.metadata.labels ?? {};
        const [key, value] = term.split(/!?=/);
        return term.includes('!=')
          ? labels[key] !== value
          : labels[key] === value;
      });
  }

  function listObjects(
    objects: Map<string, Stored>,
    namespace: string | undefined,
    url: URL,
    request: IncomingMessage,
    response: ServerResponse,
  ) {
    const all = [...objects.values()].filter(
      object =>
        (!namespace || object.metadata.namespace === namespace) &&
        selects(url, object),
    );
    const token = url.searchParams.get('continue');
    const from = token ? Number(token.split('@')[0]) : 0;
    const at = token ? Number(token.split('@')[1]) : version;
    if (at < compacted) {
      answer(request, response, 410, { kind: 'Status', code: 410 });
      return;
    }
    const limit =
      url.searchParams.get('resourceVersion') === '0' && !served.paged
        ? all.length
        : Number(url.searchParams.get('limit') ?? all.length);
    const items = all.slice(from, from + limit);
    const more = from + limit < all.length;
    answer(request, response, 200, {
      kind: 'List',
      metadata: {
        resourceVersion: `${at}`,
        ...(more && { continue: `${from + limit}@${at}` }),
      },
      items,
    });
  }

  function watch(
    list: string,
    namespace: string | undefined,
    url: URL,
    response: ServerResponse,
  ) {
    const from = Number(url.searchParams.get('resourceVersion'));
    if (from < compacted) {
      response.writeHead(200);
      response.end(
        `${JSON.stringify({
          type: 'ERROR',
          object: { kind: 'Status', code: 410, reason: 'Expired' },
        })}\n`,
      );
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json' });
    response.flushHeaders();
    const send = (made: Change) => {
      if (
        made.list !== list ||
        (namespace && made.object.metadata.namespace !== namespace)
      ) {
        return;
      }
      const now = made.type !== 'DELETED' && selects(url, made.object);
      const was = made.before && selects(url, made.before);
      if (now || was) {
        const known = was ? 'MODIFIED' : 'ADDED';
        const type = now ? known : 'DELETED';
        response.write(`${JSON.stringify({ type, object: made.object })}\n`);
      }
    };
    changes.filter(made => made.version > from).forEach(send);
    const entry = { response, list, send };
    watches.add(entry);
    response.on('close', () => watches.delete(entry));
  }

  function change(
    list: string,
    type: Change['type'],
    object: Stored,
    before?: Stored,
  ) {
    version += 1;
    const stamped = {
      ...object,
      metadata: {
        uid: `uid-${object.metadata.namespace}-${object.metadata.name}`,
        ...object.metadata,
        resourceVersion: `${version}`,
      },
    };
    const made = { version, list, type, object: stamped, before };
    changes.push(made);
    watches.forEach(({ send }) => send(made));
    return stamped;
  }

  for (const list of LISTS) {
    lists.set(list, new Map());
  }
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const scheme = options.key === undefined ? 'http' : 'https';
  return Object.assign(served, { url: `${scheme}://127.0.0.1:${port}` });
}

function partsOf(path: string) {
  const match =
    /^(?:\/prefix)?\/(?:api\/v1|apis\/([^/]+)\/[^/]+)(?:\/namespaces\/([^/]+))?\/([^/]+)(?:\/([^/]+))?$/.exec(
      path,
    );
  const [, group = '', namespace, list = '', name] = match ?? [];
  return { group, namespace, list, name };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  body: unknown,
) {
  const text = JSON.stringify(body);
  if (request.headers['accept-encoding'] === 'gzip' && text.length > 1_000) {
    response.writeHead(status, { 'content-encoding': 'gzip' });
    response.end(gzipSync(text));
  } else {
    response.writeHead(status);
    response.end(text);
  }
}
