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
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { it } from 'node:test';
import { run } from '../support/run.mjs';
import { eachHelm } from './support/eachHelm.mjs';
import { assertRestricted } from './support/podSecurity.mjs';
import { refusal } from './support/refusal.mjs';
import { renderService } from './support/renderService.mjs';

const enabled = { test: { enabled: true } };
const ports = { http: { port: 80, targetPort: 8080 } };

/** As much of BusyBox's `wget` and `nc` as the test uses, over real connections. */
const commands = {
  wget: `const [, , quiet, wait, seconds, out, file, url] = process.argv;
if ([quiet, wait, out].join() !== '-q,-T,-O') process.exit(2);
require('node:http').get(url, answer => process.exit(answer.statusCode < 400 ? 0 : 1))
  .on('error', () => process.exit(1));
`,
  nc: `const [, , zero, wait, seconds, host, port] = process.argv;
if ([zero, wait].join() !== '-z,-w') process.exit(2);
require('node:net').connect({ host, port })
  .on('connect', () => process.exit(0)).on('error', () => process.exit(1));
`,
};

/** Runs the test's container with these settings over its own. */
async function runTest({ container, settings }) {
  const bin = await mkdtemp(join(tmpdir(), 'chartroom-test-'));
  for (const [name, text] of Object.entries(commands)) {
    await writeFile(join(bin, name), `#!/usr/bin/env node\n${text}`, {
      mode: 0o755,
    });
  }
  const env = Object.fromEntries(
    container.env.map(({ name, value }) => [name, value]),
  );
  const [program, ...options] = container.command;
  try {
    return await run(program, [...options, ...container.args], {
      env: {
        ...env,
        ...settings,
        PATH: `${bin}${delimiter}${process.env.PATH}`,
      },
    });
  } finally {
    await rm(bin, { recursive: true });
  }
}

eachHelm('helm test', helm => {
  const render = values =>
    renderService({
      helm,
      values: { image: { repository: 'shop/catalogue' }, ...values },
    });
  const pod = async values =>
    (await render({ ports, ...enabled, ...values })).find('Pod');
  const asked = async values => {
    const { env } = (await pod(values)).spec.containers[0];
    return Object.fromEntries(env.map(({ name, value }) => [name, value]));
  };

  it('is a restricted pod that stays until the next test', async () => {
    const { metadata, spec } = await pod({ podSecurity: 'baseline' });
    assert.equal(metadata.name, 'catalogue-test');
    assert.deepEqual(metadata.annotations, {
      'helm.sh/hook': 'test',
      'helm.sh/hook-delete-policy': 'before-hook-creation',
    });
    assertRestricted(spec);
    assert.equal(spec.restartPolicy, 'Never');
    assert.equal(spec.serviceAccountName, undefined);
    assert.equal(spec.automountServiceAccountToken, false);
    assert.equal(spec.containers[0].image, 'busybox:1.37.0');
  });

  it('is not there unless it is switched on', async () => {
    assert.equal((await render({ ports })).find('Pod'), undefined);
  });

  it('asks the readiness path through the Service', async () => {
    assert.deepEqual(
      await asked({ probes: { readiness: { path: '/ready' } } }),
      { HOST: 'catalogue', PORT: '80', ASKED: '/ready', TIMEOUT: '60' },
    );
    assert.deepEqual(await asked({ test: { enabled: true, path: 'own' } }), {
      HOST: 'catalogue',
      PORT: '80',
      ASKED: '/own',
      TIMEOUT: '60',
    });
  });

  it('connects where there is no path, or one of a port that the Service has not', async () => {
    const connects = { HOST: 'catalogue', PORT: '80', TIMEOUT: '60' };
    assert.deepEqual(await asked({}), connects);
    assert.deepEqual(
      await asked({ probes: { readiness: { path: '/ready', port: 9090 } } }),
      connects,
    );
  });

  it('follows the port of the readiness probe', async () => {
    const several = {
      api: 9000,
      http: 80,
      admin: { port: 81, targetPort: 8081 },
    };
    const portOf = async port =>
      (await asked({ ports: several, probes: { readiness: { port } } })).PORT;
    assert.equal(await portOf('api'), '9000');
    assert.equal(await portOf(8081), '81');
    assert.equal((await asked({ ports: several })).PORT, '80');
  });

  it('runs a command of its own in an image of its own', async () => {
    const own = {
      enabled: true,
      command: ['curl', 'http://catalogue/deep'],
      image: { repository: 'curl/curl', tag: '8' },
    };
    const { containers } = (await pod({ test: own })).spec;
    assert.equal(containers[0].image, 'curl/curl:8');
    assert.deepEqual(containers[0].command, own.command);
    assert.equal(containers[0].args, undefined);
    const worker = await render({ test: own });
    assert.deepEqual(worker.find('Pod').spec.containers[0].env, [
      { name: 'HOST', value: 'catalogue' },
    ]);
  });

  it('may ask for names and call the service, which admits it', async () => {
    const rendered = await render({
      ports,
      ...enabled,
      wiring: {
        callers: {},
        dependencies: { redis: { ports: { redis: 6379 } } },
      },
    });
    const { spec } = rendered.find('NetworkPolicy', 'catalogue-test');
    const { spec: own } = rendered.find('NetworkPolicy', 'catalogue');
    const test = {
      matchLabels: { 'app.kubernetes.io/name': 'catalogue.test' },
    };
    const service = { matchLabels: { 'app.kubernetes.io/name': 'catalogue' } };
    const open = [{ port: 8080, protocol: 'TCP' }];
    assert.deepEqual(spec, {
      podSelector: test,
      policyTypes: ['Ingress', 'Egress'],
      ingress: [],
      egress: [own.egress[0], { to: [{ podSelector: service }], ports: open }],
    });
    assert.deepEqual(own.ingress, [
      { from: [{ podSelector: test }], ports: open },
    ]);
    const off = await render({
      ports,
      ...enabled,
      networkPolicy: { enabled: false },
    });
    assert.equal(off.find('NetworkPolicy'), undefined);
  });

  it('needs a port or a command', async () => {
    assert.equal(
      await refusal(render(enabled)),
      'catalogue: values: test.enabled needs a port of the service to ask; write ports, such as { http: 8080 }, or test.command',
    );
    assert.equal(
      await refusal(
        render({
          ports,
          test: { enabled: true, image: { repository: 'curl' } },
        }),
      ),
      'catalogue: values: test.image.tag is empty; write which version of curl, or test.image.digest',
    );
  });

  it('passes when the service answers, and says what did not', async () => {
    const server = createServer((request, response) => {
      response.statusCode = request.url === '/ready' ? 200 : 500;
      response.end();
    });
    await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address();
    const settings = { HOST: '127.0.0.1', PORT: String(port), TIMEOUT: '0' };
    const container = async values => (await pod(values)).spec.containers[0];
    const path = await container({ probes: { readiness: { path: '/ready' } } });
    const connection = await container({});
    const where = `127.0.0.1:${port}`;
    assert.equal(
      await runTest({ container: path, settings }),
      `http://${where}/ready answers\n`,
    );
    assert.equal(
      await runTest({ container: connection, settings }),
      `${where} answers\n`,
    );
    await assert.rejects(
      runTest({ container: path, settings: { ...settings, ASKED: '/broken' } }),
      new RegExp(`http://${where}/broken did not answer within 0 s`),
    );
    await new Promise(resolve => server.close(resolve));
    await assert.rejects(
      runTest({ container: connection, settings }),
      new RegExp(`${where} did not answer within 0 s`),
    );
  });
});
