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

import type { ClusterConnection } from '../kubernetes';
import { createTokenSource } from './createTokenSource';
import { ownAccount } from './ownAccount';
import { parseAddress } from './parseAddress';
import { readText } from './readText';
import { refused } from './refused';

/**
 * How the cluster is reached that this process runs in: with the account of its pod.
 *
 * @internal
 */
export async function connectInCluster(options: {
  cluster: string;
  /** Default: that of this process. */
  environment?: Readonly<Record<string, string | undefined>>;
  /** Default: where Kubernetes puts them. */
  account?: { readonly tokenFile: string; readonly caFile: string };
}): Promise<ClusterConnection> {
  const { cluster, environment = process.env, account = ownAccount } = options;
  const host = environment.KUBERNETES_SERVICE_HOST;
  const port = environment.KUBERNETES_SERVICE_PORT;
  if (!host || !port) {
    throw refused({
      cluster,
      message:
        'inCluster is set, and this process does not run in a cluster (KUBERNETES_SERVICE_HOST is empty)',
    });
  }
  const url = parseAddress({
    cluster,
    url: `https://${host.includes(':') ? `[${host}]` : host}:${port}`,
    withCredentials: true,
  });
  return {
    cluster,
    url,
    tls: {
      ca: await readText({ cluster, path: account.caFile }),
      skipVerification: false,
    },
    // The kubelet writes a new token long before the old one expires.
    credentials: createTokenSource({
      fetchToken: async () =>
        (await readText({ cluster, path: account.tokenFile })).trim(),
    }),
  };
}
