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
import type { CredentialSource } from '../kubernetes';
import type { CredentialSettings } from './ClusterSettings';
import { createTokenSource } from './createTokenSource';
import { refused } from './refused';

type Strategy = Extract<CredentialSettings, { readonly type: 'strategy' }>;

type Strategies = Pick<
  typeof import('@backstage/plugin-kubernetes-backend'),
  'AwsIamStrategy' | 'AzureIdentityStrategy' | 'GoogleServiceAccountStrategy'
>;

const OF_A_PERSON = new Set(['aks', 'google', 'oidc']);

/**
 * Tokens by a strategy of the kubernetes plugin.
 *
 * @remarks
 * Its package brings the clients of three clouds, so it is loaded only here, and only where a cluster asks for one.
 *
 * @internal
 */
export async function strategyTokens(options: {
  cluster: string;
  url: string;
  credentials: Strategy;
  config: Config;
  logger: LoggerService;
  /** Default: loads the package. */
  loadStrategies?: () => Promise<Strategies>;
}): Promise<CredentialSource> {
  const { cluster, url, credentials } = options;
  const { authProvider, authMetadata } = credentials;
  if (OF_A_PERSON.has(authProvider)) {
    throw refused({
      cluster,
      message: `its authProvider '${authProvider}' acts for the person who looks, and a collector works without one: give it an account of its own under 'chartroom.clusters' (url and token, or kubeconfig)`,
    });
  }
  const strategy = await createStrategy(options);
  return createTokenSource({
    fetchToken: async () => {
      const credential = await strategy
        .getCredential({ name: cluster, url, authMetadata })
        .catch(() => {
          throw refused({
            cluster,
            message: `the authProvider '${authProvider}' gave no credentials`,
          });
        });
      switch (credential.type) {
        case 'bearer token':
          return credential.token;
        case 'anonymous':
          return undefined;
        default:
          throw refused({
            cluster,
            message: `its authProvider '${authProvider}' gives a client certificate: use a kubeconfig under 'chartroom.clusters'`,
          });
      }
    },
  });
}

async function createStrategy(options: {
  cluster: string;
  credentials: Strategy;
  config: Config;
  logger: LoggerService;
  loadStrategies?: () => Promise<Strategies>;
}) {
  const { cluster, config, logger } = options;
  const {
    loadStrategies = () => import('@backstage/plugin-kubernetes-backend'),
  } = options;
  const { authProvider } = options.credentials;
  const strategies = await loadStrategies().catch(() => {
    throw refused({
      cluster,
      message: `its authProvider '${authProvider}' needs the package @backstage/plugin-kubernetes-backend: add it to the backend`,
    });
  });
  switch (authProvider) {
    case 'aws':
      return new strategies.AwsIamStrategy({ config });
    case 'azure':
      return new strategies.AzureIdentityStrategy(logger);
    case 'googleServiceAccount':
      return new strategies.GoogleServiceAccountStrategy({ config });
    default:
      throw refused({
        cluster,
        message: authProvider
          ? `its authProvider '${authProvider}' is not known: use serviceAccount, aws, azure or googleServiceAccount, or name the cluster under 'chartroom.clusters' with url and token`
          : 'it has no authProvider',
      });
  }
}
