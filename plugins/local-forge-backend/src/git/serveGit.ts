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

import type { Request, Response } from 'express';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { errorCode } from '../errorCode';
import { PayloadTooLargeError } from '../http';
import type { Git } from './Git';
import { maximumPushSize } from './gitEnvironment';
import { limitBytes } from './limitBytes';
import { parseCgiHead } from './parseCgiHead';

/**
 * The two services of git's smart HTTP protocol, with the size that a request's body may have once
 * unpacked: what a client wants and has, or a whole pack.
 */
const bodyLimits = {
  'git-upload-pack': 8 * 1024 * 1024,
  // A little more than git takes, so that it is git that says so.
  'git-receive-pack': maximumPushSize + 1024 * 1024,
};

/**
 * A service of git's smart HTTP protocol.
 *
 * @internal
 */
export type GitService = keyof typeof bodyLimits;

/** A CGI head is a few lines. */
const maximumHead = 16 * 1024;

/**
 * Answers one request of a git client through `git http-backend`.
 *
 * @remarks
 * The caller has checked who asks and for what; `path` is one of the three of the smart protocol, so that
 * http-backend never serves a file. The child ends with the client's connection.
 *
 * @internal
 */
export async function serveGit(options: {
  git: Git;
  logger: LoggerService;
  /** Where the repositories are; `path` is below it. */
  root: string;
  path: string;
  service: GitService;
  user: string | undefined;
  request: Request;
  response: Response;
}): Promise<void> {
  const { git, logger, root, path, service, user, request, response } = options;
  if (Number(request.get('content-length')) > bodyLimits[service]) {
    throw new PayloadTooLargeError(
      `The request is larger than ${bodyLimits[service]} bytes`,
    );
  }
  const child = git.start({
    args: ['http-backend'],
    environment: {
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: path,
      REQUEST_METHOD: request.method,
      QUERY_STRING: request.method === 'GET' ? `service=${service}` : '',
      CONTENT_TYPE: request.get('content-type') ?? '',
      GIT_PROTOCOL:
        /^version=\d$/.exec(request.get('git-protocol') ?? '')?.[0] ?? '',
      // With a user http-backend accepts pushes.
      ...(user === undefined
        ? {}
        : { REMOTE_USER: user, REMOTE_ADDR: '127.0.0.1' }),
    },
  });
  response.once('close', () => git.stop({ child }));

  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(0, 1000);
  });

  // Both ends are left open when one of the pipelines fails: the connection, so that it can be answered, and
  // the child's output, so that it can come to its end.
  const keep = { destroyOnReturn: false };
  const source = Readable.from(request.iterator(keep));
  const output = Readable.from(child.stdout.iterator(keep));
  const limited = limitBytes({ limit: bodyLimits[service] });
  const packed = /^(x-)?gzip$/.test(request.get('content-encoding') ?? '');
  const body = packed
    ? pipeline(source, createGunzip(), limited, child.stdin)
    : pipeline(source, limited, child.stdin);
  body.catch(error => {
    // A child that stops reading may still be answering; all else ends it.
    if (errorCode({ error }) !== 'EPIPE') {
      git.stop({ child });
    }
  });

  async function* answer(chunks: AsyncIterable<Buffer>) {
    let head: Buffer | undefined = Buffer.alloc(0);
    for await (const chunk of chunks) {
      if (head === undefined) {
        yield chunk;
        continue;
      }
      head = Buffer.concat([head, chunk]);
      const parsed = parseCgiHead({ data: head });
      if (parsed) {
        response.writeHead(parsed.status, parsed.headers);
        yield parsed.rest;
        head = undefined;
      } else if (head.length > maximumHead) {
        break;
      }
    }
    if (head !== undefined) {
      response.writeHead(500, { 'content-type': 'text/plain' });
      yield 'git could not answer this request\n';
    }
  }

  try {
    await pipeline(output, answer, response);
  } catch (error) {
    logger.debug(`A git client went away during ${service}: ${error}`);
  } finally {
    git.stop({ child });
    if (complaint) {
      logger.debug(`git http-backend: ${complaint.trim()}`);
    }
  }
}
