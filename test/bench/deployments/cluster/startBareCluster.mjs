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

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { controlPlane } from '../../../cluster/support/controlPlane.mjs';
import { startApiServer } from '../../../cluster/support/startApiServer.mjs';
import { startProgram } from '../../../cluster/support/startProgram.mjs';
import { writeCredentials } from '../../../cluster/support/writeCredentials.mjs';

const gibibyte = 1024 ** 3;

/** Starts a cluster that holds objects and does nothing: etcd with much room, and an API server. */
export async function startBareCluster() {
  const directory = await mkdtemp(join(tmpdir(), 'chartroom-bench-cluster-'));
  const programs = [];
  const start = (name, flags = {}) => {
    const args = [
      ...controlPlane[name](flags),
      ...(name === 'etcd' ? [`--quota-backend-bytes=${8 * gibibyte}`] : []),
    ];
    const program = startProgram({ name, args, directory });
    programs.unshift(program);
    return program;
  };
  const stop = async () => {
    for (const program of programs) {
      await program.stop();
    }
    await rm(directory, { recursive: true, force: true });
  };
  try {
    const { token } = await writeCredentials({ directory });
    start('etcd');
    const { server, authority, client } = await startApiServer({
      ...{ start, directory, token },
    });
    return { ...client, directory, server, authority, token, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
