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

import { InputError, NotFoundError } from '@backstage/errors';
import {
  parseReleaseRecord,
  type ReleaseRecord,
} from '@chartroom/backstage-plugin-chartroom-common';
import { KubernetesError, type KubernetesClient } from '../../kubernetes';
import { decodeRelease } from './decodeRelease';
import type { HelmOptIn } from './HelmOptIn';
import { readReleaseData } from './readReleaseData';
import { requestError } from './requestError';
import { requireOptIn } from './requireOptIn';

/**
 * One revision of a release with its body, which may hold secrets.
 *
 * @internal
 */
export async function readRevision(options: {
  client: KubernetesClient;
  helm: HelmOptIn | undefined;
  namespace: string;
  release: string;
  revision: number;
  signal?: AbortSignal;
}): Promise<ReleaseRecord> {
  const { client, namespace, release, revision } = options;
  requireOptIn({ ...options, cluster: client.cluster });
  if (!Number.isSafeInteger(revision) || revision < 1) {
    throw new InputError('A revision is a number from 1 on');
  }
  let data: string;
  try {
    data = await readReleaseData({
      client,
      namespace,
      secret: `sh.helm.release.v1.${release}.v${revision}`,
      signal: options.signal ?? new AbortController().signal,
    });
  } catch (error) {
    if (error instanceof KubernetesError && error.failure === 'absent') {
      throw new NotFoundError(
        `Cluster ${client.cluster} keeps no revision ${revision} of release ${release} in namespace ${namespace}`,
      );
    }
    throw requestError({ error });
  }
  return parseReleaseRecord(await decodeRelease({ data }));
}
