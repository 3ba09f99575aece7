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

import { parse } from 'yaml';
import { readDirectory } from '../__testUtils__/readDirectory';
import { readPlatform } from '../platform';
import { environmentWiring } from './environmentWiring';
import { builtInProfiles } from './profiles';
import { serviceBindings } from './serviceBindings';
import { serviceWiring } from './serviceWiring';

const files = readDirectory({ directory: 'examples/robot-shop' });
const robotShop = readPlatform({ files });
const matrix = robotShop.matrix!;
const profiles = builtInProfiles;

function shop(services: string, head = '') {
  const platform = readPlatform({
    files: new Map([
      ['service-matrix.yaml', `system: shop\n${head}services:\n${services}`],
    ]),
  });
  return platform.matrix!;
}

describe('serviceWiring', () => {
  it.each(matrix.services.map(service => [service.name, service]))(
    'derives what a person wrote for %s of Robot Shop',
    (name, service) => {
      const values = parse(files.get('helm/robot-shop/values.yaml')!);
      expect(serviceWiring({ matrix, service, profiles })).toEqual(
        values[name].wiring,
      );
    },
  );

  it('opens the ports that an edge names, and says which one comes first', () => {
    const other = shop(
      [
        '  - { name: dispatch, dependencies: [ { name: broker, ports: [management, amqp] } ] }',
        '  - name: broker',
        '    engine: rabbitmq',
        '    ports: [ { name: amqp, port: 5672 }, { name: management, port: 80, targetPort: 15672 }, { name: log, port: 514, protocol: UDP } ]',
        '',
      ].join('\n'),
    );
    const [service] = other.services;
    const { dependencies } = serviceWiring({
      matrix: other,
      service,
      profiles,
    });
    expect(dependencies.broker).toMatchObject({
      ports: { management: { port: 80, targetPort: 15672 }, amqp: 5672 },
      port: 'management',
    });
  });

  it('waits as the edge says', () => {
    const other = shop(
      '  - { name: a, dependencies: [ { name: redis, wait: false }, { name: b, wait: true } ] }\n  - { name: b, port: 80 }\n  - { name: redis }\n',
    );
    const [service] = other.services;
    const { dependencies } = serviceWiring({
      matrix: other,
      service,
      profiles,
    });
    expect(dependencies.redis).not.toHaveProperty('wait');
    expect(dependencies.b).toMatchObject({ wait: true });
  });

  it('gives each service an account of its own in a database', () => {
    const other = shop(
      '  - { name: order-api, dependencies: [mysql, { name: postgresql, database: orders, user: clerk, secret: clerk } ] }\n  - { name: mysql }\n  - { name: postgresql }\n',
    );
    const [service] = other.services;
    const { dependencies } = serviceWiring({
      matrix: other,
      service,
      profiles,
    });
    expect(dependencies).toMatchObject({
      mysql: {
        database: 'order_api',
        username: 'order_api',
        secret: { name: 'mysql-order-api', keys: { password: 'password' } },
      },
      postgresql: {
        database: 'orders',
        username: 'clerk',
        secret: { name: 'clerk', keys: { password: 'password' } },
      },
    });
  });

  it('knows no caller that a plain object has of its own', () => {
    const other = shop(
      '  - { name: constructor, port: 80, dependencies: [valueof] }\n  - { name: valueof, port: 80 }\n',
    );
    const [service, target] = other.services;
    expect(serviceWiring({ matrix: other, service, profiles }).callers).toEqual(
      {},
    );
    expect(
      Object.keys(
        serviceWiring({ matrix: other, service: target, profiles }).callers,
      ),
    ).toEqual(['constructor']);
  });
});

