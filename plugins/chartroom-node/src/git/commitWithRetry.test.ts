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

import path from 'node:path';
import { serveGit, type GitServer } from './__fixtures__/serveGit';
import { commitWithRetry } from './commitWithRetry';
import { createGitRepository } from './createGitRepository';
import type { GitSnapshot } from './GitRepository';

const author = { name: 'Chartroom', email: 'chartroom@example.com' };

let server: GitServer;
beforeAll(async () => {
  server = await serveGit({});
});
afterAll(() => server.close());
jest.setTimeout(60_000);

const open = (cloneUrl: string) =>
  createGitRepository({
    cloneUrl,
    credentials: async () => undefined,
    cacheDirectory: path.join(server.directory, 'cache'),
  });

/** Adds a line to one file that everybody changes. */
const addLine = (line: string) => (snapshot: GitSnapshot) =>
  [
    {
      kind: 'write' as const,
      path: 'list.txt',
      content: `${snapshot.files.get('list.txt') ?? ''}${line}\n`,
    },
  ];

const twenty = Array.from({ length: 20 }, (_, index) => `service-${index}`);

async function expectAllLines(name: string) {
  const list = await server.git({ name, arguments: ['show', 'main:list.txt'] });
  expect(list.split('\n').sort()).toEqual(['start', ...twenty].sort());
  await expect(
    server.git({ name, arguments: ['rev-list', '--count', 'main'] }),
  ).resolves.toBe('21');
}

describe('commitWithRetry', () => {
  it('lands twenty changes of one process to one file, each planned once', async () => {
    const cloneUrl = await server.create({ name: 'one-process' });
    await server.commit({
      name: 'one-process',
      files: { 'list.txt': 'start\n' },
    });
    const repository = open(cloneUrl);
    const attempts = new Array<number>();

    await Promise.all(
      twenty.map(line =>
        commitWithRetry({
          repository,
          branch: 'main',
          plan: addLine(line),
          message: `Add ${line}`,
          author,
          onAttempt: ({ attempt }) => attempts.push(attempt),
        }),
      ),
    );

    expect(attempts).toEqual(twenty.map(() => 1));
    await expectAllLines('one-process');
  });

  it('lands twenty changes of twenty processes that race each other', async () => {
    const cloneUrl = await server.create({ name: 'replicas' });
    await server.commit({ name: 'replicas', files: { 'list.txt': 'start\n' } });
    const attempts = new Array<number>();

    await Promise.all(
      twenty.map(line =>
        commitWithRetry({
          repository: open(cloneUrl),
          branch: 'main',
          plan: addLine(line),
          message: `Add ${line}`,
          author,
          onAttempt: ({ attempt }) => attempts.push(attempt),
        }),
      ),
    );

    expect(Math.max(...attempts)).toBeGreaterThan(1);
    await expectAllLines('replicas');
  });

  it('plans again on the files that the winner left', async () => {
    const cloneUrl = await server.create({ name: 'again' });
    await server.commit({ name: 'again', files: { 'list.txt': 'start\n' } });
    let calls = 0;
    const result = await commitWithRetry({
      repository: open(cloneUrl),
      branch: 'main',
      plan: async snapshot => {
        calls += 1;
        if (calls === 1) {
          await server.commit({
            name: 'again',
            files: { 'list.txt': 'start\nfaster\n' },
          });
        }
        return addLine('slower')(snapshot);
      },
      message: 'Add',
      author,
    });

    expect(calls).toBe(2);
    await expect(
      server.git({ name: 'again', arguments: ['show', 'main:list.txt'] }),
    ).resolves.toBe('start\nfaster\nslower');
    await expect(
      server.git({ name: 'again', arguments: ['rev-parse', 'main'] }),
    ).resolves.toBe(result.commit);
  });

  it('commits nothing where there is nothing to do', async () => {
    const cloneUrl = await server.create({ name: 'nothing' });
    const commit = await server.commit({ name: 'nothing', files: { a: 'a' } });
    await expect(
      commitWithRetry({
        repository: open(cloneUrl),
        branch: 'main',
        plan: () => undefined,
        message: 'Nothing',
        author,
      }),
    ).resolves.toEqual({ commit, changed: false });
  });

  it('gives up with a sentence after its attempts, and passes other errors on at once', async () => {
    const cloneUrl = await server.create({ name: 'busy' });
    await server.commit({ name: 'busy', files: { 'list.txt': 'start\n' } });
    const options = {
      repository: open(cloneUrl),
      branch: 'main',
      message: 'Add',
      author,
      attempts: 3,
      jitterMilliseconds: 1,
    };
    let round = 0;
    await expect(
      commitWithRetry({
        ...options,
        plan: async snapshot => {
          round += 1;
          await server.commit({ name: 'busy', files: { other: `${round}` } });
          return addLine('never')(snapshot);
        },
      }),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message:
        'The branch main moved 3 times while a commit to it was prepared; nothing was pushed, do it again when it is quiet',
    });
    await expect(
      commitWithRetry({
        ...options,
        plan: () => {
          throw new TypeError('the plan has a finding');
        },
      }),
    ).rejects.toThrow('the plan has a finding');
    await expect(
      commitWithRetry({
        ...options,
        plan: addLine('x'),
        signal: AbortSignal.abort(),
      }),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });
});
