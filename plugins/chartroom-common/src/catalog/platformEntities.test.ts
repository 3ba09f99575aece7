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

import {
  componentEntityV1alpha1Validator,
  FieldFormatEntityPolicy,
  resourceEntityV1alpha1Validator,
  systemEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import { readDirectory } from '../__testUtils__/readDirectory';
import { readPlatform } from '../platform';
import { platformEntities } from './platformEntities';

const { matrix, profiles } = readPlatform({
  files: readDirectory({ directory: 'examples/robot-shop' }),
});
const place = {
  namespace: 'default',
  location: 'url:http://localhost:7080/shop/robot-shop/service-matrix.yaml',
};

describe('platformEntities', () => {
  const entities = platformEntities({ matrix: matrix!, profiles, place });
  const named = (name: string) =>
    entities.find(entity => entity.metadata.name === name);

  it('makes a System, a Resource for each backing service and a Component for each service', () => {
    expect(
      entities.map(({ kind, metadata }) => `${kind} ${metadata.name}`),
    ).toEqual([
      'System robot-shop',
      ...['web', 'catalogue', 'user', 'cart', 'shipping', 'payment'].map(
        name => `Component ${name}`,
      ),
      'Component ratings',
      'Component dispatch',
      'Resource robot-shop-mongodb',
      'Resource robot-shop-mysql',
      'Resource robot-shop-redis',
      'Resource robot-shop-rabbitmq',
    ]);
  });

  it('makes entities that the catalog accepts', async () => {
    const policy = new FieldFormatEntityPolicy();
    for (const entity of entities) {
      await policy.enforce(entity);
      const valid = await Promise.all(
        [
          componentEntityV1alpha1Validator,
          resourceEntityV1alpha1Validator,
          systemEntityV1alpha1Validator,
        ].map(validator => validator.check(entity)),
      );
      expect(valid.filter(Boolean)).toHaveLength(1);
    }
  });

  it('relates a service to what it depends on', () => {
    expect(named('shipping')).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'shipping',
        description: 'Where it goes, and what that costs',
        annotations: {
          'chartroom/platform': 'robot-shop',
          'chartroom/service': 'shipping',
          'backstage.io/kubernetes-id': 'shipping',
          'backstage.io/managed-by-location': place.location,
          'backstage.io/managed-by-origin-location': place.location,
        },
        tags: ['java'],
      },
      spec: {
        type: 'service',
        lifecycle: 'production',
        owner: 'group:default/shop',
        system: 'robot-shop',
        dependsOn: [
          'resource:default/robot-shop-mysql',
          'component:default/cart',
        ],
      },
    });
  });

  it('says what kind of thing a backing service is', () => {
    expect(
      ['mongodb', 'mysql', 'redis', 'rabbitmq'].map(
        name => named(`robot-shop-${name}`)?.spec?.type,
      ),
    ).toEqual(['database', 'database', 'cache', 'message-broker']);
  });

  it('keeps a platform in a namespace of its own', () => {
    const moved = platformEntities({
      matrix: matrix!,
      profiles,
      place: { namespace: 'shop' },
    });
    expect(moved.every(({ metadata }) => metadata.namespace === 'shop')).toBe(
      true,
    );
    expect(moved[2].spec?.dependsOn).toEqual([
      'resource:shop/robot-shop-mongodb',
    ]);
  });

  it('leaves out services that have a repository of their own', () => {
    const other = readPlatform({
      files: new Map([
        [
          'service-matrix.yaml',
          'system: shop\ncharts: { repository: "https://charts.example.com" }\nservices:\n  - { name: a, repository: "https://git.example.com/a" }\n  - { name: b, language: "C++ 20" }\n',
        ],
      ]),
    });
    const made = platformEntities({ matrix: other.matrix!, profiles, place });
    expect(made.map(({ metadata }) => metadata.name)).toEqual(['shop', 'b']);
    expect(made[1].metadata).not.toHaveProperty('tags');
  });
});
