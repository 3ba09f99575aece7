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

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../../support/freePort.mjs';
import { root } from '../../../support/portal.mjs';
import { waitFor } from '../../../support/waitFor.mjs';

const program = fileURLToPath(new URL('./backend.mjs', import.meta.url));

/**
 * Starts a backend with a catalog of services, and resolves when the catalog has them. `plugin` is `on`, `off`, or
 * `loaded`: then its code is there and does nothing. All have the kubernetes plugin, with the clusters of `kubernetes`.
 */
export async function startBackend(options) {
  const { directory, services, plugin, chartroom, kubernetes } = options;
  const { files } = options;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const write = (name, value) =>
    writeFile(join(directory, name), JSON.stringify(value), { mode: 0o600 });
  await write('services.json', services);
  await write('platforms.json', files);
  await write('app-config.json', {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { port, host: '127.0.0.1' },
      database: { client: 'better-sqlite3', connection: ':memory:' },
    },
    auth: { environment: 'development', providers: { viewers: {} } },
    permission: { enabled: true },
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [{ type: 'config', clusters: kubernetes }],
    },
    chartroom: {
      platforms: Object.keys(files).map(name => ({
        name,
        url: `http://127.0.0.1/shop/${name}`,
      })),
      ...chartroom,
    },
    catalog: { processingInterval: { hours: 1 } },
  });
  const log = join(directory, 'backend.log');
  const output = openSync(log, 'w');
  const begun = performance.now();
  const child = spawn(
    process.execPath,
    ['--expose-gc', program, '--config', join(directory, 'app-config.json')],
    {
      cwd: join(root, 'packages/backend'),
      stdio: ['ignore', output, output, 'ipc'],
      env: {
        PATH: process.env.PATH,
        HOME: directory,
        NODE_ENV: 'production',
        CHARTROOM_BENCH_FOLDER: directory,
        CHARTROOM_BENCH_PLUGIN: plugin,
      },
    },
  );
  closeSync(output);
  const exited = once(child, 'exit');
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const tokens = new Map();
  const tokenOf = async viewer => {
    if (!tokens.has(viewer)) {
      const response = await fetch(`${url}/api/auth/viewers/refresh`, {
        headers: { 'x-viewer': viewer, 'x-requested-with': 'XMLHttpRequest' },
      });
      const { backstageIdentity } = await response.json();
      tokens.set(viewer, backstageIdentity.token);
    }
    return tokens.get(viewer);
  };
  const backend = {
    /** The JSON that a viewer gets; rejects unless the answer is 2xx. */
    async ask({ viewer, path, body, timeout = 60_000 }) {
      const response = await fetch(`${url}${path}`, {
        method: body ? 'POST' : 'GET',
        headers: {
          authorization: `Bearer ${await tokenOf(viewer)}`,
          ...(body && { 'content-type': 'application/json' }),
        },
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout(timeout),
      });
      const text = await response.text();
      if (!response.ok) {
        throw Object.assign(
          new Error(`${path}: ${response.status} ${text.slice(0, 300)}`),
          { status: response.status },
        );
      }
      return JSON.parse(text);
    },
    /** Signs viewers in, so that doing so is not measured. */
    signIn: viewers => Promise.all(viewers.map(tokenOf)),
    /** Memory in MiB now, and processor and event loop since it was last asked. */
    async usage({ collectGarbage = false } = {}) {
      const answered = new Promise(resolve => {
        const listen = message => {
          if (message.type === 'usage') {
            child.off('message', listen);
            resolve(message);
          }
        };
        child.on('message', listen);
      });
      child.send({ collectGarbage });
      return answered;
    },
    async stop() {
      child.kill();
      const timer = setTimeout(kill, 10_000);
      await exited;
      clearTimeout(timer);
      process.off('exit', kill);
    },
  };
  try {
    await waitFor(
      'the backend',
      async () => {
        if (child.exitCode !== null) {
          return { ended: true };
        }
        const ready = await fetch(`${url}/.backstage/health/v1/readiness`);
        return ready.ok && { seconds: (performance.now() - begun) / 1000 };
      },
      { seconds: 120 },
    ).then(({ ended, seconds }) => {
      if (ended) {
        throw new Error('it ended at once');
      }
      backend.startedIn = seconds;
    });
    await waitFor(
      'the services in the catalog',
      async () => {
        const { totalItems } = await backend.ask({
          viewer: 'reader',
          path: '/api/catalog/entities/by-query?limit=1&filter=metadata.annotations.chartroom/service',
        });
        return totalItems >= services.length;
      },
      { seconds: 180, every: 500 },
    );
    return backend;
  } catch (error) {
    const said = (await readFile(log, 'utf8')).slice(-4000);
    await backend.stop();
    throw new Error(`${error.message}:\n${said}`, { cause: error });
  }
}
