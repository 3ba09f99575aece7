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
} from '@backstage/backend-test-utils';
import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { connect, createServer } from 'node:net';
import { once } from 'node:events';
import { callApi } from './__testUtils__/callApi';
import { runGit } from './__testUtils__/runGit';
import { seed } from './__testUtils__/seed';
import { token } from './__testUtils__/startForge';
import { createLocalForge } from './createLocalForge';

jest.setTimeout(60_000);

describe('createLocalForge', () => {
  const directory = createMockDirectory();
  const logger = mockServices.logger.mock();
  const options = (port = 0) => ({
    directory: directory.resolve('state'),
    port,
    token,
    logger,
    seed,
  });

  it('does not start in production', async () => {
    const environment = process.env.NODE_ENV;
    Object.assign(process.env, { NODE_ENV: 'production' });
    try {
      await expect(createLocalForge(options())).rejects.toThrow(
        'The local forge is for development and does not start with NODE_ENV=production',
      );
    } finally {
      Object.assign(process.env, { NODE_ENV: environment });
    }
  });

  it('names the port and the key when the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    try {
      await expect(createLocalForge(options(port))).rejects.toThrow(
        `Port ${port} of the local forge is in use by another program: stop that program, or set localForge.port to a free port.`,
      );
    } finally {
      other.close();
    }
  });

  it('leaves a running forge alone when it is started twice', async () => {
    const forge = await createLocalForge(options());
    const port = Number(new URL(forge.url).port);
    await expect(createLocalForge(options(port))).rejects.toThrow('in use');
    const path = '/repos/shop/shop-platform';
    expect((await callApi({ url: forge.url, path })).status).toBe(200);
    await forge.close();
  });

  it('answers nothing before the seed is there', async () => {
    directory.clear();
    const free = createServer().listen(0, '127.0.0.1');
    await once(free, 'listening');
    const { port } = free.address() as { port: number };
    free.close();
    await once(free, 'close');

    const starting = createLocalForge(options(port));
    const url = `http://localhost:${port}/api/v1/repos/shop/shop-platform`;
    const ask = async (): Promise<number> =>
      fetch(url).then(
        ({ status }) => status,
        () => ask(),
      );
    expect(await ask()).toBe(200);
    await (await starting).close();
  });

  it('is at localhost for fetch, git and each loopback address, and nowhere else', async () => {
    const forge = await createLocalForge(options());
    const { port } = new URL(forge.url);
    expect(forge.url).toBe(`http://localhost:${port}`);
    expect((await fetch(forge.url)).status).toBe(200);
    const loopbacks = Object.values(networkInterfaces())
      .flatMap(addresses => addresses ?? [])
      .filter(({ address }) => ['127.0.0.1', '::1'].includes(address))
      .map(({ address, family }) =>
        family === 'IPv6' ? `[${address}]` : address,
      );
    expect(loopbacks).toContain('127.0.0.1');
    for (const address of loopbacks) {
      const { status } = await fetch(`http://${address}:${port}`);
      expect([address, status]).toEqual([address, 200]);
    }
    await runGit({ args: ['ls-remote', `${forge.url}/shop/shop-platform`] });

    const foreign = request({
      host: '127.0.0.1',
      port,
      headers: { host: `forge.example.com:${port}` },
    }).end();
    const [answer] = await once(foreign, 'response');
    expect(answer.statusCode).toBe(421);
    answer.resume();
    await forge.close();
  });

  it('stops at once, also with connections open', async () => {
    const forge = await createLocalForge(options());
    const { port } = new URL(forge.url);
    const idle = connect(Number(port), '127.0.0.1');
    idle.on('error', () => {});
    await once(idle, 'connect');
    const half = request({
      host: '127.0.0.1',
      port,
      method: 'POST',
      path: '/shop/shop-platform.git/git-upload-pack',
    });
    half.on('error', () => {});
    half.write('0032');
    await new Promise(resolve => setTimeout(resolve, 100));
    const start = Date.now();
    await forge.close();
    expect(Date.now() - start).toBeLessThan(4000);
    await expect(fetch(forge.url)).rejects.toThrow();
  });

  it('tells no secret, neither in answers nor in the log', async () => {
    jest.clearAllMocks();
    const forge = await createLocalForge(options());
    const authorization = `token ${token}x`;
    const path = '/user';
    const { body } = await callApi({ url: forge.url, path, authorization });
    await forge.close();
    const told = JSON.stringify([
      body,
      logger.info.mock.calls,
      logger.warn.mock.calls,
      logger.error.mock.calls,
    ]);
    expect(told).not.toContain(token);
  });
});
