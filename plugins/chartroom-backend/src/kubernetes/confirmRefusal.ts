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

import { z } from 'zod';
import type { KubernetesClient } from './KubernetesClient';
import { KubernetesError } from './KubernetesError';
import type { KubernetesResource } from './KubernetesResource';
import { requestJson } from './requestJson';
import { resourceName } from './resourceName';

const MAXIMUM_BYTES = 1_048_576;

const kinds = z.object({ resources: z.array(z.object({ name: z.string() })) });

/**
 * What a refused list is: `absent` where the cluster says that it has no such kind.
 *
 * @remarks
 * An API server refuses before it looks, so who was granted nothing of a group is told the same whether the cluster has it or
 * not. Which kinds there are, everybody who is known to it may ask, unless somebody has taken that right away; then the
 * refusal stays one.
 *
 * @internal
 */
export async function confirmRefusal(options: {
  error: KubernetesError;
  client: KubernetesClient;
  resource: KubernetesResource;
  /** Limit of the question. */
  deadlineMilliseconds: number;
  signal: AbortSignal;
}): Promise<KubernetesError> {
  const { error, client, resource, deadlineMilliseconds, signal } = options;
  const { group, version, plural } = resource;
  // Only what somebody has defined has a group with a dot that may be missing
  if (error.failure !== 'forbidden' || !group.includes('.')) {
    return error;
  }
  try {
    const served = await requestJson({
      client,
      request: {
        resource: `the kinds of ${group}`,
        path: `/apis/${encodeURIComponent(group)}/${encodeURIComponent(
          version,
        )}`,
        deadlineMilliseconds,
        idleMilliseconds: deadlineMilliseconds,
        signal,
      },
      maximumBytes: MAXIMUM_BYTES,
    });
    const { data } = kinds.safeParse(served);
    return !data || data.resources.some(({ name }) => name === plural)
      ? error
      : absent({ client, resource });
  } catch (failure) {
    return failure instanceof KubernetesError && failure.failure === 'absent'
      ? absent({ client, resource })
      : error;
  }
}

function absent(options: {
  client: KubernetesClient;
  resource: KubernetesResource;
}): KubernetesError {
  const { client, resource } = options;
  return new KubernetesError({
    failure: 'absent',
    message: `Cluster ${client.cluster} does not have ${resourceName({
      resource,
    })}`,
  });
}
