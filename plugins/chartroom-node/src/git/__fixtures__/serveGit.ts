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

import { execFile, spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const environment = {
  PATH: process.env.PATH,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Someone',
  GIT_AUTHOR_EMAIL: 'someone@example.com',
  GIT_COMMITTER_NAME: 'Someone',
  GIT_COMMITTER_EMAIL: 'someone@example.com',
};

/**
 * A real git server: `git http-backend` behind Node's `http`.
 *
 * @internal
 */
export interface GitServer {
  /** Such as `http://127.0.0.1:40123`. */
  readonly url: string;
  /** Folder that holds the bare repositories, and may hold anything else of a test. */
  readonly directory: string;
  /** Method and path of every request so far. */
  readonly requests: string[];
  /** Bytes of all bodies that were sent so far. */
  sentBytes(): number;
  /** Makes an empty bare repository; returns its clone address. */
  create(options: { name: string }): Promise<string>;
  /** Runs git in a repository of the server; returns what it prints. */
  git(options: { name: string; arguments: string[] }): Promise<string>;
  /** Commits files from a working copy, as a person would. */
  commit(options: {
    name: string;
    files: Readonly<Record<string, string | Buffer>>;
  }): Promise<string>;
  close(): Promise<void>;
}

/**
 * Starts a git server on a free port.
 *
 * @internal
 */
export async function serveGit(options: {
  /** Asked of every request; absent: anyone may read and write. */
  credentials?: { username: string; password: string };
  /** Runs before a request is served; it may delay it, or answer it and return true. */
  before?: (
    request: http.IncomingMessage,
    response: http.ServerResponse,
  ) => Promise<boolean> | boolean;
}): Promise<GitServer> {
  const directory = await fs.promises.mkdtemp(
    path.join(os.tmpdir(), 'chartroom-git-'),
  );
  const requests = new Array<string>();
  let sentBytes = 0;
  const expected =
    options.credentials &&
    `Basic ${Buffer.from(
      `${options.credentials.username}:${options.credentials.password}`,
    ).toString('base64')}`;

  const server = http.createServer(async (request, response) => {
    requests.push(`${request.method} ${request.url}`);
    if (await options.before?.(request, response)) {
      return;
    }
    if (expected && request.headers.authorization !== expected) {
      response.writeHead(401, { 'www-authenticate': 'Basic' }).end('who?');
      return;
    }
    const { pathname, search } = new URL(request.url!, 'http://server');
    const backend = spawn('git', ['http-backend'], {
      env: {
        PATH: process.env.PATH,
        GIT_PROJECT_ROOT: directory,
        GIT_HTTP_EXPORT_ALL: '1',
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: 'http.receivepack',
        GIT_CONFIG_VALUE_0: 'true',
        REQUEST_METHOD: request.method,
        PATH_INFO: pathname,
        QUERY_STRING: search.slice(1),
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      },
    });
    request.pipe(backend.stdin);
    backend.stdin.on('error', () => undefined);
    const chunks = new Array<Buffer>();
    backend.stdout.on('data', chunk => chunks.push(chunk));
    backend.on('close', () => {
      const output = Buffer.concat(chunks);
      const end = output.indexOf('\r\n\r\n');
      for (const line of output.subarray(0, end).toString().split('\r\n')) {
        const [name, value] = line.split(': ');
        if (name === 'Status') {
          response.statusCode = parseInt(value, 10);
        } else if (name) {
          response.setHeader(name, value);
        }
      }
      sentBytes += output.length - end - 4;
      response.end(output.subarray(end + 4));
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const git: GitServer['git'] = async call => {
    const { stdout } = await run('git', call.arguments, {
      cwd: path.join(directory, `${call.name}.git`),
      env: environment,
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout.trim();
  };

  return {
    url,
    directory,
    requests,
    sentBytes: () => sentBytes,
    git,
    async create({ name }) {
      const bare = path.join(directory, `${name}.git`);
      await run('git', ['init', '--quiet', '--bare', '-b', 'main', bare]);
      return `${url}/${name}.git`;
    },
    async commit({ name, files }) {
      const work = await fs.promises.mkdtemp(path.join(directory, 'work-'));
      for (const [file, content] of Object.entries(files)) {
        await fs.promises.mkdir(path.dirname(path.join(work, file)), {
          recursive: true,
        });
        await fs.promises.writeFile(path.join(work, file), content);
      }
      const gitDirectory = path.join(directory, `${name}.git`);
      const inWork = (...call: string[]) =>
        run('git', ['-c', 'core.bare=false', `--work-tree=${work}`, ...call], {
          cwd: work,
          env: {
            ...environment,
            GIT_DIR: gitDirectory,
            GIT_INDEX_FILE: `${work}.index`,
          },
        });
      const head = await git({
        name,
        arguments: ['rev-parse', '--verify', '--quiet', 'refs/heads/main'],
      }).catch(() => undefined);
      if (head) {
        await inWork('read-tree', head);
      }
      await inWork('add', '--force', '--', ...Object.keys(files));
      const { stdout: tree } = await inWork('write-tree');
      const { stdout: commit } = await inWork(
        'commit-tree',
        ...(head ? ['-p', head] : []),
        '-m',
        'By hand',
        tree.trim(),
      );
      await inWork('update-ref', 'refs/heads/main', commit.trim());
      return commit.trim();
    },
    async close() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
      await fs.promises.rm(directory, { recursive: true, force: true });
    },
  };
}
