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
  cp,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { createLocalForge } from '@chartroom/backstage-plugin-local-forge-backend';

const ROOT = path.resolve(__dirname, '../../../..');
const TOKEN = 'token-of-the-test-forge';

/**
 * Robot Shop on a real forge of its own, with the configuration that finds it.
 */
export interface RobotShop {
  /** Of the forge, such as `http://localhost:40123`. */
  readonly url: string;
  /** For `mockServices.rootConfig`. */
  readonly config: {
    integrations: any;
    chartroom: { platforms: any[]; [key: string]: any };
  };
  close(): Promise<void>;
}

/**
 * Starts a forge with the example platform, whose charts are published to that same forge.
 */
export async function startRobotShop(): Promise<RobotShop> {
  const directory = await mkdtemp(path.join(tmpdir(), 'robot-shop-'));
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  const platform = path.join(directory, 'platform');
  await cp(path.join(ROOT, 'examples/robot-shop'), platform, {
    recursive: true,
  });
  for (const entry of await readdir(platform, { recursive: true })) {
    if (/\.(yaml|lock)$/.test(entry)) {
      const file = path.join(platform, entry);
      const text = await readFile(file, 'utf8');
      await writeFile(file, text.replaceAll('http://localhost:7080', url));
    }
  }
  const forge = await createLocalForge({
    directory: path.join(directory, 'forge'),
    port,
    token: TOKEN,
    seed: {
      owner: 'shop',
      platforms: [{ repository: 'robot-shop', directory: platform }],
      charts: [path.join(ROOT, 'charts/platform-common')],
    },
    logger: mockServices.logger.mock(),
  });
  return {
    url,
    config: {
      integrations: {
        gitea: [
          {
            host: `localhost:${port}`,
            baseUrl: url,
            username: 'chartroom',
            password: TOKEN,
          },
        ],
      },
      chartroom: {
        platforms: [{ name: 'robot-shop', url: `${url}/shop/robot-shop` }],
        chartRepositories: [
          { url: `${url}/charts`, username: 'chartroom', password: TOKEN },
        ],
        cacheDirectory: path.join(directory, 'cache'),
      },
    },
    async close() {
      await forge.close();
      await rm(directory, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}
