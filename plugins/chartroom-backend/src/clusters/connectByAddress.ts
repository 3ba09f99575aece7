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

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { ClusterConnection, CredentialSource } from '../kubernetes';
import type { ClusterAccess } from './ClusterSettings';
import { createTokenSource } from './createTokenSource';
import { ownAccount } from './ownAccount';
import { parseAddress } from './parseAddress';
import { readText } from './readText';
import { strategyTokens } from './strategyTokens';

/**
 * How a cluster is reached whose address stands in the configuration.
 *
 * @internal
 */
export async function connectByAddress(options: {
  cluster: string;
  access: Extract<ClusterAccess, { readonly type: 'address' }>;
  config: Config;
  logger: LoggerService;
}): Promise<ClusterConnection> {
  const { cluster, access } = options;
  const { caData, caFile, credentials } = access;
  const url = parseAddress({
    cluster,
    url: access.url,
    withCredentials: credentials.type !== 'none',
  });
  let ca: string | undefined;
  if (caData) {
    ca = Buffer.from(caData, 'base64').toString('utf8');
  } else if (caFile) {
    ca = await readText({ cluster, path: caFile });
  }
  return {
    cluster,
    url,
    tls: { ca, skipVerification: access.skipTLSVerify },
    credentials: await credentialsOf(options),
  };
}

async function credentialsOf(options: {
  cluster: string;
  access: Extract<ClusterAccess, { readonly type: 'address' }>;
  config: Config;
  logger: LoggerService;
}): Promise<CredentialSource> {
  const { cluster, access, config, logger } = options;
  const { credentials } = access;
  switch (credentials.type) {
    case 'none':
      return { getToken: async () => undefined };
    case 'token':
      return { getToken: async () => credentials.token };
    case 'tokenFile':
      return createTokenSource({
        fetchToken: async () =>
          (await readText({ cluster, path: credentials.path })).trim(),
      });
    case 'ownAccount':
      return createTokenSource({
        fetchToken: async () =>
          (await readText({ cluster, path: ownAccount.tokenFile })).trim(),
      });
    default:
      return strategyTokens({
        cluster,
        url: access.url,
        credentials,
        config,
        logger,
      });
  }
}
