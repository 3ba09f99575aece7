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

import { createServer } from 'node:http';

/**
 * A chart repository that passes every request on to another one, but asks
 * `gate` first whenever a chart is uploaded: it may wait, or answer with a
 * status of its own.
 */
export async function startChartGate() {
  const gate = { upload: async () => undefined, target: undefined };
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const refused =
      request.method === 'POST' ? await gate.upload(request) : undefined;
    if (refused) {
      response.writeHead(refused).end('closed by the test');
      return;
    }
    const {
      host,
      connection,
      'content-length': _length,
      ...headers
    } = request.headers;
    const answer = await fetch(`${gate.target}${request.url}`, {
      method: request.method,
      headers,
      body: chunks.length > 0 ? Buffer.concat(chunks) : undefined,
    }).catch(() => undefined);
    if (!answer) {
      response.writeHead(502).end();
      return;
    }
    response.writeHead(answer.status, {
      'content-type': answer.headers.get('content-type') ?? 'text/plain',
    });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  gate.url = `http://localhost:${server.address().port}/charts`;
  gate.close = () => {
    server.closeAllConnections();
    return new Promise(resolve => {
      server.close(resolve);
    });
  };
  return gate;
}

/** A promise with its resolver, for tests that hold something at a barrier. */
export function barrier() {
  let open;
  const opened = new Promise(resolve => {
    open = resolve;
  });
  return { opened, open };
}
