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

import { createHash } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse, stringify } from 'yaml';
import { unpackChart } from '../unpackChart';

/**
 * A chart repository over real HTTP that answers as ChartMuseum does.
 *
 * @internal
 */
export interface ChartServer {
  readonly url: string;
  /** Method, path and status of every request so far. */
  readonly requests: string[];
  /** Archives by file name; a test may damage them. */
  readonly archives: Map<string, Buffer>;
  /** Replaces answers of a path, such as `/charts/index.yaml`. */
  readonly answers: Map<
    string,
    (request: http.IncomingMessage, response: http.ServerResponse) => void
  >;
  close(): Promise<void>;
}

/**
 * Starts a chart repository on a free port.
 *
 * @internal
 */
export async function serveCharts(
  options: { credentials?: { username: string; password: string } } = {},
): Promise<ChartServer> {
  const archives: ChartServer['archives'] = new Map();
  const index = new Map<string, object[]>();
  const requests = new Array<string>();
  const answers: ChartServer['answers'] = new Map();
  const expected =
    options.credentials &&
    `Basic ${Buffer.from(
      `${options.credentials.username}:${options.credentials.password}`,
    ).toString('base64')}`;

  const publish = async (archive: Buffer): Promise<number> => {
    const files = await unpackChart({ archive });
    const { name, version } = parse(files.get('Chart.yaml')!);
    const file = `${name}-${version}.tgz`;
    if (archives.has(file)) {
      return 409;
    }
    archives.set(file, archive);
    index.set(name, [
      ...(index.get(name) ?? []),
      {
        apiVersion: 'v2',
        created: '2026-01-01T00:00:00Z',
        digest: createHash('sha256').update(archive).digest('hex'),
        name,
        urls: [`charts/${file}`],
        version,
      },
    ]);
    return 201;
  };

  const respond = async (
    request: http.IncomingMessage,
    response: http.ServerResponse,
  ) => {
    const path = request.url!;
    const answer = answers.get(path);
    if (answer) {
      answer(request, response);
      return;
    }
    if (expected && request.headers.authorization !== expected) {
      response.writeHead(401).end('{"error":"unauthorized"}');
      return;
    }
    const removal = /^\/charts\/api\/charts\/([^/]+)\/([^/]+)$/.exec(path);
    if (path === '/charts/index.yaml') {
      const text = stringify(
        {
          apiVersion: 'v1',
          entries: Object.fromEntries([...index].sort()),
          generated: '2026-01-01T00:00:00Z',
        },
        { indentSeq: false },
      );
      const etag = `"${createHash('sha256').update(text).digest('hex')}"`;
      const known = request.headers['if-none-match'] === etag;
      response.writeHead(known ? 304 : 200, { etag });
      response.end(known ? undefined : text);
    } else if (path === '/charts/api/charts' && request.method === 'POST') {
      const body = new Array<Buffer>();
      for await (const chunk of request) {
        body.push(chunk);
      }
      response.writeHead(await publish(Buffer.concat(body))).end('{}');
    } else if (removal && request.method === 'DELETE') {
      const [, name, version] = removal;
      const there = archives.delete(`${name}-${version}.tgz`);
      index.set(
        name,
        (index.get(name) ?? []).filter(
          entry => (entry as { version: string }).version !== version,
        ),
      );
      response.writeHead(there ? 200 : 404).end('{}');
    } else {
      const archive = archives.get(path.replace('/charts/charts/', ''));
      response.writeHead(archive ? 200 : 404).end(archive);
    }
  };

  const server = http.createServer((request, response) => {
    response.on('finish', () =>
      requests.push(`${request.method} ${request.url} ${response.statusCode}`),
    );
    respond(request, response).catch(error => response.destroy(error));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/charts`,
    requests,
    archives,
    answers,
    async close() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
