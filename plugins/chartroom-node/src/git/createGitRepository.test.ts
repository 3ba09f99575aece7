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
import fs from 'node:fs';
import path from 'node:path';
import { serveGit, type GitServer } from './__fixtures__/serveGit';
import { createGitRepository } from './createGitRepository';

const author = { name: 'Chartroom', email: 'chartroom@example.com' };
const credentials = { username: 'chartroom', password: 's3cr3t-t0ken' };
const write = (file: string, content: string) => ({
  kind: 'write' as const,
  path: file,
  content,
});
const remove = (file: string) => ({ kind: 'delete' as const, path: file });

let server: GitServer;
let requestDelay = 0;

beforeAll(async () => {
  server = await serveGit({
    credentials,
    before: async () => {
      await new Promise(resolve => {
        setTimeout(resolve, requestDelay);
      });
      return false;
    },
  });
});
afterAll(() => server.close());
jest.setTimeout(60_000);

const open = (cloneUrl: string, given = credentials) =>
  createGitRepository({
    cloneUrl,
    credentials: async () => given,
    cacheDirectory: path.join(server.directory, 'cache'),
  });

async function thrown(work: Promise<unknown>): Promise<Error> {
  return work.then(
    () => {
      throw new Error('nothing was thrown');
    },
    error => error,
  );
}

