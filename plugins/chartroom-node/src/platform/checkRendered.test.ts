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

import { readMatrix } from '@chartroom/backstage-plugin-chartroom-common';
import { checkRendered } from './checkRendered';

const { matrix } = readMatrix({
  file: 'service-matrix.yaml',
  text: `
system: shop
commonChart: { version: 1.0.0, repository: file://charts/platform-common }
environments:
  - { name: dev, namespace: shop }
  - name: prod
    namespace: shop
    services: { redis: { chart_source: external, host: redis.example.com, port: 6379 } }
services:
  - { name: cart, language: node, port: 8080, dependencies: [redis] }
  - { name: redis, engine: redis, port: 6379, chart_source: own }
`,
});

const deployment = 'kind: Deployment\nmetadata: { name: cart }\n';
const service =
  'kind: Service\nmetadata: { name: cart }\nspec: { ports: [{ port: 8080 }] }\n';
const policy = (name: string, ingress: string) =>
  `kind: NetworkPolicy\nmetadata: { name: ${name} }\nspec: { podSelector: { matchLabels: { app.kubernetes.io/name: ${name} } }, ingress: ${ingress} }\n`;
const from = (caller: string, port: number) =>
  `[{ from: [{ podSelector: { matchLabels: { app.kubernetes.io/name: ${caller} } } }], ports: [{ port: ${port} }] }]`;
const closed = policy('cart', '[]');

const check = (manifests: string[], environment = 0) =>
  checkRendered({
    manifests: manifests.map(text => `---\n${text}`).join(''),
    matrix: matrix!,
    service: matrix!.services[0],
    environment: matrix!.environments[environment],
  });

describe('checkRendered', () => {
  it('counts the objects of a service that is all there', () => {
    expect(
      check([deployment, service, closed, policy('redis', from('cart', 6379))]),
    ).toBe(4);
  });

  it.each([
    ['no workload', [service, closed], 'it renders no Deployment cart'],
    [
      'no Service',
      [deployment, closed],
      'it renders no Service cart with port 8080',
    ],
    [
      'another port',
      [deployment, service.replace('8080', '80'), closed],
      'it renders no Service cart with port 8080',
    ],
    [
      'no policy of its own',
      [deployment, service, policy('redis', from('cart', 6379))],
      'it renders no NetworkPolicy for the pods of cart',
    ],
    [
      'a dependency that admits nobody',
      [deployment, service, closed, policy('redis', '[]')],
      'it renders no ingress rule that lets cart reach redis on port 6379',
    ],
    [
      'a dependency that admits someone else',
      [deployment, service, closed, policy('redis', from('user', 6379))],
      'it renders no ingress rule that lets cart reach redis on port 6379',
    ],
    [
      'a dependency that opens another port',
      [deployment, service, closed, policy('redis', from('cart', 26379))],
      'it renders no ingress rule that lets cart reach redis on port 6379',
    ],
  ])('says what is missing: %s', (_, manifests, message) => {
    expect(() => check(manifests)).toThrow(message);
  });

  it('refuses two objects of the same kind and name', () => {
    const message =
      'it renders Service cart twice; rename one of the two services that claim this name';
    expect(() => check([deployment, service, service])).toThrow(message);
    expect(() =>
      check([
        deployment,
        service,
        service.replace('name: cart', 'name: cart, namespace: shop'),
      ]),
    ).toThrow(message);
    expect(
      check([
        deployment,
        service,
        service.replace('name: cart', 'name: cart, namespace: other'),
        `apiVersion: serving.knative.dev/v1\n${service}`,
      ]),
    ).toBe(4);
  });

  it('asks for no policies where the platform renders none, or none for a dependency', () => {
    expect(check([deployment, service])).toBe(2);
    expect(check([deployment, service, closed])).toBe(3);
  });

  it('asks nothing of a dependency outside of the cluster', () => {
    expect(check([deployment, service, closed, policy('redis', '[]')], 1)).toBe(
      4,
    );
  });
});
