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

/**
 * The persons who ask, each about a service that runs, of a platform that is not hidden from them; and what they ask.
 * Whoever is called `reader` sees all.
 */
export function planViewers({ landscape, services, count }) {
  const hiddenFrom = index => index % landscape.platforms.length;
  const viewers = Array.from(
    { length: count },
    (_, index) => `viewer-${hiddenFrom(index)}-${index}`,
  );
  const entityFor = index => {
    const seen = services.filter(
      ({ platform, isRunning }) =>
        isRunning && platform !== `p${hiddenFrom(index)}`,
    );
    return `component:default/${seen[(index * 7) % seen.length].service}`;
  };
  return {
    all: ['reader', ...viewers],
    /** Deployments of an entity. */
    askOurs: backend => async index => {
      const { items } = await backend.ask({
        viewer: viewers[index],
        path: `/api/chartroom/deployments?entityRef=${entityFor(index)}`,
      });
      assert.equal(items.length, 5);
    },
    /** The workloads of an entity, as the tab of the kubernetes plugin does. */
    askTheirs:
      (backend, { timeout } = {}) =>
      async index => {
        const { items } = await backend.ask({
          ...{ viewer: viewers[index], timeout },
          path: '/api/kubernetes/resources/workloads/query',
          body: { entityRef: entityFor(index), auth: {} },
        });
        assert.equal(items.length, 1);
      },
    /** The entity, as every page of it does. */
    askCatalog: backend => async index => {
      const name = entityFor(index).replace(':', '/');
      await backend.ask({
        viewer: viewers[index],
        path: `/api/catalog/entities/by-name/${name}`,
      });
    },
  };
}
