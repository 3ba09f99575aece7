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
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { openSync, closeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { freePort } from './freePort.mjs';
import { waitFor } from './waitFor.mjs';

/** The root of this repository. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

const FORGE_TOKEN = 'token-of-the-test-forge';

/**
 * Starts the portal's real backend on free ports, with a state of its own and
 * Robot Shop in its forge; the built app is served by it when there is one.
 *
 * `chartRepository` stands in for the forge's chart repository everywhere.
 */
export async function startPortal({ chartRepository, overrides = {} } = {}) {
  const directory = await mkdtemp(join(tmpdir(), 'chartroom-portal-'));
  const port = await freePort();
  const forgePort = await freePort();
  const url = `http://localhost:${port}`;
  const forge = `http://localhost:${forgePort}`;
  const charts = chartRepository?.({ forge }) ?? `${forge}/charts`;

  const example = join(directory, 'robot-shop');
  await cp(join(root, 'examples/robot-shop'), example, { recursive: true });
  for (const name of ['service-matrix.yaml', 'argocd/project.yaml']) {
    const file = join(example, name);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('http://localhost:7080/charts', charts));
  }

  const config = join(directory, 'app-config.test.yaml');
  await writeFile(
    config,
    stringify({
      backend: {
        baseUrl: url,
        listen: { port, host: '127.0.0.1' },
        cors: { origin: url },
        database: { connection: { directory: join(directory, 'database') } },
        reading: { allow: [{ host: `localhost:${forgePort}` }] },
      },
      integrations: {
        gitea: [
          {
            host: `localhost:${forgePort}`,
            baseUrl: forge,
            username: 'chartroom-bot',
            password: FORGE_TOKEN,
          },
        ],
      },
      localForge: {
        port: forgePort,
        directory: join(directory, 'forge'),
        seed: {
          platforms: [{ repository: 'robot-shop', directory: example }],
        },
      },
      chartroom: {
        platforms: [
          {
            name: 'robot-shop',
            url: `${forge}/shop/robot-shop`,
            mode: 'commit',
            publisher: 'portal',
          },
        ],
        chartRepositories: [
          { url: charts, username: 'chartroom', password: FORGE_TOKEN },
        ],
      },
      ...overrides,
      app: { baseUrl: url, ...overrides.app },
    }),
  );
  await mkdir(join(directory, 'home'));

  const portal = {
    url,
    forge,
    charts,
    directory,
    forgeToken: FORGE_TOKEN,
    log: join(directory, 'backend.log'),
    child: undefined,

    /** Starts the backend on the state that is there, and waits until it serves the template. */
    async start() {
      const log = openSync(portal.log, 'a');
      portal.child = spawn(
        process.execPath,
        [
          '--require',
          join(
            root,
            'node_modules/@backstage/cli-node/config/nodeTransform.cjs',
          ),
          'src/index.ts',
          '--config',
          join(root, 'app-config.yaml'),
          '--config',
          config,
        ],
        {
          cwd: join(root, 'packages/backend'),
          stdio: ['ignore', log, log],
          env: {
            ...process.env,
            NODE_ENV: 'development',
            CHARTROOM_FORGE_TOKEN: FORGE_TOKEN,
          },
        },
      );
      closeSync(log);
      const exited = new Promise(resolve => {
        portal.child.once('exit', resolve);
      });
      portal.exited = exited;
      let gone = false;
      exited.then(() => {
        gone = true;
      });
      await waitFor(
        'the backend',
        async () => {
          if (gone) {
            return true;
          }
          const response = await fetch(`${url}/.backstage/health/v1/readiness`);
          return response.ok;
        },
        { seconds: 90 },
      );
      if (gone) {
        throw new Error(
          `the backend ended at once:\n${(
            await readFile(portal.log, 'utf8')
          ).slice(-4000)}`,
        );
      }
      await waitFor(
        'the template and the twelve services in the catalog',
        async () => {
          await portal.get(
            '/api/catalog/entities/by-name/template/default/create-service',
          );
          const { items } = await portal.get(
            '/api/catalog/entities/by-query?filter=metadata.annotations.chartroom/platform=robot-shop&limit=50',
          );
          return items.length >= 13;
        },
        { seconds: 60 },
      );
    },

    /** Ends the backend; `SIGKILL` ends it without a word. */
    async stop(signal = 'SIGTERM') {
      portal.child?.kill(signal);
      await portal.exited;
    },

    /** Ends the backend and removes its state. */
    async remove() {
      await portal.stop();
      await rm(directory, { recursive: true, force: true });
    },

    /** A token of the guest. */
    async token() {
      const response = await fetch(`${url}/api/auth/guest/refresh`, {
        method: 'POST',
      });
      return (await response.json()).backstageIdentity.token;
    },

    /** GETs JSON as the guest; rejects unless the answer is 2xx. */
    async get(path) {
      return portal.request('GET', path);
    },

    /** POSTs JSON as the guest; rejects unless the answer is 2xx. */
    async post(path, body) {
      return portal.request('POST', path, body);
    },

    async request(method, path, body) {
      const response = await fetch(`${url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${await portal.token()}`,
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        body: body && JSON.stringify(body),
      });
      const text = await response.text();
      if (!response.ok) {
        const error = new Error(
          `${method} ${path}: ${response.status} ${text}`,
        );
        error.status = response.status;
        error.body = text;
        throw error;
      }
      return text ? JSON.parse(text) : undefined;
    },

    /** Starts "Create service" through the scaffolder's REST API. */
    async submit(values) {
      const { id } = await portal.post('/api/scaffolder/v2/tasks', {
        templateRef: 'template:default/create-service',
        values: {
          platform: 'robot-shop',
          description: 'Made by a test',
          owner: 'group:default/shop',
          language: 'node',
          exposed: false,
          dependencies: [],
          ...values,
        },
      });
      return id;
    },

    /** Waits for the end of a task: its status, output and log lines. */
    async finished(id, { seconds = 60 } = {}) {
      const task = await waitFor(
        `task ${id}`,
        async () => {
          const answer = await portal.get(`/api/scaffolder/v2/tasks/${id}`);
          return !['open', 'processing'].includes(answer.status) && answer;
        },
        { seconds, every: 150 },
      );
      const events = await portal.get(`/api/scaffolder/v2/tasks/${id}/events`);
      const lines = events.map(event => event.body.message);
      const output = events.find(event => event.type === 'completion')?.body
        .output;
      return { status: task.status, output, log: lines.join('\n'), events };
    },
  };

  await portal.start();
  return portal;
}
