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

/** Applies an object as its controller leaves it: its status by the subresource, where its kind has one. */
export async function applyWithStatus({ cluster, object }) {
  const { status, spec, ...identity } = object;
  await cluster.apply(object);
  const path = await cluster.pathOf(object);
  await cluster
    .request({
      method: 'PATCH',
      path: `${path}/status?fieldManager=controller&force=true`,
      body: { ...identity, status },
      type: 'application/apply-patch+yaml',
    })
    .catch(error => {
      // It has none: then the status has been applied with the rest
      if (error.status !== 404) {
        throw error;
      }
    });
}