describe('createGitRepository', () => {
  it('has no head and no files before the first commit, and makes that commit', async () => {
    const cloneUrl = await server.create({ name: 'first' });
    const repository = open(cloneUrl);

    await expect(repository.head({ branch: 'main' })).resolves.toBeUndefined();
    await expect(repository.read({ branch: 'main' })).resolves.toEqual({
      commit: undefined,
      files: new Map(),
    });
    const { commit } = await repository.commit({
      branch: 'main',
      base: undefined,
      changes: [
        write('README.md', '# Cart\n'),
        write('bin/run.sh', '#!/bin/sh\n'),
      ],
      executable: ['bin/run.sh'],
      message: 'Create cart\n\nChartroom-Operation: op-12345678',
      author,
    });

    await expect(repository.head({ branch: 'main' })).resolves.toBe(commit);
    await expect(
      server.git({ name: 'first', arguments: ['ls-tree', '-r', 'main'] }),
    ).resolves.toMatch(/^100644 .*README\.md\n100755 .*bin\/run\.sh$/);
    await expect(
      server.git({
        name: 'first',
        arguments: ['log', '--format=%an <%ae>|%s|%b', 'main'],
      }),
    ).resolves.toBe(
      'Chartroom <chartroom@example.com>|Create cart|Chartroom-Operation: op-12345678',
    );
    await server.git({ name: 'first', arguments: ['fsck', '--strict'] });
  });

  it('reads text files, and leaves out binary and too large ones and links', async () => {
    const cloneUrl = await server.create({ name: 'kinds' });
    await server.commit({
      name: 'kinds',
      files: {
        'a/b/c.yaml': 'x: ü\r\n',
        'empty.txt': '',
        'chart.tgz': Buffer.from([0x1f, 0x8b, 0, 0]),
        'latin.txt': Buffer.from([0xe9]),
        'large.txt': 'x'.repeat(1024 * 1024 + 1),
        'largest.txt': 'x'.repeat(1024 * 1024),
      },
    });
    const { files } = await open(cloneUrl).read({ branch: 'main' });

    expect([...files.keys()]).toEqual([
      'a/b/c.yaml',
      'empty.txt',
      'largest.txt',
    ]);
    expect(files.get('a/b/c.yaml')).toBe('x: ü\r\n');
  });

  it('answers from memory while the head stays, and fetches only what changed when it moved', async () => {
    const cloneUrl = await server.create({ name: 'memory' });
    const noise = randomBytes(150_000).toString('base64');
    await server.commit({ name: 'memory', files: { noise, b: 'b' } });
    const repository = open(cloneUrl);

    const empty = server.sentBytes();
    const first = await repository.read({ branch: 'main' });
    const once = server.sentBytes();
    await expect(repository.read({ branch: 'main' })).resolves.toBe(first);
    await server.commit({ name: 'memory', files: { b: 'changed' } });
    const second = await repository.read({ branch: 'main' });
    const twice = server.sentBytes();

    expect(once - empty).toBeGreaterThan(150_000);
    expect(twice - once).toBeLessThan(10_000);
    expect(Object.fromEntries(second.files)).toEqual({ noise, b: 'changed' });
  });

  it('reads at a tag or branch, and fetches nothing while it stays', async () => {
    const cloneUrl = await server.create({ name: 'refs' });
    const tag = (...rest: string[]) =>
      server.git({ name: 'refs', arguments: ['tag', ...rest] });
    const first = await server.commit({ name: 'refs', files: { a: '1' } });
    await tag('v1.0.0', first);
    await tag('-a', '-m', 'Second', 'release/2', first);
    await server.git({ name: 'refs', arguments: ['branch', 'calm', first] });
    await server.commit({ name: 'refs', files: { a: '2' } });
    const repository = open(cloneUrl);

    const head = await repository.read({ branch: 'main' });
    expect(head.files.get('a')).toBe('2');
    const expected = { commit: first, files: new Map([['a', '1']]) };
    await expect(repository.readAt({ ref: 'v1.0.0' })).resolves.toMatchObject({
      ...expected,
      kind: 'tag',
    });
    await expect(
      repository.readAt({ ref: 'release/2' }),
    ).resolves.toMatchObject({ ...expected, kind: 'tag' });
    await expect(repository.readAt({ ref: 'calm' })).resolves.toMatchObject({
      ...expected,
      kind: 'branch',
    });
    await expect(repository.readAt({ ref: 'v9' })).resolves.toBeUndefined();
    await expect(repository.readAt({ ref: '../x' })).rejects.toThrow(
      'cannot be the name of a branch or tag',
    );

    const third = await server.commit({ name: 'refs', files: { a: '3' } });
    await tag('--force', 'v1.0.0', third);
    await tag('--force', '-a', '-m', 'Third', 'release/2', third);
    const moved = { commit: third, files: new Map([['a', '3']]) };
    await expect(repository.readAt({ ref: 'v1.0.0' })).resolves.toMatchObject(
      moved,
    );
    await expect(
      repository.readAt({ ref: 'release/2' }),
    ).resolves.toMatchObject(moved);
    const before = server.sentBytes();
    await repository.readAt({ ref: 'v1.0.0' });
    expect(server.sentBytes() - before).toBeLessThan(2_000);
  });

  it('goes on after more fetches than it keeps packs of', async () => {
    const cloneUrl = await server.create({ name: 'often' });
    const repository = open(cloneUrl);
    for (let round = 0; round < 52; round += 1) {
      await server.commit({ name: 'often', files: { a: `${round}` } });
      const { files } = await repository.read({ branch: 'main' });
      expect(files.get('a')).toBe(`${round}`);
    }
  });

  it('commits changes along their paths, and leaves everything else byte for byte', async () => {
    const cloneUrl = await server.create({ name: 'changes' });
    const binary = Buffer.from([0, 1, 2, 255]);
    await server.commit({
      name: 'changes',
      files: {
        'charts/a.tgz': binary,
        'charts/cart/Chart.yaml': 'name: cart\n',
        'gone/only.txt': 'x',
        'keep/x.txt': 'x',
      },
    });
    const repository = open(cloneUrl);
    const { commit: base } = await repository.read({ branch: 'main' });
    const { commit } = await repository.commit({
      branch: 'main',
      base,
      changes: [
        write('charts/cart/Chart.yaml', 'name: cart\nversion: 1.0.0\n'),
        write('charts/user/values.yaml', ''),
        remove('gone/only.txt'),
        remove('not/there.txt'),
      ],
      message: 'Change',
      author,
    });

    const { files } = await repository.read({ branch: 'main' });
    expect(Object.fromEntries(files)).toEqual({
      'charts/cart/Chart.yaml': 'name: cart\nversion: 1.0.0\n',
      'charts/user/values.yaml': '',
      'keep/x.txt': 'x',
    });
    await expect(
      server.git({
        name: 'changes',
        arguments: ['ls-tree', '-r', '--name-only', commit],
      }),
    ).resolves.toBe(
      'charts/a.tgz\ncharts/cart/Chart.yaml\ncharts/user/values.yaml\nkeep/x.txt',
    );
    await expect(
      server.git({
        name: 'changes',
        arguments: ['rev-parse', `${commit}^`],
      }),
    ).resolves.toBe(base);
    await server.git({ name: 'changes', arguments: ['fsck', '--strict'] });
  });

  it('resolves with the base when nothing would change', async () => {
    const cloneUrl = await server.create({ name: 'same' });
    const base = await server.commit({ name: 'same', files: { a: 'a' } });

    await expect(
      open(cloneUrl).commit({
        branch: 'main',
        base,
        changes: [write('a', 'a')],
        message: 'Nothing',
        author,
      }),
    ).resolves.toEqual({ commit: base });
  });

  it.each([
    [
      '../out',
      "cannot be a file of a repository: write a relative path without '..'",
    ],
    [
      '.git/hooks/x',
      "cannot be a file of a repository: write a relative path without '..'",
    ],
    [
      'a/.GIT/config',
      "cannot be a file of a repository: write a relative path without '..'",
    ],
    [
      '/etc/passwd',
      "cannot be a file of a repository: write a relative path without '..'",
    ],
    [
      'a\nb',
      "cannot be a file of a repository: write a relative path without '..'",
    ],
    ['file/below', 'file is a file, and cannot be a folder too'],
    ['folder', 'folder is a folder, and cannot be a file too'],
    [
      'binary',
      'binary exists and is no text file of at most 1 MiB: it is left as it is',
    ],
  ])('refuses to write %j', async (file, message) => {
    const name = `refuse-${Buffer.from(file).toString('hex')}`;
    const cloneUrl = await server.create({ name });
    const base = await server.commit({
      name,
      files: { file: 'x', 'folder/x': 'x', binary: Buffer.from([0]) },
    });
    const error = await thrown(
      open(cloneUrl).commit({
        branch: 'main',
        base,
        changes: [write(file, 'x')],
        message: 'x',
        author,
      }),
    );

    expect(error.name).toBe('InputError');
    expect(error.message).toContain(message);
    await expect(
      server.git({ name, arguments: ['rev-parse', 'main'] }),
    ).resolves.toBe(base);
  });

  it('notices in less than a second that the branch has moved, and pushes nothing', async () => {
    const cloneUrl = await server.create({ name: 'moved' });
    await server.commit({ name: 'moved', files: { a: '1' } });
    const repository = open(cloneUrl);
    const { commit: base } = await repository.read({ branch: 'main' });
    const head = await server.commit({ name: 'moved', files: { a: '2' } });

    const started = Date.now();
    const commit = { branch: 'main', base, message: 'x', author };
    const known = await thrown(
      repository.commit({ ...commit, changes: [write('a', '3')] }),
    );
    const elapsed = Date.now() - started;
    const unknown = await thrown(
      open(cloneUrl).commit({ ...commit, changes: [write('a', '3')] }),
    );
    const notEmpty = await thrown(
      open(cloneUrl).commit({
        ...commit,
        base: undefined,
        changes: [write('a', '3')],
      }),
    );

    expect(elapsed).toBeLessThan(1000);
    expect(known.name).toBe('NotFastForwardError');
    expect(unknown.name).toBe('NotFastForwardError');
    expect(notEmpty.name).toBe('NotFastForwardError');
    await expect(
      server.git({ name: 'moved', arguments: ['rev-parse', 'main'] }),
    ).resolves.toBe(head);
  });

  it('notices a push that lands between its own two requests', async () => {
    const cloneUrl = await server.create({ name: 'between' });
    await server.commit({ name: 'between', files: { a: '1' } });
    const racers = Array.from({ length: 6 }, () => open(cloneUrl));
    const { commit: base } = await racers[0].read({ branch: 'main' });
    await Promise.all(racers.map(racer => racer.read({ branch: 'main' })));
    requestDelay = 50;
    const results = await Promise.allSettled(
      racers.map((racer, index) =>
        racer.commit({
          branch: 'main',
          base,
          changes: [write('a', `by ${index}`)],
          message: 'Race',
          author,
        }),
      ),
    ).finally(() => {
      requestDelay = 0;
    });

    const lost = results.flatMap(result =>
      result.status === 'rejected' ? [result.reason] : [],
    );
    expect(lost.map(error => error.name)).toEqual(
      Array(5).fill('NotFastForwardError'),
    );
    await expect(
      server.git({
        name: 'between',
        arguments: ['rev-list', '--count', 'main'],
      }),
    ).resolves.toBe('2');
  });

  it('says which commits a server refuses, with its reason', async () => {
    const cloneUrl = await server.create({ name: 'protected' });
    const base = await server.commit({ name: 'protected', files: { a: '1' } });
    await fs.promises.writeFile(
      path.join(server.directory, 'protected.git/hooks/pre-receive'),
      '#!/bin/sh\necho "main is protected" >&2\nexit 1\n',
      { mode: 0o755 },
    );
    const error = await thrown(
      open(cloneUrl).commit({
        branch: 'main',
        base,
        changes: [write('a', '2')],
        message: 'x',
        author,
      }),
    );

    expect(error.name).toBe('NotAllowedError');
    expect(error.message).toMatch(
      /refuses the commit to main of .*hook declined/,
    );
  });

  it.each([
    [
      'wrong password',
      { username: 'chartroom', password: 'wr0ng-pass' },
      'AuthenticationError',
      /refuses the credentials for .*: correct the entry/,
    ],
    [
      'no credentials',
      undefined,
      'AuthenticationError',
      /asks for credentials for .*: add user name and token/,
    ],
  ])(
    'says what is wrong with %s, and never says the password',
    async (_, given, name, message) => {
      const cloneUrl = await server.create({ name: 'private' });
      const repository = createGitRepository({
        cloneUrl,
        credentials: async () => given,
        cacheDirectory: path.join(server.directory, 'cache'),
      });
      for (const work of [
        () => repository.head({ branch: 'main' }),
        () =>
          repository.commit({
            branch: 'main',
            base: undefined,
            changes: [write('a', 'a')],
            message: 'x',
            author,
          }),
      ]) {
        const error = await thrown(work());
        expect(error.name).toBe(name);
        expect(error.message).toMatch(message);
        expect(JSON.stringify([error, error.stack])).not.toMatch(
          /wr0ng|s3cr3t/,
        );
      }
    },
  );

  it('says that there is no repository', async () => {
    const error = await thrown(
      open(`${server.url}/nothing.git`).head({ branch: 'main' }),
    );
    expect(error).toMatchObject({
      name: 'NotFoundError',
      message: expect.stringContaining('There is no repository at http://127.'),
    });
  });

  it('says which host could not be reached, and that nothing was changed', async () => {
    const gone = await serveGit({});
    await gone.close();
    const error = await thrown(
      open(`${gone.url}/x.git`).commit({
        branch: 'main',
        base: undefined,
        changes: [write('a', 'a')],
        message: 'x',
        author,
      }),
    );
    expect(error).toMatchObject({
      name: 'ServiceUnavailableError',
      message: `${
        new URL(gone.url).host
      } could not be reached (ECONNREFUSED): nothing was changed; try again when it answers`,
    });
  });

  it('stops at its time limit and when it is aborted', async () => {
    const silent = await serveGit({ before: () => true });
    const options = {
      cloneUrl: `${silent.url}/x.git`,
      credentials: async () => undefined,
      cacheDirectory: path.join(server.directory, 'cache'),
    };
    const slow = await thrown(
      createGitRepository({ ...options, timeoutMilliseconds: 100 }).head({
        branch: 'main',
      }),
    );
    const aborted = await thrown(
      createGitRepository(options).read({
        branch: 'main',
        signal: AbortSignal.timeout(100),
      }),
    );
    await silent.close();

    expect(slow.message).toMatch(
      /did not answer within 0.1 s: nothing was changed/,
    );
    expect(aborted.name).toBe('TimeoutError');
  });

  it('knows its commit when the answer to the push is lost', async () => {
    const lossy = await serveGit({
      before: (request, response) => {
        if (request.url?.endsWith('/git-receive-pack')) {
          const end = response.end.bind(response);
          response.end = ((chunk: Buffer) => {
            response.socket?.destroy();
            return end(chunk);
          }) as typeof response.end;
        }
        return false;
      },
    });
    const cloneUrl = await lossy.create({ name: 'lossy' });
    const repository = open(cloneUrl);
    const { commit } = await repository.commit({
      branch: 'main',
      base: undefined,
      changes: [write('a', 'a')],
      message: 'x',
      author,
    });
    const head = await lossy.git({
      name: 'lossy',
      arguments: ['rev-parse', 'main'],
    });
    await lossy.close();

    expect(head).toBe(commit);
  });

  it.each([
    ['http://chartroom:s3cr3t@git.example.com/a/b.git', 'holds credentials'],
    ['ssh://git@git.example.com/a/b.git', 'must be an http or https address'],
    ['file:///etc', 'must be an http or https address'],
    ['a/b', 'must be an http or https address'],
  ])('refuses the address %s', (cloneUrl, message) => {
    const make = () =>
      createGitRepository({
        cloneUrl,
        credentials: async () => undefined,
        cacheDirectory: server.directory,
      });
    expect(make).toThrow(message);
    expect(make).not.toThrow('s3cr3t');
  });

  it('does not follow a redirect', async () => {
    const moved = await serveGit({
      before: (_, response) => {
        response.writeHead(301, { location: `${server.url}/first.git` }).end();
        return true;
      },
    });
    const error = await thrown(
      open(`${moved.url}/x.git`).head({ branch: 'main' }),
    );
    await moved.close();
    expect(error.message).toMatch(/redirects git to another address/);
  });

  it('removes folders that nobody used for a day, and makes its own again when it is gone', async () => {
    const cloneUrl = await server.create({ name: 'swept' });
    await server.commit({ name: 'swept', files: { a: '1' } });
    const cacheDirectory = path.join(server.directory, 'swept-cache');
    const left = path.join(cacheDirectory, 'left-behind');
    await fs.promises.mkdir(left, { recursive: true });
    await fs.promises.utimes(left, 1, 1);
    const repository = createGitRepository({
      cloneUrl,
      credentials: async () => credentials,
      cacheDirectory,
    });
    await repository.read({ branch: 'main' });
    expect(fs.existsSync(left)).toBe(false);

    await fs.promises.rm(cacheDirectory, { recursive: true });
    const commit = await server.commit({ name: 'swept', files: { a: '2' } });
    await expect(repository.read({ branch: 'main' })).resolves.toMatchObject({
      commit,
    });
  });
});
