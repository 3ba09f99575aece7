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

import { ConflictError, InputError } from '@backstage/errors';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { errorCode } from '../errorCode';

/** How often a free port that only one of the two addresses has free is given back for another. */
const attempts = 5;

/** What systems without IPv6 answer. */
const withoutIpv6 = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL']);

async function open(options: {
  host: string;
  port: number;
  listener: RequestListener;
}): Promise<Server> {
  const server = createServer(options.listener);
  server.listen({ host: options.host, port: options.port });
  await once(server, 'listening');
  return server;
}

async function shut(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

/**
 * Listens on 127.0.0.1 and, where there is one, on ::1, so that `localhost` means the forge to every client.
 *
 * @internal
 */
export async function listen(options: {
  /** 0: any free port. */
  port: number;
  listener: RequestListener;
}): Promise<{ port: number; close(): Promise<void> }> {
  const { listener } = options;
  for (let attempt = 1; ; attempt += 1) {
    const servers: Server[] = [];
    const close = async () => {
      await Promise.all(servers.map(shut));
    };
    try {
      servers.push(
        await open({ host: '127.0.0.1', port: options.port, listener }),
      );
      const { port } = servers[0].address() as AddressInfo;
      try {
        servers.push(await open({ host: '::1', port, listener }));
      } catch (error) {
        if (!withoutIpv6.has(errorCode({ error }) ?? '')) {
          throw error;
        }
      }
      return { port, close };
    } catch (error) {
      await close();
      const code = errorCode({ error });
      if (code === 'EADDRINUSE' && options.port === 0 && attempt < attempts) {
        continue;
      }
      if (code === 'EADDRINUSE') {
        throw new ConflictError(
          `Port ${options.port} of the local forge is in use by another program: stop that program, or set localForge.port to a free port.`,
        );
      }
      if (code === 'EACCES') {
        throw new InputError(
          `Port ${options.port} of the local forge may not be opened by this user: set localForge.port to a port above 1023.`,
        );
      }
      throw error;
    }
  }
}
