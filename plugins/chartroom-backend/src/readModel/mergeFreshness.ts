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

/** What a cluster is as a whole is the first of these that one of its sources is. */
const worstFirst = [
  'unreachable',
  'starting',
  'copy',
  'partial',
  'live',
] as const;

/**
 * How fresh a cluster is that several observe, and of which an earlier process may have kept a copy.
 *
 * @remarks
 * What has not been observed yet is as old as the copy; without a copy, it is not known.
 *
 * @internal
 */
export function mergeFreshness(options: {
  cluster: string;
  /** One of each who observes it. */
  reports: readonly ClusterFreshness[];
  /** Whether everyone who observes the cluster has reported. */
  isComplete: boolean;
  /** ISO 8601: when the copy was confirmed; absent where there is none. */
  copiedAt?: string;
}): ClusterFreshness {
  const { cluster, reports, isComplete, copiedAt } = options;
  const state = isComplete
    ? worstFirst.find(it => reports.some(report => report.state === it))
    : 'starting';
  const isKept = state === 'starting' && copiedAt !== undefined;
  const times = reports.map(({ observedAt }) => observedAt ?? copiedAt);
  const observedAt = isComplete && !isKept ? oldest(times) : copiedAt;
  const namespaces = reports.map(report => report.namespaces);
  const messages = reports.flatMap(({ message }) => message ?? []);
  return {
    cluster,
    recorded: reports.some(({ recorded }) => recorded),
    state: isKept ? 'copy' : state ?? 'starting',
    ...(observedAt !== undefined && { observedAt }),
    ...(messages.length > 0 && { message: [...new Set(messages)].join(' ') }),
    ...(namespaces.length > 0 &&
      !namespaces.includes(undefined) && {
        namespaces: [...new Set(namespaces.flatMap(it => it ?? []))],
      }),
    sources: reports.flatMap(({ sources }) => sources),
  };
}

/** Undefined as soon as one is. */
function oldest(times: ReadonlyArray<string | undefined>): string | undefined {
  const known = times.flatMap(time => time ?? []);
  return known.length === times.length ? known.sort()[0] : undefined;
}
