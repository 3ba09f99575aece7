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

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from '../../support/waitFor.mjs';
import { createClient } from './createClient.mjs';
import { lowPort } from './lowPort.mjs';

const attempts = 10;

/**
 * Starts the API server of a cluster and resolves once it is ready: on a free port, or again on the one that it had.
 * Another program that takes the port in between makes it try again.
 */
export async function startApiServer(options) {
  const { start, directory, token, port: wanted, emulatedVersion } = options;
  for (let attempt = 1; ; attempt += 1) {
    const port = wanted ?? (await lowPort());
    const program = start('kube-apiserver', { port, emulatedVersion });
    try {
      return await whenReady({ program, port, directory, token });
    } catch (error) {
      await program.stop();
      if (attempt === attempts || !/address already in use/.test(error)) {
        throw error;
      }
      await sleep(100);
    }
  }
}

/** Only the server itself knows both the token and the key of the certificate: no other can answer in its place. */
async function whenReady({ program, port, directory, token }) {
  const server = `https://127.0.0.1:${port}`;
  const certificate = join(directory, 'certificates/apiserver.crt');
  const connection = await waitFor(
    'the API server',
    async () => {
      const ended = await program.failure();
      if (ended) {
        return { ended };
      }
      const authority = await readFile(certificate, 'utf8');
      const client = createClient({ server, authority, token });
      try {
        await client.request({ path: '/readyz' });
        return { port, server, authority, client };
      } catch (error) {
        client.close();
        throw error;
      }
    },
    { every: 50 },
  );
  if (connection.ended) {
    throw connection.ended;
  }
  return connection;
}
