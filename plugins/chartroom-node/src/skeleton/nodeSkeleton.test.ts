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

import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { promises as fs } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import type { SkeletonContext } from '@chartroom/backstage-plugin-chartroom-common';
import { parse } from 'yaml';
import { readSkeleton } from './readSkeleton';
import { renderSkeleton } from './renderSkeleton';

const SKELETON = path.resolve(
  __dirname,
  '../../../../templates/create-service/skeleton/node',
);

const HOSTILE = `"'\`$(id) \${x} {{ name }} {% if x %} </script> | a |\nRUN id\n# x: y`;

const SERVICE: SkeletonContext = {
  name: 'cart',
  description: 'Keeps what people mean to buy',
  owner: 'group:default/shop',
  system: 'robot-shop',
  language: 'node',
  port: 8080,
  exposed: false,
  image: 'registry.example.com/shop/cart',
  repositoryUrl: 'https://git.example.com/shop/cart',
  cloneUrl: 'https://git.example.com/shop/cart.git',
  defaultBranch: 'main',
  platformUrl: 'https://git.example.com/shop/robot-shop',
  chartRepository: 'https://charts.example.com/shop',
  chartVersion: '0.1.0',
  dependencies: [
    {
      name: 'redis',
      type: 'redis',
      environment: [
        { name: 'REDIS_HOST', example: 'localhost', secret: false },
        { name: 'REDIS_PASSWORD', example: 'password', secret: true },
      ],
      secrets: [
        { name: 'redis-cart', key: 'password' },
        { name: 'redis-cart', key: 'ca.crt' },
      ],
    },
    {
      name: 'catalogue',
      type: 'service',
      environment: [
        { name: 'CATALOGUE_HOST', example: 'localhost', secret: false },
      ],
      secrets: [],
    },
  ],
};

const CONTEXTS: Record<string, SkeletonContext> = {
  'a service with dependencies': SERVICE,
  'a service without dependencies': { ...SERVICE, dependencies: [] },
  'a worker': { ...SERVICE, port: 0 },
  'a worker without dependencies': { ...SERVICE, port: 0, dependencies: [] },
  'a service with hostile texts': {
    ...SERVICE,
    description: HOSTILE,
    owner: HOSTILE,
    defaultBranch: HOSTILE,
    dependencies: [
      {
        name: 'redis',
        type: 'redis',
        environment: [{ name: 'REDIS_URL', example: HOSTILE, secret: false }],
        secrets: [{ name: HOSTILE, key: HOSTILE }],
      },
    ],
  },
};

async function render(context: SkeletonContext): Promise<Map<string, string>> {
  const { files } = await readSkeleton({ directory: SKELETON });
  const rendered = renderSkeleton({ files, context });
  return new Map([...rendered].map(([name, text]) => [name, String(text)]));
}

/** How a document names a Secret; the longest run of backticks in these texts is one. */
function writtenSecret(secret: { name: string; key: string }): string {
  const code = (text: string) => {
    const fence = text.includes('`') ? ['`` ', ' ``'] : ['`', '`'];
    const line = text.replace(/\n/g, ' ').replace(/\|/g, '\\|');
    return fence.join(line);
  };
  return `${code(secret.name)} with the key ${code(secret.key)}`;
}

function environmentOf({ dependencies }: SkeletonContext) {
  return Object.fromEntries(
    dependencies.flatMap(({ environment }) =>
      environment.map(({ name, example }) => [name, example]),
    ),
  );
}

/** A process of the rendered program, with the lines that it logs. */
function start(directory: string, args: string[], environment: object = {}) {
  const child = spawn(process.execPath, args, {
    cwd: directory,
    env: { PATH: process.env.PATH, ...environment },
  });
  let output = '';
  const changes = new EventEmitter();
  const heard = (data: Buffer) => {
    output += data;
    changes.emit('change');
  };
  child.stdout.on('data', heard);
  child.stderr.on('data', heard);
  const ended = new Promise<number | null>(resolve => {
    child.on('close', code => {
      resolve(code);
      changes.emit('change');
    });
  });
  /** The lines that are complete. */
  const lines = () =>
    output
      .split('\n')
      .slice(0, -1)
      .map(line => JSON.parse(line));
  return {
    ended,
    stop: (signal: NodeJS.Signals) => child.kill(signal),
    output: () => output,
    lines,
    /** The first line with a message; throws when the process ends without it. */
    async line(message: string) {
      const find = () => lines().find(line => line.message === message);
      while (!find() && child.exitCode === null) {
        await once(changes, 'change');
      }
      const found = find();
      if (!found) {
        throw new Error(`It ended without "${message}": ${output}`);
      }
      return found;
    },
  };
}

