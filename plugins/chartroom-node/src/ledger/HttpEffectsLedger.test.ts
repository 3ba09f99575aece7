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

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import { HttpEffectsLedger } from './HttpEffectsLedger';

let server: Server;
let answer: { status: number; body: string };

beforeAll(async () => {
  server = createServer((_, response) => {
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(answer.body);
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
});
afterAll(() => server.close());

function openLedger() {
  const { port } = server.address() as AddressInfo;
  return HttpEffectsLedger.create({
    discovery: {
      getBaseUrl: async () => `http://127.0.0.1:${port}`,
      getExternalBaseUrl: async () => `http://127.0.0.1:${port}`,
    },
    auth: mockServices.auth(),
  });
}

describe('HttpEffectsLedger', () => {
  it('says in one sentence that the ledger failed', async () => {
    const error = { name: 'Error', message: 'the database is away' };
    const body = JSON.stringify({ error, response: { statusCode: 500 } });
    answer = { status: 500, body };
    await expect(openLedger().get({ id: 'op-wishlist-1' })).rejects.toThrow(
      expect.objectContaining({
        name: 'ServiceUnavailableError',
        message: 'The effects ledger answered 500: the database is away',
      }),
    );
  });

  it('keeps a conflict a conflict', async () => {
    const error = { name: 'ConflictError', message: 'was undone meanwhile' };
    const body = JSON.stringify({ error, response: { statusCode: 409 } });
    answer = { status: 409, body };
    await expect(
      openLedger().finish({ id: 'op-wishlist-1', state: 'completed' }),
    ).rejects.toThrow(
      expect.objectContaining({
        name: 'ConflictError',
        message: 'was undone meanwhile',
      }),
    );
  });

  it('says nothing of an operation that is not there', async () => {
    answer = { status: 404, body: '{}' };
    await expect(
      openLedger().get({ id: 'op-nobody-1' }),
    ).resolves.toBeUndefined();
  });
});
