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

import { setTimeout } from 'node:timers/promises';
import {
  KubernetesError,
  requestJson,
  type KubernetesClient,
} from '../kubernetes';

const MAXIMUM_BYTES = 64 * 1024;

/**
 * Asks a cluster of which nothing was heard for a while whether it is still there, until the signal is aborted.
 *
 * @remarks
 * A quiet watch says something about once a minute; a network that swallows everything says nothing for ever, and ends
 * no connection. Where the cluster does not answer, its connections are given up, so that the watches find out at
 * once; any answer at all is one, and wakes those who wait to try again.
 *
 * @internal
 */
export async function probeCluster(options: {
  client: KubernetesClient;
  /** Milliseconds. */
  every: number;
  signal: AbortSignal;
}): Promise<void> {
  const { client, every, signal } = options;
  // Since when nothing was heard when the connections were given up: that is done once for each silence.
  let givenUp: number | undefined;
  while (!signal.aborted) {
    await setTimeout(every / 2, undefined, { signal, ref: false }).catch(
      () => {},
    );
    const heardAt = client.silence.lastHeardAt();
    if (
      signal.aborted ||
      heardAt === undefined ||
      Date.now() - heardAt < every
    ) {
      continue;
    }
    try {
      await requestJson({
        client,
        request: {
          resource: 'version',
          path: '/version',
          deadlineMilliseconds: every / 2,
          idleMilliseconds: every / 2,
          signal,
        },
        maximumBytes: MAXIMUM_BYTES,
      });
    } catch (error) {
      if (
        !signal.aborted &&
        heardAt !== givenUp &&
        error instanceof KubernetesError &&
        error.failure === 'unreachable'
      ) {
        givenUp = heardAt;
        await client.reset();
      }
    }
  }
}