describe.each(Object.entries(CONTEXTS))(
  'the node skeleton for %s',
  (_, context) => {
    const directory = createMockDirectory();
    let files: Map<string, string>;

    beforeAll(async () => {
      files = await render(context);
      directory.setContent(Object.fromEntries(files));
    });

    it('has the files that it needs, and leaves the chart and the catalog to the plan', () => {
      const own = context.port
        ? ['src/server.js', 'test/server.test.js']
        : ['src/worker.js', 'test/worker.test.js'];
      expect([...files.keys()].sort()).toEqual(
        [
          '.dockerignore',
          '.editorconfig',
          '.github/workflows/ci.yaml',
          '.gitignore',
          'Dockerfile',
          'README.md',
          'docs/index.md',
          'mkdocs.yml',
          'package.json',
          'src/configuration.js',
          'src/logger.js',
          'src/main.js',
          'test/configuration.test.js',
          ...own,
        ].sort(),
      );
    });

    it('is written as a person would: line ends, no white space at the end of lines, no gaps', () => {
      for (const [name, text] of files) {
        expect([name, text.match(/[ \t]+$|\r|\n{3}/m)]).toEqual([name, null]);
        expect([name, /^\S[^]*[^\n]\n$/.test(text)]).toEqual([name, true]);
      }
    });

    it('passes its own tests', async () => {
      const run = start(directory.path, ['--test']);
      const code = await run.ended;
      expect({ code, output: code === 0 ? '' : run.output() }).toEqual({
        code: 0,
        output: '',
      });
      expect(run.output()).toMatch(/fail 0/);
      expect(run.output()).not.toMatch(/pass 0/);
    });

    it('has a package without dependencies, and documents that say what it is', () => {
      const manifest = JSON.parse(files.get('package.json')!);
      expect(manifest).toMatchObject({
        name: context.name,
        description: context.description,
        type: 'module',
        scripts: { start: 'node src/main.js', test: 'node --test' },
      });
      expect(Object.keys(manifest)).not.toContain('dependencies');
      expect(parse(files.get('mkdocs.yml')!)).toMatchObject({
        site_name: context.name,
        site_description: context.description,
        nav: [{ Home: 'index.md' }],
      });
      for (const name of Object.keys(environmentOf(context))) {
        expect(files.get('README.md')).toContain(
          `| \`${name}\` | how to reach `,
        );
      }
    });

    it('says which Secrets must exist, and names the chart repository before it is used', () => {
      const readme = files.get('README.md')!;
      for (const text of [readme, files.get('docs/index.md')!]) {
        expect(text.split('\n## What it needs\n')).toHaveLength(2);
        const [, table = ''] = text.split(
          '\n| dependency | Secret |\n|---|---|\n',
        );
        const rows = table.split('\n\n')[0].split('\n').filter(Boolean);
        // A pipe in a cell is escaped, so what is hostile has two cells as well.
        expect(
          rows.map(row => row.split(/(?<!\\)\|/).map(cell => cell.trim())),
        ).toEqual(
          context.dependencies.flatMap(({ name, secrets }) =>
            (secrets.length > 0 ? secrets.map(writtenSecret) : ['none']).map(
              cell => ['', name, cell, ''],
            ),
          ),
        );
      }
      const commands = readme.slice(readme.indexOf('## Release it'));
      const named = commands.indexOf(
        `helm repo add robot-shop ${context.chartRepository}\n`,
      );
      expect(named).toBeGreaterThan(0);
      expect(commands.indexOf('helm dependency build chart')).toBeGreaterThan(
        named,
      );
      expect(commands).toContain(
        `${context.name}-VERSION.tgz ${context.chartRepository}/api/charts\n`,
      );
    });

    it('has a workflow that tests, lints the chart and builds the image', () => {
      const workflow = parse(files.get('.github/workflows/ci.yaml')!);
      expect(workflow.on.push.branches).toEqual([context.defaultBranch]);
      const commands = Object.values<any>(workflow.jobs).flatMap(job =>
        job.steps.flatMap((step: any) => step.run ?? []),
      );
      expect(commands).toEqual(
        expect.arrayContaining([
          'npm test',
          'helm lint --strict chart --values chart/values-local.yaml',
          'docker build .',
        ]),
      );
    });

    it('has an image that needs no root and copies only what exists', async () => {
      const instructions = files
        .get('Dockerfile')!
        .replace(/\\\n\s*/g, '')
        .split('\n')
        .filter(line => line !== '');
      expect(
        instructions.slice(-3).filter(it => !it.startsWith('EXPOSE')),
      ).toEqual(
        expect.arrayContaining([
          'USER 1000:1000',
          'CMD ["node", "src/main.js"]',
        ]),
      );
      for (const instruction of instructions) {
        expect(instruction).toMatch(
          /^(?:FROM|LABEL|ENV|WORKDIR|COPY|RUN npm test$|USER|EXPOSE \d+$|CMD)/,
        );
        const [, source] = /^COPY (\S+) \S+$/.exec(instruction) ?? [];
        expect(source === undefined || (await exists(source))).toBe(true);
      }
      expect(instructions.includes(`EXPOSE ${context.port}`)).toBe(
        context.port > 0,
      );
    });

    async function exists(name: string) {
      return fs.stat(directory.resolve(name)).then(
        () => true,
        () => false,
      );
    }
  },
);

