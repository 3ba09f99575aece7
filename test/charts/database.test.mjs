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
import { renderUmbrella } from './support/renderUmbrella.mjs';

/** A service's chart as its team writes it, once for every place that its database may be. */
const heimdall = {
  image: { repository: 'mitre/heimdall2' },
  language: 'node',
  ports: { http: 3000 },
  bindings: {
    postgresql: {
      DATABASE_HOST: '{host}',
      DATABASE_PORT: '{port}',
      DATABASE_NAME: '{database}',
      DATABASE_USERNAME: '{username}',
      DATABASE_PASSWORD: '{password}',
      DATABASE_URL: '{uri}',
    },
  },
  migration: { enabled: true, command: ['sequelize', 'db:migrate'] },
};
const keys = { password: 'password', uri: 'uri' };
const embedded = {
  host: 'postgresql',
  ports: { postgresql: 5432 },
  wait: true,
  database: 'heimdall',
  username: 'heimdall',
  secret: { name: 'postgresql-heimdall', keys },
};
const external = {
  external: true,
  host: 'db.example.com',
  ports: { postgresql: { port: 6432, targetPort: 5432 } },
  wait: true,
  cidrs: ['10.20.0.0/16'],
  database: 'heimdall_prod',
  secret: {
    name: 'rds-heimdall',
    keys: { ...keys, username: 'user' },
  },
};

eachHelm('a database inside or outside', helm => {
  const render = entry =>
    renderUmbrella({
      helm,
      services: { heimdall },
      foreign: entry.external ? [] : ['postgresql'],
      values: {
        heimdall: {
          enabled: true,
          wiring: { callers: {}, dependencies: { postgresql: entry } },
        },
        ...(!entry.external && {
          backingServices: {
            postgresql: {
              callers: { heimdall: true },
              ports: { postgresql: 5432 },
            },
          },
        }),
      },
    });
  const environment = ({ env }) =>
    Object.fromEntries(
      env.map(({ name, value, valueFrom }) => [
        name,
        value ?? Object.values(valueFrom.secretKeyRef).join(':'),
      ]),
    );

  it('tells the service where its embedded database is', async () => {
    const rendered = await render(embedded);
    assert.deepEqual(environment(rendered.container()), {
      DATABASE_HOST: 'postgresql',
      DATABASE_NAME: 'heimdall',
      DATABASE_PASSWORD: 'postgresql-heimdall:password',
      DATABASE_PORT: '5432',
      DATABASE_URL: 'postgresql-heimdall:uri',
      DATABASE_USERNAME: 'heimdall',
    });
    assert.deepEqual(
      rendered.find('NetworkPolicy', 'heimdall').spec.egress[1],
      {
        to: [
          {
            podSelector: {
              matchLabels: { 'app.kubernetes.io/name': 'postgresql' },
            },
          },
        ],
        ports: [{ port: 5432, protocol: 'TCP' }],
      },
    );
    assert.ok(rendered.find('NetworkPolicy', 'postgresql-callers'));
  });

  it('tells it where an external one is, by the wiring alone', async () => {
    const rendered = await render(external);
    assert.deepEqual(environment(rendered.container()), {
      DATABASE_HOST: 'db.example.com',
      DATABASE_NAME: 'heimdall_prod',
      DATABASE_PASSWORD: 'rds-heimdall:password',
      DATABASE_PORT: '6432',
      DATABASE_URL: 'rds-heimdall:uri',
      DATABASE_USERNAME: 'rds-heimdall:user',
    });
    assert.deepEqual(rendered.find('NetworkPolicy').spec.egress[1], {
      to: [{ ipBlock: { cidr: '10.20.0.0/16' } }],
      ports: [{ port: 6432, protocol: 'TCP' }],
    });
  });

  for (const [where, entry] of Object.entries({ embedded, external })) {
    it(`waits for the ${where} one and migrates it with the same environment`, async () => {
      const rendered = await render(entry);
      const [wait, migration] = rendered.pod().spec.initContainers;
      assert.deepEqual(environment(wait), {
        HOST: entry.host,
        PORT: entry.external ? '6432' : '5432',
        TIMEOUT: '300',
      });
      assert.deepEqual(migration.env, rendered.container().env);
    });
  }

  it('differs in nothing but environment, wait and the way out', async () => {
    const [inside, outside] = await Promise.all(
      [embedded, external].map(async entry => {
        const { objects } = await render(entry);
        return objects
          .filter(({ metadata }) => metadata.name === 'heimdall')
          .map(object => {
            if (object.kind === 'NetworkPolicy') delete object.spec.egress;
            const spec = object.spec?.template?.spec;
            for (const container of spec
              ? [...spec.initContainers, ...spec.containers]
              : []) {
              delete container.env;
            }
            return object;
          });
      }),
    );
    assert.deepEqual(outside, inside);
    assert.ok(inside.length >= 4);
  });
});
