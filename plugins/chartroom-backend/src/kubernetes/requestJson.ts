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

import type { KubernetesClient } from './KubernetesClient';
import { KubernetesError } from './KubernetesError';
import type { KubernetesRequest } from './KubernetesRequest';

/**
 * Gets one object, or another answer of limited size, as JSON.
 *
 * @internal
 */
export async function requestJson(options: {
  client: KubernetesClient;
  request: Omit<KubernetesRequest, 'verb'>;
  maximumBytes: number;
}): Promise<unknown> {
  const { client, request, maximumBytes } = options;
  return client.request({
    ...request,
    verb: 'get',
    read: async chunks => {
      const pieces = new Array<Uint8Array>();
      let bytes = 0;
      for await (const chunk of chunks) {
        bytes += chunk.byteLength;
        if (bytes > maximumBytes) {
          throw malformed(`it is larger than ${maximumBytes} bytes`);
        }
        pieces.push(chunk);
      }
      try {
        const value: unknown = JSON.parse(
          Buffer.concat(pieces).toString('utf8'),
        );
        return value;
      } catch {
        throw malformed('it is not JSON');
      }
    },
  });
}

function malformed(message: string) {
  return new KubernetesError({ failure: 'malformed', message });
}
