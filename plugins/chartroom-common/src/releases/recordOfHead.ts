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

import type { z } from 'zod';
import type { ReleaseRecord } from './ReleaseRecord';
import type { releaseHeadSchema } from './releaseRecordSchema';

/**
 * What the head of a release's JSON says, in our words.
 *
 * @internal
 */
export function recordOfHead(options: {
  head: z.infer<typeof releaseHeadSchema>;
  namespace: string;
  revision: number;
}): ReleaseRecord {
  const { head, namespace, revision } = options;
  const { info, chart } = head;
  const { name, version, appVersion, dependencies } = chart.metadata;
  return {
    name: head.name,
    namespace,
    revision,
    status: info.status,
    description: info.description,
    firstDeployedAt: info.first_deployed,
    updatedAt: info.last_deployed,
    deletedAt: info.deleted,
    chart: { name, version, appVersion, dependencies, lock: chart.lock },
  };
}
