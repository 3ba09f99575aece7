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
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { drawService, seededDraw } from '../support/draw.mjs';
import {
  expectedConnections,
  inspectService,
} from '../support/inspectService.mjs';
import { root, startPortal } from '../support/portal.mjs';
import { run } from '../support/run.mjs';

const draw = seededDraw();
const service = drawService(draw);
let portal;

before(async () => {
  portal = await startPortal();
});
after(() => portal?.remove());

test(`"Create service" through the REST API makes ${service.name} within 15 seconds`, async t => {
  const begun = Date.now();
  const task = await portal.submit({
    name: service.name,
    port: service.port,
    dependencies: service.dependencies.map(({ name }) => ({ name })),
  });
  const result = await portal.finished(task);
  assert.equal(result.status, 'completed', result.log);
  const entity = await portal.get(
    `/api/catalog/entities/by-name/component/default/${service.name}`,
  );
  const seconds = (Date.now() - begun) / 1000;
  t.diagnostic(`from submit to entity: ${seconds.toFixed(1)} s`);
  assert.ok(seconds <= 15, `took ${seconds} s\n${result.log}`);

  assert.equal(result.output.entityRef, `component:default/${service.name}`);
  assert.match(
    result.output.platformChangeUrl,
    /^http:\/\/localhost:\d+\/shop\/robot-shop\/commit\/[0-9a-f]{40}$/,
  );
  assert.equal(entity.spec.system, 'robot-shop');
  assert.deepEqual(
    entity.relations
      .filter(({ type }) => type === 'dependsOn')
      .map(({ targetRef }) => targetRef)
      .sort(),
    service.dependencies
      .map(({ name }, index) =>
        index === 0
          ? `component:default/${name}`
          : `resource:default/robot-shop-${name}`,
      )
      .sort(),
  );
  const { items } = await portal.get(
    `/api/chartroom/deployments?entityRef=component:default/${service.name}`,
  );
  assert.deepEqual(
    items.map(({ environment, drift, wanted }) => [
      environment,
      drift,
      wanted.version,
    ]),
    [
      ['dev', 'not-released', '0.1.0'],
      ['staging', 'not-released', '0.1.0'],
      ['prod', 'not-released', '0.1.0'],
    ],
  );

  const { results } = await inspectService({
    portal,
    service,
    repositoryUrl: result.output.repositoryUrl,
  });
  for (const { helm, added } of results) {
    assert.deepEqual(added, expectedConnections(service), helm);
  }
});

test('the platform repository agrees with itself after that', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'chartroom-platform-'));
  try {
    const platform = join(directory, 'platform');
    await run('git', [
      ...['clone', '--quiet', `${portal.forge}/shop/robot-shop.git`, platform],
    ]);
    const chartroom = join(root, 'node_modules/.bin/chartroom');
    assert.equal(await run(chartroom, ['check', platform]), 'Clean.\n');
  } finally {
    await rm(directory, { recursive: true });
  }
});

test('the same name again fails before anything is touched, and says what exists', async () => {
  const head = await portal.get('/api/chartroom/platforms/robot-shop');
  const result = await portal.finished(
    await portal.submit({ name: service.name, port: 8080 }),
  );
  assert.equal(result.status, 'failed');
  assert.match(
    result.log,
    new RegExp(`${service.name}.*(matrix|service-matrix\\.yaml)`),
  );
  const names = await portal.get(
    `/api/chartroom/platforms/robot-shop/names/${service.name}`,
  );
  assert.equal(names.available, false);
  assert.deepEqual(
    (await portal.get('/api/chartroom/platforms/robot-shop')).services,
    head.services,
  );
});

for (const [what, values, words] of [
  ['a name that breaks the rule', { name: 'Bad_Name' }, /Bad_Name/],
  ['a name that Helm keeps for itself', { name: 'global' }, /global/],
  ['a port below 1024', { name: 'low-port', port: 22 }, /1024/],
  [
    'an unknown dependency',
    { name: 'lonely', dependencies: [{ name: 'nowhere' }] },
    /nowhere/,
  ],
  [
    'an owner that does not exist',
    { name: 'unowned', owner: 'group:default/nobody' },
    /nobody/,
  ],
]) {
  test(`an API call with ${what} is refused with a sentence, and leaves nothing`, async () => {
    let text;
    try {
      const result = await portal.finished(
        await portal.submit({ port: 8080, ...values }),
      );
      assert.equal(result.status, 'failed');
      text = result.log;
    } catch (error) {
      assert.equal(error.status, 400, error.message);
      text = error.body;
    }
    assert.match(text, words);
    assert.doesNotMatch(text, /\n\s+at .*\.ts:\d+/, 'no stack trace');
    const answer = await fetch(
      `${portal.forge}/api/v1/repos/shop/${values.name}`,
    );
    assert.equal(answer.status, 404);
  });
}
