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

import type { ClusterFreshness } from '@chartroom/backstage-plugin-chartroom-common';
import type { WantedReading } from '../wanted';

/**
 * How well Chartroom can answer: `starting` while nothing at all is known of a cluster or platform that has not failed
 * either; `degraded` where one cannot be read, or only partly; else `ready`.
 *
 * @internal
 */
export type Readiness = 'starting' | 'degraded' | 'ready';

/**
 * Judges all clusters and platforms together.
 *
 * @internal
 */
export function judgeReadiness(options: {
  clusters: readonly ClusterFreshness[];
  platforms: readonly WantedReading[];
}): Readiness {
  const { clusters, platforms } = options;
  if (
    clusters.some(({ state }) => state === 'starting') ||
    platforms.some(({ last, message }) => !last && !message)
  ) {
    return 'starting';
  }
  return clusters.every(({ state }) => state === 'live') &&
    platforms.every(({ message }) => !message)
    ? 'ready'
    : 'degraded';
}
