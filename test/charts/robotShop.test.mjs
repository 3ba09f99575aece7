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
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parse, stringify } from 'yaml';
import { helms, helmTerminal } from '../support/helm.mjs';
import { assemblePlatform } from './support/assemblePlatform.mjs';
import { eachHelm } from './support/eachHelm.mjs';
import { assertRestricted } from './support/podSecurity.mjs';
import { readObjects } from './support/readObjects.mjs';
import { refusal } from './support/refusal.mjs';
import { robotShop } from './support/repository.mjs';

const environments = {
  dev: 'robot-shop-dev',
  staging: 'robot-shop-staging',
  prod: 'robot-shop',
};
const read = async file => parse(await readFile(join(robotShop, file), 'utf8'));
const { services } = await read('service-matrix.yaml');
const umbrella = await read('helm/robot-shop/values.yaml');
const production = await read('helm/robot-shop/values-prod.yaml');

/** What the programs of Robot Shop read, whatever its charts say. */
const environment = {
  web: {
    CART_HOST: 'cart',
    CATALOGUE_HOST: 'catalogue',
    PAYMENT_HOST: 'payment',
    RATINGS_HOST: 'ratings',
    SHIPPING_HOST: 'shipping',
    USER_HOST: 'user',
  },
  catalogue: { MONGO_URL: 'mongodb://mongodb:27017/catalogue' },
  user: { MONGO_URL: 'mongodb://mongodb:27017/users', REDIS_HOST: 'redis' },
  cart: { CATALOGUE_HOST: 'catalogue', REDIS_HOST: 'redis' },
  shipping: { CART_ENDPOINT: 'cart:8080', DB_HOST: 'mysql' },
  payment: {
    CART_HOST: 'cart',
    AMQP_HOST: 'rabbitmq',
    USER_HOST: 'user',
    PAYMENT_GATEWAY: 'https://www.paypal.com/',
  },
  ratings: {
    CATALOGUE_URL: 'http://catalogue:8080',
    PDO_URL: 'mysql:host=mysql;dbname=ratings;charset=utf8mb4',
  },
  dispatch: { AMQP_HOST: 'rabbitmq' },
};

async function renderEnvironment({ helm, directory, name, args = [] }) {
  const chart = join(directory, 'helm/robot-shop');
  const text = await helm(
    ...['template', 'robot-shop', chart, '--namespace', environments[name]],
    ...['--values', join(chart, `values-${name}.yaml`), ...args],
  );
  return readObjects(text);
}

