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

import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { VisibleEntities } from './VisibleEntities';

const ada = mockCredentials.user('user:default/ada');
const grace = mockCredentials.user('user:default/grace');

const cart = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'Cart',
    annotations: { 'chartroom/platform': 'shop', 'chartroom/service': 'cart' },
  },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/shop' },
    { type: 'partOf', targetRef: 'system:default/shop' },
    { type: 'dependsOn', targetRef: 'resource:default/shop-redis' },
  ],
};
const found = {
  entityRef: 'component:default/cart',
  system: 'shop',
  service: 'cart',
  owners: ['group:default/shop'],
  dependsOn: ['resource:default/shop-redis'],
};

function open() {
  const catalog = catalogServiceMock.mock();
  catalog.getEntities.mockResolvedValue({ items: [cart] });
  return { catalog, entities: VisibleEntities.create({ catalog }) };
}

afterEach(() => {
  jest.useRealTimers();
});

describe('VisibleEntities', () => {
  it('asks once for a person, with their credentials', async () => {
    jest.useFakeTimers({ now: new Date('2026-11-21T12:00:00Z') });
    const { catalog, entities } = open();
    const lists = await Promise.all(
      [ada, ada, grace].map(credentials => entities.list({ credentials })),
    );
    expect(lists).toEqual([[found], [found], [found]]);
    expect(
      catalog.getEntities.mock.calls.map(([, options]) => options),
    ).toEqual([{ credentials: ada }, { credentials: grace }]);
    jest.advanceTimersByTime(19_999);
    await entities.list({ credentials: ada });
    expect(catalog.getEntities).toHaveBeenCalledTimes(2);
  });

  it('answers at once with what is kept while it asks again, and never with what is older than a minute', async () => {
    jest.useFakeTimers({ now: new Date('2026-11-21T12:00:00Z') });
    const { catalog, entities } = open();
    const list = () => entities.list({ credentials: ada });
    await list();
    catalog.getEntities.mockRejectedValueOnce(new Error('It is asleep'));
    jest.advanceTimersByTime(20_000);
    await expect(list()).resolves.toEqual([found]);
    catalog.getEntities.mockResolvedValueOnce({ items: [] });
    await expect(list()).resolves.toEqual([found]);
    await expect(list()).resolves.toEqual([]);
    expect(catalog.getEntities).toHaveBeenCalledTimes(3);
    jest.advanceTimersByTime(60_000);
    catalog.getEntities.mockRejectedValueOnce(new Error('It is asleep'));
    await expect(list()).rejects.toThrow('It is asleep');
  });

  it('does not keep that the catalog did not answer', async () => {
    const { catalog, entities } = open();
    catalog.getEntities.mockRejectedValueOnce(new Error('It is asleep'));
    await expect(entities.list({ credentials: ada })).rejects.toThrow(
      'It is asleep',
    );
    await expect(entities.list({ credentials: ada })).resolves.toEqual([found]);
  });

  it('finds one entity, whether it is a service, and whether it is there', async () => {
    const { catalog, entities } = open();
    const { entityRef } = found;
    const find = () => entities.find({ entityRef, credentials: ada });
    catalog.getEntityByRef.mockResolvedValueOnce(cart);
    await expect(find()).resolves.toEqual(found);
    catalog.getEntityByRef.mockResolvedValueOnce({
      ...cart,
      metadata: { name: 'mailer' },
    });
    await expect(find()).resolves.toBeUndefined();
    catalog.getEntityByRef.mockResolvedValueOnce(undefined);
    await expect(find()).rejects.toThrow(
      'The catalog has no entity component:default/cart',
    );
  });
});