describe('serviceBindings', () => {
  it.each(
    matrix.services
      .filter(service => service.kind === 'service')
      .map(service => [service.name, service]),
  )('derives what a person wrote in the chart of %s', (name, service) => {
    const values = parse(files.get(`charts/${name}/values.yaml`)!);
    const { bindings, env } = serviceBindings({ matrix, service, profiles });
    expect(bindings).toEqual(values.bindings ?? {});
    expect(Object.keys(values.env ?? {})).toEqual(
      expect.arrayContaining(Object.keys(env)),
    );
  });

  const engines = ['mongodb', 'mysql', 'postgresql', 'redis', 'rabbitmq'];
  const relational = {
    DB_HOST: '{host}',
    DB_PORT: '{port}',
    DB_NAME: '{database}',
    DB_USER: '{username}',
    DB_PASSWORD: '{password}',
  };
  const mongo = 'mongodb://{host}:{port}/{database}';
  const sql = (engine: string) =>
    `${engine}://{username}:{password}@{host}:{port}/{database}`;
  const amqp = 'amqp://{username}:{password}@{host}:{port}';
  const redisHost = { REDIS_HOST: '{host}', REDIS_PORT: '{port}' };
  const spring = (engine: string) => ({
    SPRING_DATASOURCE_URL: `jdbc:${engine}://{host}:{port}/{database}`,
    SPRING_DATASOURCE_USERNAME: '{username}',
    SPRING_DATASOURCE_PASSWORD: '{password}',
  });
  const hostAndPort = (name: string) => ({
    [`${name}_HOST`]: '{host}',
    [`${name}_PORT`]: '{port}',
  });
  const nodeNames = [
    { MONGO_URL: mongo },
    relational,
    relational,
    redisHost,
    { AMQP_URL: amqp },
  ];
  const urlNames = [
    { MONGO_URL: mongo },
    { DATABASE_URL: sql('mysql') },
    { DATABASE_URL: sql('postgresql') },
    { REDIS_URL: 'redis://{host}:{port}' },
    { AMQP_URL: amqp },
  ];
  const javaNames = [
    { SPRING_DATA_MONGODB_URI: mongo },
    spring('mysql'),
    spring('postgresql'),
    { SPRING_DATA_REDIS_HOST: '{host}', SPRING_DATA_REDIS_PORT: '{port}' },
    {
      SPRING_RABBITMQ_HOST: '{host}',
      SPRING_RABBITMQ_PORT: '{port}',
      SPRING_RABBITMQ_USERNAME: '{username}',
      SPRING_RABBITMQ_PASSWORD: '{password}',
      SPRING_RABBITMQ_VIRTUAL_HOST: '{vhost}',
    },
  ];
  const nginxNames = [
    hostAndPort('MONGODB'),
    {
      ...hostAndPort('MYSQL'),
      MYSQL_USERNAME: '{username}',
      MYSQL_PASSWORD: '{password}',
    },
    {
      ...hostAndPort('POSTGRESQL'),
      POSTGRESQL_USERNAME: '{username}',
      POSTGRESQL_PASSWORD: '{password}',
    },
    hostAndPort('REDIS'),
    {
      ...hostAndPort('RABBITMQ'),
      RABBITMQ_USERNAME: '{username}',
      RABBITMQ_PASSWORD: '{password}',
    },
  ];

  it.each([
    ['node', nodeNames],
    ['go', nodeNames],
    ['java', javaNames],
    ['python', urlNames],
    ['php', urlNames],
    ['nginx', nginxNames],
  ])('uses the names that are customary in %s', (language, expected) => {
    const derived = engines.map(engine => {
      const other = shop(
        `  - { name: a, language: ${language}, dependencies: [${engine}] }\n  - { name: ${engine} }\n`,
      );
      const [service] = other.services;
      return serviceBindings({ matrix: other, service, profiles }).bindings[
        engine
      ];
    });
    expect(derived).toEqual(expected);
  });

  it('gives another service host, port and address', () => {
    const other = shop(
      '  - { name: a, language: node, dependencies: [order-api, feed] }\n  - { name: order-api, port: 80 }\n  - { name: feed, ports: [ { name: grpc, port: 9000 } ] }\n',
    );
    const [service] = other.services;
    expect(serviceBindings({ matrix: other, service, profiles })).toEqual({
      bindings: {
        'order-api': {
          ORDER_API_HOST: '{host}',
          ORDER_API_PORT: '{port}',
          ORDER_API_URL: 'http://{host}:{port}',
        },
        feed: { FEED_HOST: '{host}', FEED_PORT: '{port}' },
      },
      env: {},
    });
  });

  it('prefers env to env_vars, and env_vars to the language', () => {
    const other = shop(
      [
        '  - name: a',
        '    language: node',
        '    dependencies: [ { name: redis, env: { CACHE: "{host}" } }, mysql, cart, rabbitmq ]',
        '    env_vars: [ SPRING_URL: "jdbc:mysql://mysql:3306/orders?x={y}", REDIS_HOST: redis, CART_HOST, MODE: fast, DB_PORT: 3306 ]',
        '  - { name: redis }',
        '  - { name: mysql }',
        '  - { name: rabbitmq }',
        '  - { name: cart, port: 80 }',
        '',
      ].join('\n'),
    );
    const [service] = other.services;
    expect(serviceBindings({ matrix: other, service, profiles })).toEqual({
      bindings: {
        redis: { CACHE: '{host}' },
        mysql: { SPRING_URL: 'jdbc:mysql://{host}:{port}/orders?x={{y}}' },
        cart: { CART_HOST: '{host}' },
        rabbitmq: {
          AMQP_URL: 'amqp://{username}:{password}@{host}:{port}',
        },
      },
      env: { REDIS_HOST: 'redis', MODE: 'fast', DB_PORT: '3306' },
    });
  });

  const namesOf = (cart: string) => {
    const other = shop(
      `  - { name: cart, language: node, ${cart} }\n  - { name: mysql }\n  - { name: postgresql }\n  - { name: redis }\n  - { name: user-cache, engine: redis }\n`,
    );
    const [service] = other.services;
    const { bindings } = serviceBindings({ matrix: other, service, profiles });
    return Object.fromEntries(
      Object.entries(bindings).map(([name, names]) => [
        name,
        Object.keys(names),
      ]),
    );
  };

  it('puts the name of a dependency before customary names that are taken', () => {
    expect(namesOf('dependencies: [mysql, postgresql]')).toEqual({
      mysql: ['DB_HOST', 'DB_PORT', 'DB_NAME', 'DB_USER', 'DB_PASSWORD'],
      postgresql: [
        'POSTGRESQL_DB_HOST',
        'POSTGRESQL_DB_PORT',
        'POSTGRESQL_DB_NAME',
        'POSTGRESQL_DB_USER',
        'POSTGRESQL_DB_PASSWORD',
      ],
    });
    expect(namesOf('dependencies: [redis, user-cache]')).toEqual({
      redis: ['REDIS_HOST', 'REDIS_PORT'],
      'user-cache': ['USER_CACHE_REDIS_HOST', 'USER_CACHE_REDIS_PORT'],
    });
  });

  it('leaves names to the dependency that they were written for, wherever it stands', () => {
    expect(
      namesOf(
        'dependencies: [redis, { name: user-cache, env: { REDIS_HOST: "{host}" } }]',
      ),
    ).toEqual({
      redis: ['REDIS_REDIS_HOST', 'REDIS_REDIS_PORT'],
      'user-cache': ['REDIS_HOST'],
    });
    expect(
      namesOf(
        'dependencies: [mysql, postgresql], env_vars: [ DB_HOST: postgresql ]',
      ),
    ).toMatchObject({
      mysql: expect.arrayContaining(['MYSQL_DB_HOST', 'MYSQL_DB_NAME']),
      postgresql: ['DB_HOST'],
    });
  });
});

