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
import { z } from 'zod';
import type { ClusterSettings, CredentialSettings } from './ClusterSettings';
import { parseSettings } from './parseSettings';

const AUTH_PROVIDER = 'kubernetes.io/auth-provider';

const clusterSchema = z.looseObject({
  name: z.string().min(1),
  url: z.string().min(1),
  authProvider: z.string().min(1).optional(),
  serviceAccountToken: z.string().min(1).optional(),
  assumeRole: z.string().min(1).optional(),
  externalId: z.string().min(1).optional(),
  caData: z.string().min(1).optional(),
  caFile: z.string().min(1).optional(),
  skipTLSVerify: z.boolean().default(false),
  authMetadata: z.record(z.string(), z.string()).default({}),
});

const methodSchema = z.looseObject({
  type: z.string(),
  clusters: z.array(clusterSchema).default([]),
});

/** As the kubernetes plugin has it: `kubectl proxy` listens there. */
const localProxy: ClusterSettings = {
  name: 'local',
  access: {
    type: 'address',
    url: 'http://127.0.0.1:8001',
    skipTLSVerify: false,
    credentials: { type: 'none' },
  },
};

/**
 * The clusters that the configuration of Backstage's own `kubernetes` plugin lists, read as that plugin reads them.
 *
 * @remarks
 * Clusters that it finds elsewhere (in the catalog, in Google's cloud) are told in the log and left out.
 *
 * @internal
 */
export function readKubernetesClusters(options: {
  config: Config;
  logger: LoggerService;
}): ClusterSettings[] {
  const { config, logger } = options;
  const key = 'kubernetes.clusterLocatorMethods';
  const methods = parseSettings({
    schema: z.array(methodSchema),
    value: config.getOptional(key) ?? [],
    key,
  });
  const found = new Map<string, ClusterSettings>();
  for (const { type, clusters } of methods) {
    if (type === 'config') {
      for (const cluster of clusters) {
        found.set(cluster.name, settingsOf(cluster));
      }
    } else if (type === 'localKubectlProxy') {
      found.set('local', localProxy);
    } else {
      logger.warn(
        `Clusters that the kubernetes plugin finds by '${type}' are not observed: name those that should be under 'chartroom.clusters'`,
      );
    }
  }
  return [...found.values()];
}

function settingsOf(cluster: z.infer<typeof clusterSchema>): ClusterSettings {
  const { name, url, caData, caFile, skipTLSVerify } = cluster;
  return {
    name,
    access: {
      type: 'address',
      url,
      caData,
      caFile,
      skipTLSVerify,
      credentials: credentialsOf(cluster),
    },
  };
}

function credentialsOf(
  cluster: z.infer<typeof clusterSchema>,
): CredentialSettings {
  const { serviceAccountToken, assumeRole, externalId } = cluster;
  const authProvider =
    cluster.authMetadata[AUTH_PROVIDER] ?? cluster.authProvider ?? '';
  const authMetadata = {
    [AUTH_PROVIDER]: authProvider,
    ...(serviceAccountToken && { serviceAccountToken }),
    ...(assumeRole && { 'kubernetes.io/aws-assume-role': assumeRole }),
    ...(externalId && { 'kubernetes.io/aws-external-id': externalId }),
    ...cluster.authMetadata,
  };
  if (authProvider === 'serviceAccount') {
    const token = authMetadata.serviceAccountToken;
    return token ? { type: 'token', token } : { type: 'ownAccount' };
  }
  return authProvider === 'localKubectlProxy'
    ? { type: 'none' }
    : { type: 'strategy', authProvider, authMetadata };
}
