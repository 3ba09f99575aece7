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

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, it } from 'node:test';
import { eachHelm } from './support/eachHelm.mjs';
import { refusal } from './support/refusal.mjs';
import { renderService } from './support/renderService.mjs';

/** As much of `nc -z -w SECONDS HOST PORT` as the wait uses, over a real connection. */
const netcat = `#!/usr/bin/env node
const [, , zero, wait, seconds, host, port] = process.argv;
if (zero !== '-z' || wait !== '-w') process.exit(2);
const socket = require('node:net').connect({ host, port });
socket.setTimeout(Number(seconds) * 1000, () => process.exit(1));
socket.on('connect', () => process.exit(0)).on('error', () => process.exit(1));
`;

/** Runs the wait as its container does; `onOutput` is called when it first says something. */
async function runWait({ command, args }, environment, onOutput) {
  const bin = await mkdtemp(join(tmpdir(), 'chartroom-netcat-'));
  await writeFile(join(bin, 'nc'), netcat, { mode: 0o755 });
  const [program, ...options] = command;
  const env = { ...environment, PATH: [bin, process.env.PATH].join(delimiter) };
  return new Promise(resolve => {
    const child = execFile(
      program,
      [...options, ...args],
      { env },
      (error, output) => resolve({ code: error?.code ?? 0, output }),
    );
    child.stdout.once('data', () => onOutput?.());
  }).finally(() => rm(bin, { recursive: true }));
}

/** A port of this machine on which nobody listens. */
async function closedPort() {
  const server = createServer();
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise(resolve => server.close(resolve));
  return port;
}

eachHelm('waits', helm => {
  const waits = async values =>
    (
      await renderService({
        helm,
        values: { image: { repository: 'shop/catalogue' }, ...values },
      })
    ).pod().spec.initContainers;
  const dependencies = {
    mysql: { host: 'db', ports: { mysql: 3306 }, wait: true },
    cart: { ports: { http: 8080 } },
  };

  it('waits for each dependency that the wiring says, under its name', async () => {
    const [wait, ...others] = await waits({ wiring: { dependencies } });
    assert.deepEqual(others, []);
    assert.equal(wait.name, 'wait-for-mysql');
    assert.equal(wait.image, 'busybox:1.37.0');
    assert.deepEqual(wait.env, [
      { name: 'HOST', value: 'db' },
      { name: 'PORT', value: '3306' },
      { name: 'TIMEOUT', value: '300' },
    ]);
    assert.ok(wait.resources.limits.memory);
  });

  it('lets a service wait for others, or not', async () => {
    const containers = await waits({
      waits: { mysql: false, cart: true },
      wiring: { dependencies },
    });
    assert.deepEqual(
      containers.map(({ name }) => name),
      ['wait-for-cart'],
    );
    assert.equal(
      await waits({ waits: { mysql: false }, wiring: { dependencies } }),
      undefined,
    );
  });

  it('takes image and limit from the system', async () => {
    const [wait] = await waits({
      wiring: { dependencies },
      global: {
        chartroom: {
          defaults: {
            image: { registry: 'mirror.example.com' },
            wait: {
              timeoutSeconds: 60,
              image: { repository: 'library/busybox', tag: '1.36.1' },
            },
          },
        },
      },
    });
    assert.equal(wait.image, 'mirror.example.com/library/busybox:1.36.1');
    assert.equal(wait.env[2].value, '60');
  });

  it('refuses to wait for something that the wiring does not hold', async () => {
    assert.equal(
      await refusal(
        waits({ waits: { redis: true }, wiring: { dependencies } }),
      ),
      'catalogue: values: waits.redis has no wiring: wiring.dependencies holds cart, mysql; the umbrella or values-local.yaml gives it',
    );
  });

  describe('for a dependency with ports for UDP', () => {
    const udp = port => ({ port, protocol: 'UDP' });
    const wired = (ports, rest) => ({
      wiring: { dependencies: { statsd: { ports, wait: true, ...rest } } },
    });

    it('passes over one that has no other, where the wiring says to wait', async () => {
      assert.equal(await waits(wired({ statsd: udp(8125) })), undefined);
    });

    it('refuses it where a person says to wait', async () => {
      assert.equal(
        await refusal(
          waits({ waits: { statsd: true }, ...wired({ statsd: udp(8125) }) }),
        ),
        'catalogue: values: waits.statsd is true, but wiring.dependencies.statsd.ports has none for TCP, and a wait makes a connection; write waits.statsd: false',
      );
    });

    it('connects to the one for TCP, whichever {port} is', async () => {
      for (const port of [undefined, 'statsd', 'admin']) {
        const [wait] = await waits(
          wired({ admin: 8126, statsd: udp(8125) }, { port }),
        );
        assert.deepEqual(wait.env[1], { name: 'PORT', value: '8126' });
      }
    });
  });

  it('has names that Kubernetes takes, whatever the dependency is named', async () => {
    const ports = { db: 5432 };
    const external = { host: 'db.example.com', external: true, wait: true };
    const containers = await waits({
      wiring: {
        dependencies: {
          my_db: { ...external, ports },
          ['Long'.repeat(15)]: { ...external, ports },
        },
      },
    });
    assert.deepEqual(
      containers.map(({ name }) => name),
      [`wait-for-${'long'.repeat(14).slice(0, 54)}`, 'wait-for-my-db'],
    );
  });

  it('refuses two dependencies that would have one name, and what is none', async () => {
    const wired = (...names) =>
      waits({
        wiring: {
          dependencies: Object.fromEntries(
            names.map(name => [name, { host: 'db', ports: { db: 5432 } }]),
          ),
        },
      });
    assert.equal(
      await refusal(wired('my-db', 'my_db')),
      'catalogue: values: wiring.dependencies has my-db and my_db, whose variables and init containers would have one name; write another for one of them, and its host',
    );
    for (const name of ['my db', '-db', 'd/b', 'a'.repeat(64)]) {
      assert.equal(
        await refusal(wired(name)),
        `catalogue: values: wiring.dependencies has the name "${name}"; a name has at most 63 characters, letters, digits and '-', '_' or '.' between them`,
      );
    }
  });

  it('ends when the port answers', async () => {
    const [wait] = await waits({ wiring: { dependencies } });
    const port = await closedPort();
    const server = createServer(socket => socket.end());
    const { code, output } = await runWait(
      wait,
      { HOST: '127.0.0.1', PORT: String(port), TIMEOUT: '300' },
      () => server.listen(port, '127.0.0.1'),
    );
    await new Promise(resolve => server.close(resolve));
    assert.equal(code, 0);
    assert.match(output, /^(waiting for 127\.0\.0\.1:\d+\n)+$/);
  });

  it('gives up at the deadline and says what did not answer', async () => {
    const [wait] = await waits({ wiring: { dependencies } });
    const port = await closedPort();
    const environment = {
      HOST: '127.0.0.1',
      PORT: String(port),
      TIMEOUT: '0',
    };
    assert.deepEqual(await runWait(wait, environment), {
      code: 1,
      output: `127.0.0.1:${port} did not answer within 0 s: is it running, and do the network policies let catalogue reach it?\n`,
    });
  });
});