describe('the service of the node skeleton', () => {
  const directory = createMockDirectory();
  const environment = { ...environmentOf(SERVICE), PORT: '0' };

  beforeAll(async () => {
    directory.setContent(Object.fromEntries(await render(SERVICE)));
  });

  it('answers, is not ready while it stops, finishes what was begun, and ends well', async () => {
    const service = start(directory.path, ['src/main.js'], environment);
    const { port } = await service.line('listening');
    const get = (where: string) => fetch(`http://127.0.0.1:${port}${where}`);
    expect((await get('/health')).status).toBe(200);
    expect((await get('/ready')).status).toBe(200);
    expect((await get('/')).status).toBe(200);

    service.stop('SIGTERM');
    await service.line('stopping');
    const ready = await get('/ready');
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ status: 'stopping' });
    expect((await get('/')).status).toBe(200);
    expect(await service.ended).toBe(0);
    expect(service.lines().map(({ message }) => message)).toEqual([
      'listening',
      'stopping',
      'stopped',
    ]);
    await expect(get('/health')).rejects.toThrow();
  }, 20_000);

  it('ends at once when a person interrupts it, also with a connection open', async () => {
    const service = start(directory.path, ['src/main.js'], environment);
    const { port } = await service.line('listening');
    const socket = connect(port, '127.0.0.1');
    await new Promise(resolve => {
      socket.once('connect', resolve);
    });
    socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
    await new Promise(resolve => {
      socket.once('data', resolve);
    });
    const begun = Date.now();
    service.stop('SIGINT');
    expect(await service.ended).toBe(0);
    expect(Date.now() - begun).toBeLessThan(2_500);
    socket.destroy();
  });

  it('says in one line what its configuration lacks, and ends', async () => {
    const service = start(directory.path, ['src/main.js'], {
      REDIS_HOST: 'localhost',
      REDIS_PASSWORD: '',
      PORT: '80a',
      LOG_LEVEL: 'loud',
    });
    expect(await service.ended).toBe(1);
    expect(service.lines()).toEqual([
      {
        time: expect.any(String),
        level: 'error',
        message:
          'configuration: REDIS_PASSWORD is not set; CATALOGUE_HOST is not set; LOG_LEVEL is "loud": use debug, info, warn, error; PORT is "80a": use a number up to 65535',
      },
    ]);
  });

  it('logs requests where it is asked to', async () => {
    const service = start(directory.path, ['src/main.js'], {
      ...environment,
      LOG_LEVEL: 'debug',
    });
    const { port } = await service.line('listening');
    await fetch(`http://127.0.0.1:${port}/a?secret=x`);
    expect(await service.line('request')).toMatchObject({
      level: 'debug',
      method: 'GET',
      path: '/a',
      status: 404,
    });
    service.stop('SIGINT');
    expect(await service.ended).toBe(0);
  });
});

describe('the worker of the node skeleton', () => {
  const directory = createMockDirectory();
  const worker: SkeletonContext = { ...SERVICE, port: 0 };

  beforeAll(async () => {
    directory.setContent(Object.fromEntries(await render(worker)));
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'works until %s, and ends well',
    async signal => {
      const run = start(directory.path, ['src/main.js'], environmentOf(worker));
      await run.line('working');
      run.stop(signal);
      expect(await run.ended).toBe(0);
      expect(run.lines().map(({ message }) => message)).toEqual([
        'working',
        'stopping',
        'stopped',
      ]);
    },
  );
});
