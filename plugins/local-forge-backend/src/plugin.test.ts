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
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { seed } from './__testUtils__/seed';
import localForgePlugin from './index';

jest.setTimeout(60_000);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

describe('localForgePlugin', () => {
  const directory = createMockDirectory();

  const start = (localForge: object | undefined) =>
    startTestBackend({
      features: [
        localForgePlugin,
        mockServices.rootConfig.factory({
          data: localForge ? { localForge } : {},
        }),
      ],
    });
  const section = (port: number) => ({
    port,
    directory: directory.path,
    token: 'secret',
    seed,
  });

  it('runs a seeded forge as long as the backend runs', async () => {
    const port = await freePort();
    const backend = await start(section(port));
    const page = `http://localhost:${port}/shop/shop-platform`;
    expect((await fetch(page)).status).toBe(200);
    await backend.stop();
    await expect(fetch(page)).rejects.toThrow();
  });

  it('runs none without its section', async () => {
    const starting = start(undefined);
    await expect(starting).resolves.toBeDefined();
    await (await starting).stop();
  });

  it('stops the start of the backend in production', async () => {
    const environment = process.env.NODE_ENV;
    Object.assign(process.env, { NODE_ENV: 'production' });
    try {
      await expect(start(section(await freePort()))).rejects.toThrow(
        'does not start with NODE_ENV=production',
      );
    } finally {
      Object.assign(process.env, { NODE_ENV: environment });
    }
  });

  it('stops the start of the backend when the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    await expect(start(section(port))).rejects.toThrow('localForge.port');
    other.close();
  });
});
