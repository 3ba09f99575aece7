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
import { after, before, test } from 'node:test';
import { barrier, startChartGate } from '../support/chartGate.mjs';
import { startPortal } from '../support/portal.mjs';
import { run } from '../support/run.mjs';
import { waitFor } from '../support/waitFor.mjs';

let gate;
let portal;

before(async () => {
  gate = await startChartGate();
  portal = await startPortal({
    chartRepository: ({ forge }) => {
      gate.target = forge;
      return gate.url;
    },
    overrides: {
      scaffolder: {
        taskTimeout: { minutes: 0, seconds: 20 },
        taskTimeoutJanitorFrequency: { minutes: 0, seconds: 5 },
      },
    },
  });
});
after(async () => {
  await portal?.remove();
  await gate?.close();
});

const repository = name =>
  fetch(`${portal.forge}/api/v1/repos/shop/${name}`).then(
    ({ status }) => status,
  );

const commits = async (repo = 'robot-shop') =>
  (
    await run('git', [
      'ls-remote',
      `${portal.forge}/shop/${repo}.git`,
      'refs/heads/main',
    ])
  ).slice(0, 40);

test('two creates that both planned on one base both land', async () => {
  const release = barrier();
  let waiting = 0;
  gate.upload = async () => {
    waiting += 1;
    if (waiting === 2) {
      release.open();
    }
    await release.opened;
  };
  const base = await commits();
  const tasks = await Promise.all(
    ['left-hand', 'right-hand'].map(name =>
      portal.submit({ name, port: 8000, dependencies: [{ name: 'redis' }] }),
    ),
  );
  const results = await Promise.all(tasks.map(task => portal.finished(task)));
  gate.upload = async () => undefined;
  for (const result of results) {
    assert.equal(result.status, 'completed', result.log);
    assert.match(
      result.log,
      new RegExp(base.slice(0, 7)),
      'planned on the base',
    );
  }
  const { services } = await portal.get('/api/chartroom/platforms/robot-shop');
  assert.ok(services.some(({ name }) => name === 'left-hand'));
  assert.ok(services.some(({ name }) => name === 'right-hand'));
});

test('a run whose chart cannot be published leaves nothing behind', async () => {
  gate.upload = async () => 503;
  const base = await commits();
  const result = await portal.finished(
    await portal.submit({ name: 'unlucky', port: 8000 }),
  );
  gate.upload = async () => undefined;
  assert.equal(result.status, 'failed', result.log);
  assert.match(result.log, /503|chart repository/i);
  assert.equal(await repository('unlucky'), 404, result.log);
  assert.equal(await commits(), base);

  const again = await portal.finished(
    await portal.submit({ name: 'unlucky', port: 8000 }),
  );
  assert.equal(again.status, 'completed', again.log);
});

test('a chart repository that is down stops a run before its first effect', async () => {
  const target = gate.target;
  gate.target = 'http://localhost:1';
  const result = await portal.finished(
    await portal.submit({ name: 'downhill', port: 8000 }),
  );
  gate.target = target;
  assert.equal(result.status, 'failed', result.log);
  assert.equal(await repository('downhill'), 404);
});

test('a backend killed after it made the repository finishes the same operation later, each thing made once', async () => {
  const arrived = barrier();
  const never = barrier();
  gate.upload = async () => {
    arrived.open();
    await never.opened;
  };
  const values = {
    name: 'survivor',
    port: 8000,
    dependencies: [{ name: 'catalogue' }],
    operationId: 'operation-of-the-survivor',
  };
  await portal.submit(values);
  await arrived.opened;
  assert.equal(await repository('survivor'), 200);
  const first = await commits('survivor');
  assert.match(first, /^[0-9a-f]{40}$/);
  await portal.stop('SIGKILL');
  gate.upload = async () => undefined;
  never.open();
  await portal.start();

  const other = await portal.finished(
    await portal.submit({ ...values, operationId: 'another-operation' }),
  );
  assert.equal(other.status, 'failed');
  assert.match(
    other.log,
    /operation-of-the-survivor/,
    'names the operation that holds the name',
  );

  const result = await portal.finished(await portal.submit(values));
  assert.equal(result.status, 'completed', result.log);
  assert.equal(
    await commits('survivor'),
    first,
    'the repository was made once',
  );

  const { effects } = await portal.get(
    '/api/chartroom/operations/operation-of-the-survivor/effects',
  );
  assert.deepEqual(
    effects.map(({ state }) => state),
    effects.map(() => 'done'),
  );
  const head = await commits();
  const twice = await portal.finished(await portal.submit(values));
  assert.equal(twice.status, 'completed', twice.log);
  assert.equal(await commits(), head, 'a third run changes nothing');
  const entity = await waitFor('the entity', () =>
    portal.get('/api/catalog/entities/by-name/component/default/survivor'),
  );
  assert.equal(entity.spec.owner, 'group:default/shop');
});

