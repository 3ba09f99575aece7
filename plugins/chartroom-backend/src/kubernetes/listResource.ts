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

import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import type { KubernetesClient } from './KubernetesClient';
import { KubernetesError } from './KubernetesError';
import type { KubernetesResource } from './KubernetesResource';
import { readListItems } from './readListItems';
import { resourceName } from './resourceName';
import { resourcePath } from './resourcePath';

const PAGE = 500;
const MAXIMUM_PAGES = 10_000;
// An object is 3 MiB at most: the limit of a request to an API server.
const MAXIMUM_ITEM_BYTES = 8 * 1024 * 1024;

const listSchema = z.object({
  metadata: z.object({
    resourceVersion: z.string().default(''),
    continue: z.string().optional(),
  }),
});

/**
 * Lists all objects of a kind, page by page, and returns the version from which a watch goes on.
 *
 * @remarks
 * Version `0` is what the API server has at hand in its watch cache: the cheapest list, which comes in one piece and
 * may be a little old; the watch makes up for that. Without a version it is the newest state, in pages.
 *
 * @internal
 */
export async function listResource(options: {
  client: KubernetesClient;
  resource: KubernetesResource;
  /** Absent: of all namespaces. */
  namespace?: string;
  resourceVersion?: '0';
  /** Called once per object, as it arrives. */
  onItem: (item: unknown) => void;
  deadlineMilliseconds: number;
  idleMilliseconds: number;
  signal: AbortSignal;
}): Promise<{ readonly resourceVersion: string }> {
  const { client, resource, namespace, onItem } = options;
  const { labelSelector, fieldSelector } = resource;
  const name = resourceName({ resource });
  let token: string | undefined;
  for (let page = 0; page < MAXIMUM_PAGES; page += 1) {
    const rest = await client.request({
      verb: 'list',
      resource: name,
      namespace,
      path: resourcePath({ resource, namespace }),
      query: {
        limit: `${PAGE}`,
        ...(labelSelector && { labelSelector }),
        ...(fieldSelector && { fieldSelector }),
        ...(token
          ? { continue: token }
          : options.resourceVersion && {
              resourceVersion: options.resourceVersion,
            }),
      },
      accept: resource.metadataOnly
        ? 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1'
        : undefined,
      deadlineMilliseconds: options.deadlineMilliseconds,
      idleMilliseconds: options.idleMilliseconds,
      signal: options.signal,
      read: chunks =>
        readListItems({ chunks, onItem, maximumItemBytes: MAXIMUM_ITEM_BYTES }),
    });
    const { data } = listSchema.safeParse(rest);
    if (!data) {
      throw malformed(client, name, 'its answer is not a list of Kubernetes');
    }
    if (!data.metadata.continue) {
      return { resourceVersion: data.metadata.resourceVersion };
    }
    token = data.metadata.continue;
    await setImmediate();
  }
  throw malformed(
    client,
    name,
    `the list has more than ${MAXIMUM_PAGES} pages`,
  );
}

function malformed(client: KubernetesClient, name: string, message: string) {
  return new KubernetesError({
    failure: 'malformed',
    message: `Cluster ${client.cluster} gave an answer that cannot be read when asked to list ${name}: ${message}`,
  });
}
