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

import type { ReleaseRecord } from '../releases';
import { bodyOfService } from './bodyOfService';

const record: ReleaseRecord = {
  name: 'shop',
  namespace: 'shop',
  revision: 3,
  status: 'deployed',
  chart: { name: 'shop', dependencies: [{ name: 'cart' }, { name: 'web' }] },
  body: {
    manifest:
      '---\n# Source: shop/charts/cart/templates/service.yaml\nkind: Service\n---\n# Source: shop/charts/web/templates/service.yaml\nkind: Service\n---\n# Source: shop/charts/cart/charts/redis/templates/a.yaml\nkind: Secret\n',
    hooks: [
      {
        name: 'migrate',
        kind: 'Job',
        path: 'shop/charts/cart/templates/job.yaml',
        manifest: 'kind: Job\n',
        events: ['pre-upgrade'],
      },
      {
        name: 'other',
        kind: 'Job',
        path: 'shop/templates/job.yaml',
        manifest: 'kind: Job\n',
        events: ['pre-upgrade'],
      },
    ],
    values: { cart: { replicas: 2 }, web: { key: 'x' }, global: { a: 1 } },
    defaults: { web: {} },
    notes: 'All of them run.',
  },
};

describe('bodyOfService', () => {
  it('holds what an umbrella has of the service, and nothing of others', () => {
    expect(bodyOfService({ record, service: 'cart' })).toEqual({
      manifest:
        '---\n# Source: shop/charts/cart/templates/service.yaml\nkind: Service\n---\n# Source: shop/charts/cart/charts/redis/templates/a.yaml\nkind: Secret\n',
      hooks: [record.body!.hooks[0]],
      values: { cart: { replicas: 2 }, global: { a: 1 } },
      defaults: {},
    });
  });

  it('holds all of a release that is the service alone', () => {
    expect(
      bodyOfService({
        record: { ...record, chart: { name: 'cart', dependencies: [] } },
        service: 'cart',
      }),
    ).toBe(record.body);
  });

  it('holds nothing of an umbrella that did not list the service yet', () => {
    expect(bodyOfService({ record, service: 'user' })).toEqual({
      manifest: '',
      hooks: [],
      values: { global: { a: 1 } },
      defaults: {},
    });
  });

  it('holds the objects whose labels name the service where a post-renderer dropped where they come from', () => {
    const named = (label: string, service: string) =>
      `---\nkind: Service\nmetadata:\n  name: ${service}\n  labels:\n    ${label}: ${service}\n`;
    const manifest = [
      named('app.kubernetes.io/name', 'cart'),
      named('backstage.io/kubernetes-id', 'cart'),
      named('app.kubernetes.io/name', 'web'),
      '---\nkind: Service\n',
    ];
    expect(
      bodyOfService({
        record: {
          ...record,
          body: { ...record.body!, manifest: manifest.join('') },
        },
        service: 'cart',
      })?.manifest,
    ).toBe(manifest.slice(0, 2).join(''));
  });

  it('holds nothing of others in an umbrella that is called as a service of it which is switched off', () => {
    const lock = { dependencies: [{ name: 'cart' }, { name: 'shop' }] };
    expect(
      bodyOfService({
        record: { ...record, chart: { ...record.chart, lock } },
        service: 'shop',
      }),
    ).toEqual({
      manifest: '',
      hooks: [],
      values: { global: { a: 1 } },
      defaults: {},
    });
  });

  it('is not there where only the head was read', () => {
    expect(
      bodyOfService({
        record: { ...record, body: undefined },
        service: 'cart',
      }),
    ).toBeUndefined();
  });
});
