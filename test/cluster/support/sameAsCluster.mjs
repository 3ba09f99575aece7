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
import { waitFor } from '../../support/waitFor.mjs';

const paths = {
  'apps/deployments': '/apis/apps/v1/deployments',
  'apps/replicasets': '/apis/apps/v1/replicasets',
  pods: '/api/v1/pods',
};

/** Waits until what a collector has told is what the cluster holds: the same names, and the same pods ready. */
export async function sameAsCluster(follower, cluster) {
  let difference;
  await waitFor('the same as the cluster holds', async () => {
    try {
      for (const [resource, path] of Object.entries(paths)) {
        const held = (await cluster.list(path)).map(describeObject);
        const told = [...follower.list(resource).values()].map(({ object }) =>
          describeObject(object),
        );
        assert.deepEqual(told.sort(), held.sort());
      }
      return true;
    } catch (error) {
      difference = error;
      return false;
    }
  }).catch(error => {
    throw difference ?? error;
  });
}

function describeObject({ metadata, status }) {
  const isReady = status?.conditions?.find(({ type }) => type === 'Ready');
  return [
    ...[metadata.namespace, metadata.name, metadata.uid, status?.phase],
    ...[isReady?.status, status?.readyReplicas, status?.replicas],
  ].join(' ');
}
