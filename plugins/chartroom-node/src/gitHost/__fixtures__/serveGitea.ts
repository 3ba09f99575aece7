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

import http from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The REST API of a Gitea over real HTTP, with the answers that Gitea 1.26.0 gave.
 *
 * @internal
 */
export interface GiteaServer {
  readonly host: string;
  /** Method, path and body of every request so far. */
  readonly requests: string[];
  readonly repositories: Map<string, { empty: boolean; archived: boolean }>;
  /** Statuses with which the next requests are answered instead. */
  readonly failures: number[];
  close(): Promise<void>;
}

/**
 * Starts a Gitea with organisation `shop` and user `chartroom`, whose token is `s3cr3t-t0ken`.
 *
 * @internal
 */
export async function serveGitea(): Promise<GiteaServer> {
  const requests = new Array<string>();
  const failures = new Array<number>();
  const repositories: GiteaServer['repositories'] = new Map();
  const accepted = [
    `basic ${Buffer.from('chartroom:s3cr3t-t0ken').toString('base64')}`,
    'token s3cr3t-t0ken',
  ];

  const answer = (
    method: string,
    path: string,
    body: { name?: string; archived?: boolean; default_branch?: string },
  ): [number, unknown?] => {
    const repository = (id: string) => ({
      ...repositories.get(id),
      full_name: id,
      default_branch: 'main',
    });
    const create = (owner: string): [number, unknown] => {
      const id = `${owner}/${body.name}`;
      if (repositories.has(id)) {
        return [
          409,
          { message: 'The repository with the same name already exists.' },
        ];
      }
      if (body.name === 'reserved') {
        return [422, { message: 'name is reserved [name: reserved]' }];
      }
      repositories.set(id, { empty: true, archived: false });
      return [201, { ...repository(id), default_branch: body.default_branch }];
    };
    const [, first, owner, name] =
      /^\/gitea\/api\/v1\/(\w+)(?:\/([^/]+))?(?:\/([^/]+))?$/.exec(path) ?? [];
    if (first === 'orgs' && method === 'POST') {
      return owner === 'shop'
        ? create(owner)
        : [404, { message: 'user redirect does not exist [name: x]' }];
    }
    if (first === 'user') {
      return owner ? create('chartroom') : [200, { login: 'chartroom' }];
    }
    const id = `${owner}/${name}`;
    const found = repositories.get(id);
    if (id === 'shop/renamed') {
      return [301];
    }
    if (first !== 'repos' || !found) {
      return [404, { message: 'The target could not be found.' }];
    }
    if (method === 'DELETE') {
      repositories.delete(id);
      return [204];
    }
    if (method === 'PATCH') {
      found.archived = Boolean(body.archived);
    }
    return [200, repository(id)];
  };

  const server = http.createServer(async (request, response) => {
    const chunks = new Array<Buffer>();
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const text = Buffer.concat(chunks).toString('utf8');
    requests.push(`${request.method} ${request.url} ${text}`.trim());
    const failure = failures.shift();
    const { authorization = '' } = request.headers;
    const respond = (): [number, unknown?] => {
      if (failure) {
        return [failure, { message: 'cannot lock ref' }];
      }
      return accepted.includes(authorization)
        ? answer(request.method!, request.url!, text ? JSON.parse(text) : {})
        : [401, { message: 'invalid username, password or token' }];
    };
    const [status, body] = respond();
    response.writeHead(
      status,
      status === 301 ? { location: '/elsewhere' } : {},
    );
    response.end(body === undefined ? undefined : JSON.stringify(body));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    repositories,
    failures,
    async close() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
