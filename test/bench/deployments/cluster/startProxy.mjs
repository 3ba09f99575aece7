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

/**
 * A TCP proxy in front of a server that counts bytes. Answers come `delay` milliseconds late, without less of them coming
 * through; with `isBlackHole` connections are taken, and nothing ever comes back.
 */
export async function startProxy({ target, delay = 0, isBlackHole = false }) {
  const { hostname, port } = new URL(target);
  const counts = { connections: 0, sent: 0, received: 0 };
  const sockets = new Set();
  const keep = socket => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // A connection that breaks is the business of who made it
    socket.on('error', () => {});
    socket.setNoDelay(true);
  };
  const server = createServer(incoming => {
    counts.connections += 1;
    keep(incoming);
    if (isBlackHole) {
      incoming.resume();
      return;
    }
    const outgoing = connect({ host: hostname, port });
    keep(outgoing);
    incoming.on('data', chunk => {
      counts.sent += chunk.length;
      outgoing.write(chunk);
    });
    outgoing.on('data', chunk => {
      counts.received += chunk.length;
      if (delay === 0) {
        if (!incoming.write(chunk)) {
          outgoing.pause();
          incoming.once('drain', () => outgoing.resume());
        }
      } else {
        setTimeout(() => incoming.write(chunk), delay);
      }
    });
    incoming.once('close', () => outgoing.destroy());
    outgoing.once('close', () =>
      setTimeout(() => incoming.destroy(), delay).unref(),
    );
  });
  await new Promise(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    server: `https://127.0.0.1:${server.address().port}`,
    /** What went through since it started: connections, and bytes to and from the server. */
    counts: () => ({ ...counts }),
    close: () =>
      new Promise(resolve => {
        server.close(resolve);
        sockets.forEach(socket => socket.destroy());
      }),
  };
}
