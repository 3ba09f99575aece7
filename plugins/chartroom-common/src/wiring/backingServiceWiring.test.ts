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

import { readMatrix } from '../matrix';
import { backingServiceWiring } from './backingServiceWiring';
import { builtInProfiles } from './profiles';
import { readProfiles } from './readProfiles';

function wiringOf(options: {
  text: string;
  name?: string;
  environment?: string;
  files?: ReadonlyMap<string, string>;
}) {
  const { text, name = 'ledger', files = new Map() } = options;
  const { profiles } = readProfiles({ files });
  const { matrix } = readMatrix({
    file: 'service-matrix.yaml',
    text,
    umbrella: 'helm/shop',
    profiles,
  });
  return backingServiceWiring({
    matrix: matrix!,
    profiles,
    service: matrix!.services.find(service => service.name === name)!,
    environment: matrix!.environments.find(
      environment => environment.name === options.environment,
    ),
  });
}

const services = (source: string, engine = 'postgresql') => `
services:
  - name: cart
    language: node
    dependencies: [{ name: ledger, database: baskets }]
  - name: pay-desk
    language: node
    dependencies: [ledger]
  - { name: ledger, engine: ${engine}, chart_source: ${source} }
`;

describe('backingServiceWiring', () => {
  it('enters a chart of another name by an alias, so that values and condition go by the service', () => {
    const { chart, placement, source } = wiringOf({
      text: services('cloudpirates'),
    });
    expect({ placement, source }).toEqual({
      placement: 'chart',
      source: 'cloudpirates',
    });
    expect(chart).toEqual({
      name: 'postgres',
      version: '0.20.1',
      repository: 'oci://registry-1.docker.io/cloudpirates',
      condition: 'ledger.enabled',
      alias: 'ledger',
    });
  });

  it('needs no alias where the chart has the name of the service', () => {
    const { chart } = wiringOf({
      text: 'services: [{ name: redis, chart_source: bitnami }]\n',
      name: 'redis',
    });
    expect(chart).toMatchObject({ name: 'redis', condition: 'redis.enabled' });
    expect(chart).not.toHaveProperty('alias');
  });

  it('says what the values must be, by the name of the service', () => {
    const { profileValues, startingValues } = wiringOf({
      text: services('groundhog2k'),
    });
    expect(profileValues).toMatchObject({
      nameOverride: 'ledger',
      fullnameOverride: 'ledger',
      settings: {
        existingSecret: 'ledger',
        superuserPassword: { secretKey: 'postgres-password' },
      },
      podSecurityContext: {
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      },
    });
    expect(startingValues).toEqual({ storage: { requestedSize: '8Gi' } });
  });

  it('lists callers, all ports, the pods and what they say to each other', () => {
    const { block } = wiringOf({ text: services('cloudpirates', 'rabbitmq') });
    expect(block).toEqual({
      callers: { cart: true, 'pay-desk': true },
      ports: { rabbitmq: 5672, management: 15672 },
      podLabels: { 'app.kubernetes.io/name': 'ledger' },
      peerPorts: [4369, 25672],
    });
  });

  it('gives an operator its objects, and no chart', () => {
    const { placement, chart, block } = wiringOf({
      text: services('operator'),
    });
    expect(placement).toBe('operator');
    expect(chart).toBeUndefined();
    expect(block?.podLabels).toEqual({ 'cnpg.io/cluster': 'ledger' });
    expect(
      block?.objects?.map(object => [object.kind, object.metadata]),
    ).toEqual([
      ['Cluster', { name: 'ledger' }],
      ['NetworkPolicy', { name: 'ledger-operator' }],
    ]);
    expect(JSON.stringify(block)).not.toContain('{name}');
  });

  it.each(['own', 'external'])(
    'has neither entry nor block for one from %s',
    source => {
      const wiring = wiringOf({ text: services(source) });
      expect(wiring.placement).toBe(source);
      expect(wiring.chart).toBeUndefined();
      expect(wiring.block).toBeUndefined();
      expect(wiring.profileValues).toEqual({});
    },
  );

  it('guards a chart that nobody described by its customary label', () => {
    const { chart, block, profileValues, profile, secrets } = wiringOf({
      text: services('elsewhere', 'postgresql'),
    });
    expect(profile).toBeUndefined();
    expect(chart).toBeUndefined();
    expect(profileValues).toEqual({});
    expect(secrets).toEqual([]);
    expect(block).toEqual({
      callers: { cart: true, 'pay-desk': true },
      ports: { postgresql: 5432 },
      podLabels: { 'app.kubernetes.io/name': 'ledger' },
      peerPorts: [],
    });
  });

  it("follows a platform's own profile before a built-in one", () => {
    const files = new Map([
      [
        'profiles/cloudpirates-postgresql.yaml',
        [
          'engine: postgresql',
          'source: cloudpirates',
          'port: 5432',
          'ports: { metrics: 9187 }',
          'peerPorts: [7000]',
          'chart: { name: ledger, repository: https://charts.example.com, version: 2.0.0 }',
          'values: { "{name}": { labels: { "x-{name}": "is {name}" } } }',
        ].join('\n'),
      ],
    ]);
    const wiring = wiringOf({ text: services('cloudpirates'), files });
    expect(wiring.chart).toEqual({
      name: 'ledger',
      repository: 'https://charts.example.com',
      version: '2.0.0',
      condition: 'ledger.enabled',
    });
    expect(wiring.profileValues).toEqual({
      ledger: { labels: { 'x-ledger': 'is ledger' } },
    });
    expect(wiring.block).toMatchObject({
      ports: { postgresql: 5432, metrics: 9187 },
      peerPorts: [7000],
    });
  });

  describe('Secrets', () => {
    it('are one for the chart and one for each caller', () => {
      expect(wiringOf({ text: services('own') }).secrets).toEqual([
        {
          name: 'ledger',
          neededBy: ['ledger'],
          keys: { 'postgres-password': undefined },
        },
        {
          name: 'ledger-cart',
          neededBy: ['cart'],
          keys: { password: undefined },
        },
        {
          name: 'ledger-pay-desk',
          neededBy: ['pay-desk'],
          keys: { password: undefined },
        },
      ]);
    });

    it('are one for all where all use one account', () => {
      expect(wiringOf({ text: services('own', 'rabbitmq') }).secrets).toEqual([
        {
          name: 'ledger',
          neededBy: ['ledger', 'cart', 'pay-desk'],
          keys: { username: 'ledger', password: undefined },
        },
      ]);
    });

    it('are none where an operator makes them', () => {
      expect(wiringOf({ text: services('operator') }).secrets).toEqual([]);
    });

    it('bear the name that a dependency gives', () => {
      const text = services('operator').replace(
        'dependencies: [ledger]',
        'dependencies: [{ name: ledger, secret: desk }]',
      );
      expect(wiringOf({ text }).secrets).toEqual([
        {
          name: 'desk',
          neededBy: ['pay-desk'],
          keys: { username: undefined, password: undefined },
        },
      ]);
    });

    it('are those of the environment, where it takes it from elsewhere', () => {
      const text = `${services('own')}
environments:
  - name: prod
    services: { ledger: { chart_source: external, host: db.example.com, secret: prod } }
`;
      const prod = wiringOf({ text, environment: 'prod' });
      expect(prod.placement).toBe('external');
      expect(prod.secrets).toEqual([
        {
          name: 'prod',
          neededBy: ['cart', 'pay-desk'],
          keys: { password: undefined },
        },
      ]);
    });
  });

  it('leaves the profiles as they are', () => {
    const before = JSON.stringify(builtInProfiles);
    wiringOf({ text: services('operator') });
    expect(JSON.stringify(builtInProfiles)).toBe(before);
  });
});
