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

import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { chown, mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startChild } from './children.mjs';
import { LauncherError } from './launcherError.mjs';
import { findProgram } from './programs.mjs';
import { runCommand } from './runCommand.mjs';

const debianReleases = '/usr/lib/postgresql';

/**
 * Starts a PostgreSQL of the tests' own, which ends and vanishes with this process, from the programs
 * of the system. Returns its connection string.
 */
export async function providePostgres(options) {
  const { env, progress } = options;
  const releases = await readdir(debianReleases).catch(() => []);
  const find = name =>
    findProgram({
      names: [
        name,
        ...releases.map(release => join(debianReleases, release, 'bin', name)),
      ],
      env,
    });
  const initdb = find('initdb');
  const postgres = find('postgres');
  if (!initdb || !postgres) {
    throw new LauncherError('no PostgreSQL; install the package postgresql');
  }
  progress.doing = 'starting one for the tests';
  const identity = await unprivileged();
  const directory = await mkdtemp(join(tmpdir(), 'chartroom-postgres-'));
  process.once('exit', () => rmSync(directory, { recursive: true }));
  const data = join(directory, 'data');
  const password = randomBytes(24).toString('hex');
  const passwordFile = join(directory, 'password');
  await writeFile(passwordFile, password);
  if (identity) {
    await chown(directory, identity.uid, identity.gid);
    await chown(passwordFile, identity.uid, identity.gid);
  }
  const running = { cwd: directory, env, identity };
  const { code, lines } = await runCommand({
    ...running,
    command: initdb,
    args: [
      ...['-D', data, '--username=chartroom', '--auth=scram-sha-256'],
      ...[`--pwfile=${passwordFile}`, '--locale=C', '--encoding=UTF8'],
    ],
  });
  if (code !== 0) {
    throw new LauncherError(`initdb failed (${(lines.at(-1) ?? '').trim()})`);
  }
  const port = await freePort();
  await untilReady(
    startChild({
      ...running,
      command: postgres,
      args: [
        ...['-D', data, '-p', String(port), '-c', 'fsync=off'],
        ...['-c', 'listen_addresses=127.0.0.1'],
        ...['-c', 'unix_socket_directories='],
      ],
    }),
  );
  progress.done = postgres;
  return `postgresql://chartroom:${password}@127.0.0.1:${port}/postgres`;
}

/** The user under whom PostgreSQL runs when this is root, as whom it refuses to. */
async function unprivileged() {
  if (process.getuid() !== 0) {
    return undefined;
  }
  const users = await readFile('/etc/passwd', 'utf8');
  const [, uid, gid] = users.match(/^postgres:[^:]*:(\d+):(\d+):/m) ?? [];
  if (!uid) {
    throw new LauncherError(
      'PostgreSQL does not run as root, and there is no user postgres',
    );
  }
  return { uid: Number(uid), gid: Number(gid) };
}

async function freePort() {
  const server = createServer();
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise(resolve => server.close(resolve));
  return port;
}

function untilReady(server) {
  return new Promise((resolve, reject) => {
    let last = '';
    createInterface({ input: server.stderr }).on('line', line => {
      last = line;
      if (line.includes('ready to accept connections')) {
        resolve();
      }
    });
    server.stdout.resume();
    server.once('close', () =>
      reject(new LauncherError(`PostgreSQL did not start (${last.trim()})`)),
    );
  });
}
