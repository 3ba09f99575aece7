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

import {
  listResource,
  parseObject,
  type KubernetesClient,
} from '../../kubernetes';
import type { ReleaseRevision } from '../ClusterSource';
import type { HelmOptIn } from './HelmOptIn';
import { releaseSecrets } from './releaseSecrets';
import { requestError } from './requestError';
import { requireOptIn } from './requireOptIn';
import { storedRevision } from './storedRevision';

/**
 * The revisions of one release that a cluster keeps, the newest first, from their metadata alone.
 *
 * @internal
 */
export async function listRevisions(options: {
  client: KubernetesClient;
  helm: HelmOptIn | undefined;
  namespace: string;
  release: string;
  signal?: AbortSignal;
}): Promise<readonly ReleaseRevision[]> {
  const { client, namespace, release } = options;
  requireOptIn({ ...options, cluster: client.cluster });
  const revisions = new Array<ReleaseRevision>();
  const resource = {
    ...releaseSecrets,
    labelSelector: `owner=helm,name=${release}`,
  };
  try {
    await listResource({
      client,
      resource,
      namespace,
      onItem: value => {
        const object = parseObject({ value, resource });
        const stored = object && storedRevision({ object });
        if (stored?.release === release) {
          const { revision, status, createdAt, modifiedAt } = stored;
          revisions.push({ revision, status, createdAt, modifiedAt });
        }
      },
      deadlineMilliseconds: 30_000,
      idleMilliseconds: 15_000,
      signal: options.signal ?? new AbortController().signal,
    });
  } catch (error) {
    throw requestError({ error });
  }
  return revisions.sort((a, b) => b.revision - a.revision);
}