eachHelm('Robot Shop', helm => {
  let directory;
  before(async () => {
    directory = await assemblePlatform({ helm });
  });
  after(() => rm(directory, { recursive: true }));
  const render = (name, args) =>
    renderEnvironment({ helm, directory, name, args });

  it('has a lock that a build leaves as it is', async () => {
    const lock = 'helm/robot-shop/Chart.lock';
    assert.equal(
      await readFile(join(directory, lock), 'utf8'),
      await readFile(join(robotShop, lock), 'utf8'),
    );
  });

  it('passes a strict lint', async () => {
    const chart = join(directory, 'helm/robot-shop');
    for (const name of Object.keys(environments)) {
      await helm(
        ...['lint', '--strict', chart],
        ...['--values', join(chart, `values-${name}.yaml`)],
      );
    }
  });

  for (const name of Object.keys(environments)) {
    it(`gives every service its environment in ${name}`, async () => {
      const { find } = await render(name);
      for (const [service, expected] of Object.entries(environment)) {
        const [container] = find('Deployment', service).spec.template.spec
          .containers;
        const actual = container.env.map(variable => [
          variable.name,
          variable.value,
        ]);
        assert.deepEqual(Object.fromEntries(actual), expected, service);
      }
    });

    it(`runs every pod restricted in ${name}, but for web and ratings`, async () => {
      const { objects } = await render(name);
      const pods = objects.filter(({ spec }) => spec?.template);
      assert.equal(pods.length, 12);
      const lowered = pods.filter(
        ({ spec }) => !spec.template.spec.securityContext.runAsNonRoot,
      );
      assert.deepEqual(
        lowered.map(({ metadata }) => metadata.name),
        ['ratings', 'web'],
      );
      for (const { spec } of pods.filter(pod => !lowered.includes(pod))) {
        assertRestricted(spec.template.spec);
      }
    });
  }

  it('waits for backing services and for nothing else', async () => {
    const { objects } = await render('prod');
    const waits = objects.flatMap(({ metadata, spec }) =>
      (spec?.template?.spec.initContainers ?? []).map(
        ({ name }) => `${metadata.name} ${name}`,
      ),
    );
    assert.deepEqual(waits.sort(), [
      'cart wait-for-redis',
      'catalogue wait-for-mongodb',
      'dispatch wait-for-rabbitmq',
      'payment wait-for-rabbitmq',
      'ratings wait-for-mysql',
      'shipping wait-for-mysql',
      'user wait-for-mongodb',
      'user wait-for-redis',
    ]);
  });

  it('keeps no credential in what it renders', async () => {
    const { objects, text } = await render('prod');
    assert.ok(!objects.some(({ kind }) => kind === 'Secret'));
    assert.doesNotMatch(text, /PASS\w*"?\n\s+value:/);
  });

  const needed = { web: [], dispatch: [] };
  for (const { name } of services) {
    needed[name] ??= services
      .filter(service =>
        service.dependencies?.some(dependency => dependency.name === name),
      )
      .map(service => service.name)
      .sort();
  }
  for (const [name, callers] of Object.entries(needed)) {
    const args = ['--set', `${name}.enabled=false`];
    if (callers.length === 0) {
      it(`runs without ${name}, which nothing needs`, async () => {
        assert.equal(
          (await render('prod', args)).find('Deployment', name),
          undefined,
        );
      });
    } else {
      it(`refuses to run without ${name}, which ${callers[0]} needs`, async () => {
        assert.equal(
          await refusal(render('prod', args)),
          `${callers[0]}: depends on ${name}, which is not an enabled chart of robot-shop; enable ${name}, or write ${callers[0]}.wiring.dependencies.${name}.external: true`,
        );
      });
    }
  }

  it('moves a database out of the cluster with the values of one environment', async () => {
    const outside = join(directory, 'values-outside.yaml');
    const mysql = {
      external: true,
      host: 'db.example.com',
      cidrs: ['10.0.0.0/8'],
      secret: { name: 'mysql-prod' },
    };
    const wiring = { dependencies: { mysql } };
    await writeFile(
      outside,
      stringify({
        mysql: { enabled: false },
        shipping: {
          wiring,
          bindings: { mysql: { DB_PASSWORD: '{password}' } },
        },
        ratings: { wiring },
      }),
    );
    const { find } = await render('prod', ['--values', outside]);
    assert.equal(find('StatefulSet', 'mysql'), undefined);
    const { containers, initContainers } = find('Deployment', 'shipping').spec
      .template.spec;
    assert.deepEqual(containers[0].env.slice(1), [
      { name: 'DB_HOST', value: 'db.example.com' },
      {
        name: 'DB_PASSWORD',
        valueFrom: { secretKeyRef: { name: 'mysql-prod', key: 'password' } },
      },
    ]);
    assert.equal(initContainers[0].env[0].value, 'db.example.com');
    assert.deepEqual(find('NetworkPolicy', 'shipping').spec.egress.slice(-1), [
      {
        to: [{ ipBlock: { cidr: '10.0.0.0/8' } }],
        ports: [{ port: 3306, protocol: 'TCP' }],
      },
    ]);
  });

  for (const { name } of services) {
    it(`renders and lints ${name} alone, with the names it has in the umbrella`, async () => {
      const chart = join(directory, 'charts', name);
      const values = [];
      await helm('dependency', 'build', chart);
      for (const [place, layer] of Object.entries({ umbrella, production })) {
        const file = join(directory, `${name}-${place}.yaml`);
        await writeFile(file, stringify(layer[name] ?? {}));
        values.push('--values', file);
      }
      await helm('lint', '--strict', chart);
      await helm('lint', '--strict', chart, ...values);
      const alone = readObjects(await helm('template', name, chart, ...values));
      const names = ({ objects }) =>
        objects
          .filter(({ metadata }) =>
            [name, `${name}-headless`].includes(metadata.name),
          )
          .map(({ kind, metadata }) => `${kind} ${metadata.name}`)
          .sort();
      assert.deepEqual(names(alone), names(await render('prod')));
      assert.equal(alone.objects.length, names(alone).length);
    });
  }

  it('refuses a service alone without wiring', async () => {
    assert.equal(
      await refusal(helm('template', 'cart', join(directory, 'charts/cart'))),
      'cart: values: bindings.catalogue has no wiring: wiring.dependencies holds nothing; the umbrella or values-local.yaml gives it',
    );
  });
});

const absent = helms.some(({ binary }) => !binary) && 'one Helm is absent';
describe('Robot Shop on both Helms', { skip: absent }, () => {
  it('is the same, object for object, in every environment', async () => {
    const renders = await Promise.all(
      helms.map(async ({ binary }) => {
        const helm = await helmTerminal(binary);
        const directory = await assemblePlatform({ helm });
        const rendered = [];
        for (const name of Object.keys(environments)) {
          const { objects } = await renderEnvironment({
            helm,
            directory,
            name,
          });
          rendered.push(objects);
        }
        await rm(directory, { recursive: true });
        return rendered;
      }),
    );
    assert.equal(renders[0][0].length, 52);
    assert.deepEqual(renders[0], renders[1]);
  });
});
