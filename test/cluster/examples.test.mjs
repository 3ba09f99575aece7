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

import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { assemblePlatform } from '../charts/support/assemblePlatform.mjs';
import { examplePlatforms } from '../charts/support/examplePlatforms.mjs';
import { helms } from '../support/helm.mjs';
import { brokenReferences } from './support/brokenReferences.mjs';
import { clusterHelm } from './support/clusterHelm.mjs';
import { declaredLevel } from './support/declaredLevel.mjs';
import { environmentSecrets } from './support/environmentSecrets.mjs';
import { installCustomResources } from './support/installCustomResources.mjs';
import { readReleases } from './support/readReleases.mjs';
import { startCluster } from './support/startCluster.mjs';

const customResources = [
  'certificates.cert-manager.io',
  'externalsecrets.external-secrets.io',
  'gateways.gateway.networking.k8s.io',
  'httproutes.gateway.networking.k8s.io',
  'servicemonitors.monitoring.coreos.com',
];

/** Secrets whose keys the service alone knows, which its README says to make by hand. */
const byHand = {
  heimdall: {
    heimdall: ['JWT_SECRET', 'API_KEY_SECRET', 'OIDC_CLIENT_SECRET'],
    'heimdall-admin': ['password'],
  },
  'backend-with-postgres': { ghcr: ['.dockerconfigjson'] },
};

const skip =
  (!process.env.CHARTROOM_CONTROL_PLANE && 'no control plane') ||
  (!process.env.CHARTROOM_CUSTOM_RESOURCES && 'no definitions');
const platforms = await examplePlatforms();

describe('the examples in a real cluster', { skip }, () => {
  let cluster;
  before(async () => {
    cluster = await startCluster();
    await installCustomResources({ cluster, names: customResources });
  });
  after(() => cluster?.stop());

  for (const { name, binary } of helms) {
    describe(`with ${name}`, { skip: !binary && 'it is absent' }, () => {
      for (const platform of platforms) {
        describe(platform.name, () => {
          let helm;
          let directory;
          before(async () => {
            helm = await clusterHelm({ binary, cluster });
            directory = await assemblePlatform({ helm, ...platform });
          });
          after(() => rm(directory, { recursive: true, force: true }));

          for (const environment of platform.environments) {
            it(`runs in ${environment.name}: every pod is admitted and ready`, async () => {
              const namespace = `${environment.namespace}-${
                environment.name
              }-${name.at(-1)}`;
              const podSecurity = await declaredLevel({
                ...{ directory, platform, environment },
              });
              assert.equal(
                podSecurity,
                platform.name === 'robot-shop' ? 'baseline' : 'restricted',
              );
              await cluster.createNamespace({ name: namespace, podSecurity });
              const secrets = await environmentSecrets({
                directory,
                environment: environment.name,
              });
              await cluster.apply(
                ...[
                  ...secrets,
                  ...manualSecrets(platform.name).filter(
                    ({ metadata }) =>
                      !secrets.some(
                        secret => secret.metadata.name === metadata.name,
                      ),
                  ),
                ].map(secret => ({
                  ...secret,
                  metadata: { ...secret.metadata, namespace },
                })),
              );

              await helm(
                ...['install', platform.system],
                join(directory, platform.umbrella),
                ...['--values', join(directory, environment.values)],
                ...['--namespace', namespace, '--wait', '--timeout', '60s'],
              );

              const [{ release }] = await readReleases({ cluster, namespace });
              assert.equal(release.info.status, 'deployed');
              const pods = await cluster.list(
                `/api/v1/namespaces/${namespace}/pods`,
              );
              const unwell = pods
                .filter(({ status }) => status.phase !== 'Succeeded')
                .filter(
                  ({ status }) =>
                    !status.conditions.some(
                      ({ type, status: is }) =>
                        type === 'Ready' && is === 'True',
                    ),
                );
              assert.deepEqual(
                unwell.map(({ metadata }) => metadata.name),
                [],
              );
              assert.ok(pods.length >= platform.services.length - 1);
              assert.deepEqual(
                await brokenReferences({ cluster, namespace }),
                [],
              );
            });
          }
        });
      }
    });
  }
});

function manualSecrets(platform) {
  return Object.entries(byHand[platform] ?? {}).map(([name, keys]) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name },
    stringData: Object.fromEntries(keys.map(key => [key, 'made by hand'])),
  }));
}
