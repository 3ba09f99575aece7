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

import { createCollector } from './createCollector.mjs';

/**
 * Lets the backend's collector observe a cluster of tests, by any address, and keeps what it tells: each list's
 * observations by key, and the freshness that was reported last.
 */
export async function followCluster(options) {
  const followed = { lists: new Map(), freshness: undefined, reports: [] };
  const stop = new AbortController();
  const collector = createCollector(options);
  const list = resource => {
    if (!followed.lists.has(resource)) {
      followed.lists.set(resource, new Map());
    }
    return followed.lists.get(resource);
  };
  const sink = {
    replace({ resource, observations }) {
      followed.lists.set(
        resource,
        new Map(observations.map(it => [it.key, it])),
      );
    },
    put: ({ resource, observation }) =>
      list(resource).set(observation.key, observation),
    remove: ({ resource, key }) => list(resource).delete(key),
    report(freshness) {
      followed.freshness = freshness;
      followed.reports.push(freshness);
    },
  };
  await collector.start({ sink, signal: stop.signal });
  return { ...collector, followed, stop: () => stop.abort(), list };
}