describe('environmentWiring', () => {
  const environment = (services: string) =>
    shop(
      '  - { name: shipping, dependencies: [ { name: mysql, database: cities }, cart ] }\n  - { name: cart, port: 80, dependencies: [redis] }\n  - { name: mysql }\n  - { name: redis }\n',
      `environments:\n  - name: prod\n    services: ${services}\n`,
    );

  it('says only what differs', () => {
    const other = environment(
      '{ mysql: { chart_source: external, host: db.example.com, port: 3306, secret: mysql-prod, cidrs: [10.0.0.0/8] } }',
    );
    const [service] = other.services;
    expect(
      environmentWiring({
        matrix: other,
        service,
        environment: other.environments[0],
        profiles,
      }),
    ).toEqual({
      dependencies: {
        mysql: {
          host: 'db.example.com',
          external: true,
          cidrs: ['10.0.0.0/8'],
          secret: { name: 'mysql-prod' },
        },
      },
    });
  });

  it('says nothing about a service that nothing differs for', () => {
    const other = environment(
      '{ mysql: { chart_source: external, host: db.example.com } }',
    );
    expect(
      environmentWiring({
        matrix: other,
        service: other.services[1],
        environment: other.environments[0],
        profiles,
      }),
    ).toBeUndefined();
  });

  it('brings a Secret to an engine that has none of its own', () => {
    const other = environment(
      '{ redis: { chart_source: external, host: redis.example.com, port: 6380, secret: redis-prod } }',
    );
    expect(
      environmentWiring({
        matrix: other,
        service: other.services[1],
        environment: other.environments[0],
        profiles,
      }),
    ).toEqual({
      dependencies: {
        redis: {
          host: 'redis.example.com',
          ports: { redis: 6380 },
          external: true,
          secret: { name: 'redis-prod', keys: { password: 'password' } },
        },
      },
    });
  });

  it.each(matrix.environments.map(entry => [entry.name, entry]))(
    'derives what a person wrote for Robot Shop in %s',
    (name, entry) => {
      const values = parse(files.get(`helm/robot-shop/values-${name}.yaml`)!);
      for (const service of matrix.services) {
        expect({
          [service.name]: environmentWiring({
            matrix,
            service,
            environment: entry,
            profiles,
          }),
        }).toEqual({ [service.name]: values[service.name]?.wiring });
      }
    },
  );

  const hostsOf = (services: string, head: string) => {
    const other = shop(services, `environments:\n${head}`);
    return other.services.map(service =>
      other.environments.map(
        entry =>
          environmentWiring({
            matrix: other,
            service,
            environment: entry,
            profiles,
          })?.hosts,
      ),
    );
  };

  it('gives what is exposed a host in each environment that has a domain', () => {
    expect(
      hostsOf(
        '  - { name: web, port: 80, exposed: true }\n  - { name: cart, port: 80 }\n',
        '  - { name: dev, domain: dev.example.com }\n  - { name: test }\n  - { name: prod, domain: example.com }\n',
      ),
    ).toEqual([
      [['web.dev.example.com'], undefined, ['web.example.com']],
      [undefined, undefined, undefined],
    ]);
  });

  it('gives a host to an exposed backing service only where its chart reads it', () => {
    expect(
      hostsOf(
        [
          '  - { name: rabbitmq, exposed: true, engine: rabbitmq }',
          '  - { name: mysql, exposed: true, chart_source: bitnami }',
          '',
        ].join('\n'),
        [
          '  - { name: dev, domain: dev.example.com }',
          '  - { name: prod, domain: example.com, services: { rabbitmq: { chart_source: external, host: mq.example.com } } }',
          '',
        ].join('\n'),
      ),
    ).toEqual([
      [['rabbitmq.dev.example.com'], undefined],
      [undefined, undefined],
    ]);
  });

  it('says hosts beside what differs for dependencies', () => {
    const other = shop(
      '  - { name: web, port: 80, exposed: true, dependencies: [redis] }\n  - { name: redis }\n',
      'environments:\n  - { name: prod, domain: example.com, services: { redis: { host: other } } }\n',
    );
    expect(
      environmentWiring({
        matrix: other,
        service: other.services[0],
        environment: other.environments[0],
        profiles,
      }),
    ).toEqual({
      dependencies: { redis: { host: 'other' } },
      hosts: ['web.example.com'],
    });
  });
});
