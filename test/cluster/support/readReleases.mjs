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

import { gunzipSync } from 'node:zlib';

/** The release that a Secret of Helm holds: base64 of Helm in base64 of Kubernetes, around gzip. */
export function decodeRelease(secret) {
  const inner = Buffer.from(secret.data.release, 'base64').toString();
  return JSON.parse(gunzipSync(Buffer.from(inner, 'base64')).toString());
}

/** What Helm's release Secrets in a namespace say, by name and revision: the Secret's labels and the release itself. */
export async function readReleases(options) {
  const { cluster, namespace } = options;
  const secrets = await cluster.list(
    `/api/v1/namespaces/${namespace}/secrets?labelSelector=owner=helm`,
  );
  return secrets
    .map(secret => ({
      labels: secret.metadata.labels,
      release: decodeRelease(secret),
    }))
    .sort(
      (one, other) =>
        one.release.name.localeCompare(other.release.name) ||
        one.release.version - other.release.version,
    );
}
