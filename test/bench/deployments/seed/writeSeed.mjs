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

import { cloneRelease } from './cloneRelease.mjs';
import { inParallel } from './inParallel.mjs';
import { workloadObjects } from './workloadObjects.mjs';

/** Writes a landscape to a cluster, and resolves with how many objects and bytes of records that were. */
export async function writeSeed({ cluster, landscape, captured }) {
  const { platforms, releases, services } = landscape;
  const post = (path, body) => cluster.request({ method: 'POST', path, body });
  const totals = { secrets: 0, bytes: 0, workloads: 0 };
  const namespaces = platforms.flatMap(({ environments }) =>
    environments.map(({ namespace }) => namespace),
  );
  for (const name of namespaces) {
    await post('/api/v1/namespaces', { metadata: { name } });
    // No controller makes it, and no pod is let in without
    await post(`/api/v1/namespaces/${name}/serviceaccounts`, {
      metadata: { name: 'default' },
    });
  }
  const clones = new Map(
    [...captured].map(([shape, found]) => [shape, cloneRelease(found)]),
  );
  await inParallel({
    items: releases,
    async run(release) {
      for (let revision = 1; revision <= release.revisions; revision += 1) {
        const secret = await clones.get(release.shape)({ release, revision });
        await post(`/api/v1/namespaces/${release.namespace}/secrets`, secret);
        totals.secrets += 1;
        totals.bytes += secret.data.release.length;
      }
    },
  });
  await inParallel({
    items: services.filter(({ fate }) => fate),
    async run({ slot, ...service }) {
      const write = object => writeWithStatus({ cluster, object });
      const { deployment, replicaSet, pods } = workloadObjects({
        ...service,
        release: slot.name,
      });
      const owner = await write(replicaSet(await write(deployment)));
      for (const pod of pods) {
        await write(pod(owner));
      }
      totals.workloads += 1;
    },
  });
  return totals;
}

async function writeWithStatus({ cluster, object }) {
  const path = await cluster.pathOf(object);
  const written = await cluster.request({
    method: 'POST',
    path: path.replace(/\/[^/]*$/, ''),
    body: object,
  });
  await cluster.request({
    method: 'PUT',
    path: `${path}/status`,
    body: { ...written, status: object.status },
  });
  return { ...object, metadata: written.metadata };
}
