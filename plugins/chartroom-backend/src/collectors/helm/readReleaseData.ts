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
  requestJson,
  resourceName,
  resourcePath,
  type KubernetesClient,
} from '../../kubernetes';
import { parseReleaseData } from './parseReleaseData';
import { releaseSecrets } from './releaseSecrets';

// A Secret holds 1 MiB at most, a third more in base64; the rest is metadata.
const MAXIMUM_BYTES = 4 * 1024 * 1024;

/**
 * Gets `data.release` of one release's Secret.
 *
 * @internal
 */
export async function readReleaseData(options: {
  client: KubernetesClient;
  namespace: string;
  /** Name of the Secret. */
  secret: string;
  signal: AbortSignal;
}): Promise<string> {
  const { client, namespace, secret, signal } = options;
  const value = await requestJson({
    client,
    request: {
      resource: resourceName({ resource: releaseSecrets }),
      namespace,
      path: resourcePath({ resource: releaseSecrets, namespace, name: secret }),
      deadlineMilliseconds: 60_000,
      idleMilliseconds: 30_000,
      signal,
    },
    maximumBytes: MAXIMUM_BYTES,
  });
  return parseReleaseData({ value, namespace, secret });
}
