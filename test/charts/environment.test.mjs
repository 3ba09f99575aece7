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
import { it } from 'node:test';
import { eachHelm } from './support/eachHelm.mjs';
import { refusal } from './support/refusal.mjs';
import { renderService } from './support/renderService.mjs';

const mysql = {
  host: 'db',
  ports: { mysql: { port: 3306, targetPort: 13306 } },
  database: 'cities',
  username: 'shipping',
  secret: { name: 'mysql-shipping', keys: { password: 'pass' } },
};

eachHelm('environment', helm => {
  const render = values =>
    renderService({
      helm,
      values: { image: { repository: 'shop/catalogue' }, ...values },
    });
  const environment = async values => (await render(values)).container().env;
  const bind = (template, entry = mysql) => ({
    bindings: { mysql: { VALUE: template } },
    wiring: { dependencies: { mysql: entry } },
  });

  const composed = [
    ['{host}:{port}', 'db:3306'],
    ['mysql:host={host};dbname={database}', 'mysql:host=db;dbname=cities'],
    ['{username}', 'shipping'],
    ['plain', 'plain'],
    ['{{host}}', '{host}'],
    ['{{{host}}}', '{db}'],
    ['{{"a": "{host}"}}', '{"a": "db"}'],
  ];
  for (const [template, value] of composed) {
    it(`makes ${value} of ${template}`, async () => {
      assert.deepEqual(await environment(bind(template)), [
        { name: 'VALUE', value },
      ]);
    });
  }

  it('takes a credential from its Secret', async () => {
    assert.deepEqual(await environment(bind('{password}')), [
      {
        name: 'VALUE',
        valueFrom: { secretKeyRef: { name: 'mysql-shipping', key: 'pass' } },
      },
    ]);
  });

  it('lets Kubernetes compose a text with credentials, from names that stand before it', async () => {
    const env = await environment({
      bindings: {
        'orders-queue': {
          AMQP_URL: 'amqp://{username}:{password}@{host}:{port}{vhost}',
          AMQP_PASSWORD: '{password}',
        },
      },
      wiring: {
        dependencies: {
          'orders-queue': {
            host: 'rabbitmq',
            ports: { amqp: 5672 },
            vhost: '/',
            secret: {
              name: 'rabbitmq',
              keys: { username: 'user', password: 'pass' },
            },
          },
        },
      },
      env: { LOG_LEVEL: 'info' },
    });
    assert.deepEqual(env, [
      {
        name: 'CHARTROOM_ORDERS_QUEUE_PASSWORD',
        valueFrom: { secretKeyRef: { name: 'rabbitmq', key: 'pass' } },
      },
      {
        name: 'CHARTROOM_ORDERS_QUEUE_USERNAME',
        valueFrom: { secretKeyRef: { name: 'rabbitmq', key: 'user' } },
      },
      {
        name: 'AMQP_PASSWORD',
        valueFrom: { secretKeyRef: { name: 'rabbitmq', key: 'pass' } },
      },
      {
        name: 'AMQP_URL',
        value:
          'amqp://$(CHARTROOM_ORDERS_QUEUE_USERNAME):$(CHARTROOM_ORDERS_QUEUE_PASSWORD)@rabbitmq:5672/',
      },
      { name: 'LOG_LEVEL', value: 'info' },
    ]);
  });

  it('takes a whole address from its Secret', async () => {
    const secret = { name: 'mysql-app', keys: { uri: 'uri' } };
    assert.deepEqual(await environment(bind('{uri}', { secret })), [
      {
        name: 'VALUE',
        valueFrom: { secretKeyRef: { name: 'mysql-app', key: 'uri' } },
      },
    ]);
  });

  it('writes own variables as text, and references to Secrets', async () => {
    assert.deepEqual(
      await environment({
        env: {
          DEBUG: 'false',
          LIMIT: '1000000',
          ROOT_PASSWORD: { secret: 'mysql', key: 'root-password' },
        },
      }),
      [
        { name: 'DEBUG', value: 'false' },
        { name: 'LIMIT', value: '1000000' },
        {
          name: 'ROOT_PASSWORD',
          valueFrom: { secretKeyRef: { name: 'mysql', key: 'root-password' } },
        },
      ],
    );
  });

  it('leaves out what is set to ""', async () => {
    assert.equal(await environment({ ...bind(''), env: { A: '' } }), undefined);
  });

  it('names the one port that several need', async () => {
    const ports = { amqp: 5672, management: 15672 };
    assert.deepEqual(
      await environment(bind('{port}', { ports, port: 'amqp' })),
      [{ name: 'VALUE', value: '5672' }],
    );
    assert.equal(
      await refusal(render(bind('{port}', { ports }))),
      'catalogue: values: bindings.mysql.VALUE needs one port of mysql, but wiring.dependencies.mysql.ports holds amqp, management; name one in wiring.dependencies.mysql.port',
    );
  });

  it('refuses a binding to something that the wiring does not hold', async () => {
    assert.equal(
      await refusal(render({ bindings: { redis: { A: '{host}' } } })),
      'catalogue: values: bindings.redis has no wiring: wiring.dependencies holds nothing; the umbrella or values-local.yaml gives it',
    );
    assert.equal(
      await refusal(
        render({
          bindings: { redis: { A: '{host}' } },
          wiring: { dependencies: { mysql, mongodb: {} } },
        }),
      ),
      'catalogue: values: bindings.redis has no wiring: wiring.dependencies holds mongodb, mysql; the umbrella or values-local.yaml gives it',
    );
  });

  it('refuses a placeholder that it does not know', async () => {
    assert.equal(
      await refusal(render(bind('{hostname}'))),
      'catalogue: values: bindings.mysql.VALUE uses {hostname}, which is not a placeholder; known are {host} {port} {username} {password} {database} {vhost} {uri}',
    );
  });

  it('refuses a fact that the wiring does not have', async () => {
    const message =
      'catalogue: values: bindings.mysql.VALUE uses {password}, but wiring.dependencies.mysql gives neither its value nor a Secret (secret.name) with a key for it (secret.keys.password)';
    assert.equal(await refusal(render(bind('{password}', {}))), message);
    assert.equal(
      await refusal(
        render(bind('{password}', { secret: { keys: { password: 'p' } } })),
      ),
      message,
    );
  });

  it('refuses a single brace', async () => {
    assert.equal(
      await refusal(render(bind('a{b'))),
      'catalogue: values: bindings.mysql.VALUE has a single "{" in "a{b"; write it twice for a literal brace',
    );
  });

  const claims = [
    [
      'bindings.mysql and by bindings.redis',
      {
        bindings: { mysql: { URL: 'a' }, redis: { URL: 'b' } },
        wiring: { dependencies: { mysql, redis: {} } },
      },
    ],
    ['bindings.mysql and by env', { ...bind('a'), env: { VALUE: 'b' } }],
    ['config and by env', { config: { VALUE: 'a' }, env: { VALUE: 'b' } }],
  ];
  for (const [by, values] of claims) {
    it(`refuses one name that is claimed by ${by}`, async () => {
      assert.match(
        await refusal(render(values)),
        new RegExp(
          `^catalogue: values: environment name "(URL|VALUE)" is claimed by ${by.replaceAll(
            '.',
            '\\.',
          )}; keep one, or set one to ""$`,
        ),
      );
    });
  }

  it('refuses half a reference to a Secret', async () => {
    assert.equal(
      await refusal(render({ env: { A: { secret: 'mysql' } } })),
      'catalogue: values: env.A must be text, or name a Secret and its key: { secret: …, key: … }',
    );
  });
});
