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

import { readPlatform } from '../platform';
import { plannedDeployments } from './plannedDeployments';

const matrix =
  'environments:\n  - { name: dev }\n  - { name: prod }\nservices:\n  - { name: cart, port: 80 }\n';
const chart =
  'dependencies:\n  - { name: cart, version: 1.2.0, repository: "" , condition: cart.enabled }\n';

function planned(files: Record<string, string>) {
  const platform = readPlatform({
    files: new Map(
      Object.entries({
        'service-matrix.yaml': `system: shop\n${matrix}`,
        ...files,
      }),
    ),
  });
  const [service] = platform.matrix!.services;
  return plannedDeployments({ platform, service }).map(
    ({ environment, wantedVersion, drift, message }) =>
      `${environment} ${wantedVersion} ${drift}: ${message}`,
  );
}

describe('plannedDeployments', () => {
  it('says that a service is created and not released', () => {
    expect(
      planned({
        'helm/shop/Chart.yaml': chart,
        'helm/shop/values.yaml': 'cart: { enabled: false }\n',
      }),
    ).toEqual([
      'dev 1.2.0 not-released: Switched off: not released yet, or switched off by hand.',
      'prod 1.2.0 not-released: Switched off: not released yet, or switched off by hand.',
    ]);
  });

  it('knows no more than git of one that is released in an environment', () => {
    expect(
      planned({
        'helm/shop/Chart.yaml': chart,
        'helm/shop/values.yaml': 'cart: { enabled: false }\n',
        'helm/shop/values-dev.yaml': 'cart: { enabled: true }\n',
      }),
    ).toEqual([
      'dev 1.2.0 unknown: No cluster has been read yet.',
      'prod 1.2.0 not-released: Switched off: not released yet, or switched off by hand.',
    ]);
  });

  it('does not know what an environment with a ref wants', () => {
    expect(
      planned({
        'service-matrix.yaml': `system: shop\n${matrix.replace(
          '{ name: prod }',
          '{ name: prod, ref: v1.0.0 }',
        )}`,
        'helm/shop/Chart.yaml': chart,
      }),
    ).toEqual([
      'dev 1.2.0 unknown: No cluster has been read yet.',
      'prod undefined unknown: It is deployed from v1.0.0, and only the default branch has been read.',
    ]);
  });

  it('takes a condition that is written nowhere for true, as Helm does', () => {
    expect(planned({ 'helm/shop/Chart.yaml': chart })[0]).toBe(
      'dev 1.2.0 unknown: No cluster has been read yet.',
    );
  });

  it('says that the umbrella does not list a service', () => {
    expect(planned({ 'helm/shop/Chart.yaml': 'name: shop\n' })[1]).toBe(
      'prod undefined not-released: The umbrella does not list this service.',
    );
  });
});
