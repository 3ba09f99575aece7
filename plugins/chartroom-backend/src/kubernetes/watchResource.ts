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
import { readLines } from './readLines';
import { resourceName } from './resourceName';
import { resourcePath } from './resourcePath';

// Two times the largest request that an API server takes, and room for what it adds.
const MAXIMUM_LINE_BYTES = 8 * 1024 * 1024;
// Beyond the server's own end of a watch, so that it always comes first.
const GRACE_MILLISECONDS = 30_000;

const versioned = z.looseObject({
  metadata: z.looseObject({ resourceVersion: z.string() }),
});

const eventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ADDED'), object: versioned }),
  z.object({ type: z.literal('MODIFIED'), object: versioned }),
  z.object({ type: z.literal('DELETED'), object: versioned }),
  z.object({ type: z.literal('BOOKMARK'), object: versioned }),
  z.object({
    type: z.literal('ERROR'),
    object: z.looseObject({
      code: z.number().optional(),
      reason: z.string().optional(),
    }),
  }),
]);

const TYPES = {
  ADDED: 'put',
  MODIFIED: 'put',
  DELETED: 'remove',
  BOOKMARK: 'confirmed',
} as const;

/**
 * Watches the objects of a kind until the API server ends it, which it does every few minutes.
 *
 * @remarks
 * Throws KubernetesError `expired` where the changes since the version are no longer kept.
 *
 * @internal
 */
export async function watchResource(options: {
  client: KubernetesClient;
  resource: KubernetesResource;
  /** Absent: in all namespaces. */
  namespace?: string;
  /** What is already known. */
  resourceVersion: string;
  /** Called once, when the API server has agreed. */
  onOpen: () => void;
  /** Called once per change, and with `confirmed` where all is as it was; each with the version that is known then. */
  onEvent: (event: {
    readonly type: 'put' | 'remove' | 'confirmed';
    readonly object: unknown;
    readonly resourceVersion: string;
  }) => void;
  /** After this time the API server ends the watch. */
  lengthMilliseconds: number;
  /** Limit of the time until the API server agrees, which it does at once. */
  answerMilliseconds: number;
  /** Limit of the time in which nothing arrives; a bookmark comes about once a minute. */
  idleMilliseconds: number;
  signal: AbortSignal;
}): Promise<void> {
  const { client, resource, namespace, onOpen, onEvent } = options;
  const { labelSelector, fieldSelector } = resource;
  await client.request({
    verb: 'watch',
    resource: resourceName({ resource }),
    namespace,
    path: resourcePath({ resource, namespace }),
    query: {
      watch: 'true',
      allowWatchBookmarks: 'true',
      resourceVersion: options.resourceVersion,
      timeoutSeconds: `${Math.ceil(options.lengthMilliseconds / 1000)}`,
      ...(labelSelector && { labelSelector }),
      ...(fieldSelector && { fieldSelector }),
    },
    accept: resource.metadataOnly
      ? 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1'
      : undefined,
    deadlineMilliseconds: options.lengthMilliseconds + GRACE_MILLISECONDS,
    answerMilliseconds: options.answerMilliseconds,
    idleMilliseconds: options.idleMilliseconds,
    signal: options.signal,
    read: async chunks => {
      onOpen();
      for await (const line of readLines({
        chunks,
        maximumLineBytes: MAXIMUM_LINE_BYTES,
      })) {
        const event = parseEvent(line);
        if (event.type === 'ERROR') {
          throw failure(client, event.object);
        }
        onEvent({
          type: TYPES[event.type],
          object: event.object,
          resourceVersion: event.object.metadata.resourceVersion,
        });
      }
    },
  });
}

function parseEvent(line: string) {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    value = undefined;
  }
  const { data } = eventSchema.safeParse(value);
  if (!data) {
    throw new KubernetesError({
      failure: 'malformed',
      message: 'a line of the watch is not an event',
    });
  }
  return data;
}

function failure(
  client: KubernetesClient,
  status: { code?: number; reason?: string },
): KubernetesError {
  const gone = status.code === 410 || status.reason === 'Expired';
  return new KubernetesError({
    failure: gone ? 'expired' : 'rejected',
    message: gone
      ? `Cluster ${client.cluster} no longer keeps the changes that were asked for`
      : `Cluster ${client.cluster} ended a watch with error ${
          status.code ?? 'without a code'
        }`,
  });
}
