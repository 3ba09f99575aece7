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
