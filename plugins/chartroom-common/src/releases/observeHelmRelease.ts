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

import { releaseCharts } from './releaseCharts';
import type { ReleaseRecord } from './ReleaseRecord';
import type { ObservedRelease } from './types';

/**
 * A release as Helm's storage tells it.
 *
 * @public
 */
export function observeHelmRelease(options: {
  /** The revision whose objects serve; where none does, the newest one. */
  record: ReleaseRecord;
  /** The newest revision, where it is not the one that serves: it failed, or is pending. */
  superseding?: ReleaseRecord;
}): ObservedRelease {
  const { record, superseding } = options;
  const newest = superseding ?? record;
  const { name, version, appVersion, lock } = record.chart;
  return {
    source: 'helm',
    name: record.name,
    namespace: record.namespace,
    chart: { name, version, appVersion },
    subcharts: releaseCharts({ record }),
    lockDigest: lock?.digest,
    revision: newest.revision,
    status: newest.status,
    deployedRevision:
      newest.revision === record.revision ? undefined : record.revision,
    description: newest.description,
    updatedAt: newest.updatedAt,
    toldBy: `Secret ${record.namespace}/sh.helm.release.v1.${record.name}.v${record.revision}`,
  };
}