test("the id of somebody else's operation with other values destroys nothing", async () => {
  const release = barrier();
  const arrived = barrier();
  gate.upload = async () => {
    arrived.open();
    await release.opened;
  };
  const operationId = 'operation-of-somebody-else';
  const live = await portal.submit({ name: 'alive', port: 8000, operationId });
  await arrived.opened;
  const result = await portal.finished(
    await portal.submit({ name: 'intruder', port: 8000, operationId }),
  );
  assert.equal(result.status, 'failed', result.log);
  assert.match(result.log, /was begun with another request, for "alive"/);
  assert.equal(await repository('alive'), 200, result.log);
  gate.upload = async () => undefined;
  release.open();
  const finished = await portal.finished(live);
  assert.equal(finished.status, 'completed', finished.log);
  assert.equal(await repository('intruder'), 404);
});

test('a cancelled run says what it made, and the same operation id finishes it', async () => {
  const release = barrier();
  const arrived = barrier();
  gate.upload = async () => {
    arrived.open();
    await release.opened;
  };
  const values = {
    name: 'called-off',
    port: 8000,
    operationId: 'operation-called-off',
  };
  const task = await portal.submit(values);
  await arrived.opened;
  await portal.post(`/api/scaffolder/v2/tasks/${task}/cancel`);
  const line = await waitFor('the line that names the way out', async () => {
    const events = await portal.get(`/api/scaffolder/v2/tasks/${task}/events`);
    return events
      .map(event => event.body.message)
      .find(message => /operation-called-off stops here/.test(message));
  });
  gate.upload = async () => undefined;
  release.open();
  assert.match(
    line,
    /shop\/called-off, the chart called-off 0\.1\.0 in .* \(perhaps\)/,
  );
  assert.match(line, /same form with this operation id/);
  assert.equal(await repository('called-off'), 200);

  const result = await portal.finished(await portal.submit(values));
  assert.equal(result.status, 'completed', result.log);
});

test('a killed run is undone by the template for it, or retried once the scaffolder has closed it', async () => {
  const release = barrier();
  const names = ['undone-later', 'retried-later'];
  const arrived = barrier();
  let waiting = 0;
  gate.upload = async () => {
    waiting += 1;
    if (waiting === names.length) {
      arrived.open();
    }
    await release.opened;
  };
  const [undone, retried] = await Promise.all(
    names.map(name => portal.submit({ name, port: 8000 })),
  );
  await arrived.opened;
  await portal.stop('SIGKILL');
  gate.upload = async () => undefined;
  release.open();
  await portal.start();

  const events = await portal.get(`/api/scaffolder/v2/tasks/${undone}/events`);
  const [, operationId] = /This is operation (\S+)/.exec(
    events.map(event => event.body.message).join('\n'),
  );
  const { id } = await portal.post('/api/scaffolder/v2/tasks', {
    templateRef: 'template:default/undo-operation',
    values: { operationId },
  });
  const result = await portal.finished(id);
  assert.equal(result.status, 'completed', result.log);
  const [gone, left] = result.output.text;
  assert.match(gone.content, /shop\/undone-later was deleted/);
  assert.deepEqual(left, { title: 'Left', content: 'Nothing' });
  assert.equal(await repository('undone-later'), 404);

  const killed = await portal.finished(retried);
  assert.equal(killed.status, 'failed', killed.log);
  await portal.post(`/api/scaffolder/v2/tasks/${retried}/retry`, {});
  const again = await portal.finished(retried);
  assert.equal(again.status, 'completed', again.log);
});
