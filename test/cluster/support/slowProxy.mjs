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

import { connect, createServer } from 'node:net';
import { pipeline, Transform } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A TCP proxy in front of a server, as a bad network is: every chunk comes `delay` milliseconds late, and with
 * `isBlackHole` connections are taken and nothing ever comes back. Both may be changed while it runs.
 */
export async function slowProxy(options) {
  const { target, delay = 0, isBlackHole = false } = options;
  const { hostname, port } = new URL(target);
  const network = { delay, isBlackHole };
  const sockets = new Set();
  const late = () =>
    new Transform({
      async transform(chunk, _encoding, done) {
        await sleep(network.delay);
        if (network.isBlackHole) {
          done();
        } else {
          done(undefined, chunk);
        }
      },
    });
  const server = createServer(incoming => {
    const outgoing = connect({ host: hostname, port });
    for (const socket of [incoming, outgoing]) {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    }
    pipeline(incoming, late(), outgoing, () => incoming.destroy());
    pipeline(outgoing, late(), incoming, () => outgoing.destroy());
  });
  await new Promise(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    network,
    server: `https://127.0.0.1:${server.address().port}`,
    /** Breaks every connection, as a router does that restarts. */
    cut: () => sockets.forEach(socket => socket.destroy()),
    close: () =>
      new Promise(resolve => {
        server.close(resolve);
        sockets.forEach(socket => socket.destroy());
      }),
  };
}
