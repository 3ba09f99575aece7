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
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { robotShop } from './support/repository.mjs';

const text = file => readFile(join(robotShop, file), 'utf8');
const { services } = parse(await text('service-matrix.yaml'));
const values = parse(await text('helm/robot-shop/values.yaml'));
const { dependencies } = parse(await text('helm/robot-shop/Chart.yaml'));

test('the umbrella lists the common chart first, then every service of the matrix', () => {
  const [common, ...others] = dependencies;
  assert.equal(common.name, 'platform-common');
  assert.deepEqual(
    others.map(({ name }) => name).sort(),
    services.map(({ name }) => name).sort(),
  );
  for (const { name, version, repository, condition } of others) {
    assert.deepEqual(
      { version, repository, condition },
      {
        version: '1.0.0',
        repository: `file://../../charts/${name}`,
        condition: `${name}.enabled`,
      },
    );
  }
});

test('the wiring of every service has the edges of the matrix, in its order', () => {
  assert.deepEqual(
    Object.keys(values),
    services.map(({ name }) => name),
  );
  for (const { name, dependencies: needs = [] } of services) {
    const { enabled, wiring } = values[name];
    assert.equal(enabled, true);
    assert.deepEqual(
      Object.keys(wiring.dependencies),
      needs.map(dependency => dependency.name),
      name,
    );
    assert.deepEqual(
      Object.keys(wiring.callers),
      services
        .filter(other =>
          other.dependencies?.some(dependency => dependency.name === name),
        )
        .map(other => other.name),
      name,
    );
    for (const need of needs) {
      const entry = wiring.dependencies[need.name];
      const target = services.find(service => service.name === need.name);
      assert.equal(entry.host, need.name);
      assert.deepEqual(entry.ports, {
        [target.engine ?? 'http']: target.port,
      });
      assert.deepEqual(entry.podLabels, {
        'app.kubernetes.io/name': need.name,
      });
      assert.equal(entry.wait, target.engine ? true : undefined);
      assert.equal(entry.database, need.database);
      assert.equal(entry.username, need.user);
    }
  }
});

test('every chart binds what the matrix declares, and opens its port', async () => {
  for (const service of services) {
    const { name, port, engine, language, image } = service;
    const chart = parse(await text(`charts/${name}/Chart.yaml`));
    const own = parse(await text(`charts/${name}/values.yaml`));
    assert.equal(own.language, language, name);
    assert.deepEqual(own.ports, port ? { [engine ?? 'http']: port } : {}, name);
    const declared = (service.dependencies ?? []).map(dependency => [
      dependency.name,
      dependency.env,
    ]);
    assert.deepEqual(own.bindings ?? {}, Object.fromEntries(declared), name);
    assert.deepEqual(own.egress, service.egress, name);
    if (image) {
      assert.deepEqual(
        { repository: own.image.repository, tag: chart.appVersion },
        image,
        name,
      );
    }
  }
});

test('the schemas differ in nothing but their titles', async () => {
  const [first] = services;
  const model = await text(`charts/${first.name}/values.schema.json`);
  for (const { name } of services) {
    assert.equal(
      await text(`charts/${name}/values.schema.json`),
      model.replace(`the ${first.name} chart`, `the ${name} chart`),
    );
  }
});
