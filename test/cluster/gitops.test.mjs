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
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { application } from './support/application.mjs';
import { applyRendered } from './support/applyRendered.mjs';
import { applyWithStatus } from './support/applyWithStatus.mjs';
import { clusterHelm } from './support/clusterHelm.mjs';
import { followModel } from './support/followModel.mjs';
import { helmRelease } from './support/helmRelease.mjs';
import { installCustomResources } from './support/installCustomResources.mjs';
import { startCluster } from './support/startCluster.mjs';
import { writeShop } from './support/writeShop.mjs';

const names = [
  'helmreleases.helm.toolkit.fluxcd.io',
  'applications.argoproj.io',
];
const binary = process.env.CHARTROOM_HELM ?? process.env.CHARTROOM_HELM3;
const skip =
  (!process.env.CHARTROOM_CONTROL_PLANE && 'no control plane') ||
  (!process.env.CHARTROOM_CUSTOM_RESOURCES && 'no definitions') ||
  (!binary && 'no Helm');
const namespace = 'shop';
const own = { server: 'https://kubernetes.default.svc', namespace };
const wanted = ['hub', 'eu'].flatMap(cluster =>
  ['api', 'cache'].map(service => ({
    ...{ service, environment: cluster, cluster, namespace },
  })),
);

describe(
  'what Flux and Argo CD say of themselves in real clusters',
  { skip },
  () => {
    let hub;
    let eu;
    let directory;
    let helm;
    let model;
    const put = object => applyWithStatus({ cluster: hub, object });
    const release = (name, options) =>
      helmRelease({ cluster: hub, namespace, name, ...options });
    const chartOf = (service, version = '1.0.0') =>
      join(directory, `shop-${version}`, 'charts', service);

    before(async () => {
      directory = await mkdtemp(join(tmpdir(), 'chartroom-shop-'));
      await writeShop({ directory });
      await writeShop({ directory, version: '1.1.0', apiVersion: '1.1.0' });
      [hub, eu] = await Promise.all([startCluster(), startCluster()]);
      await hub.createNamespace({ name: 'argocd' });
      await installCustomResources({ cluster: hub, names });
      for (const cluster of [hub, eu]) {
        await cluster.createNamespace({ name: namespace });
        helm = await clusterHelm({ binary, cluster });
        const chart = chartOf('cache');
        await applyRendered({ cluster, helm, name: 'cache', chart, namespace });
      }
      helm = await clusterHelm({ binary, cluster: hub });
      await helm('install', 'api', chartOf('api'), '--namespace', namespace);
      model = await followModel({
        clusters: [
          { cluster: hub, name: 'hub' },
          { cluster: eu, name: 'eu' },
        ],
        wanted,
      });
    });
    after(async () => {
      model?.stop();
      await Promise.all([hub?.stop(), eu?.stop()]);
      await rm(directory, { recursive: true, force: true });
    });

    it('shows what serves after an upgrade of Flux has failed, and why it has', async () => {
      await put(await release('api'));
      await model.tells(['api', 'hub'], told('1.0.0 by flux'));
      await assert.rejects(
        helm(
          ...['upgrade', 'api', chartOf('api', '1.1.0'), '--wait'],
          ...[
            '--namespace',
            namespace,
            '--timeout',
            '3s',
            '--set',
            'tag=2-unready',
          ],
        ),
      );
      await put(await release('api'));
      const shown = await model.tells(
        ['api', 'hub'],
        told('1.0.0 by flux', '1.1.0 by labels'),
      );
      const { status, revision, deployedRevision } = shown.helm;
      assert.deepEqual([status, revision, deployedRevision], ['failed', 2, 1]);
      assert.equal(shown.health.rollout, 'degraded');
      assert.match(
        shown.health.message,
        /^Helm's revision 2 of api failed: Helm upgrade failed for release shop\/api\.v2/,
      );
    });

    it('goes on showing what is suspended, and one that could not begin', async () => {
      await put(await release('api', { spec: { suspend: true } }));
      await model.tells(
        ['api', 'hub'],
        told('1.0.0 by flux', '1.1.0 by labels'),
      );
    });

    it('tells what Argo CD has synced, and not what it is out of sync with', async () => {
      const status = {
        sync: { status: 'OutOfSync', revision: '1.3.0' },
        health: { status: 'Degraded' },
      };
      await put(
        application({
          ...{ name: 'cache', chart: 'cache', revision: '0.9.0', status },
          destination: own,
        }),
      );
      await model.tells(
        ['cache', 'hub'],
        told('0.9.0 by argocd', '1.0.0 by labels'),
      );
    });

    it('has a release in the cluster that it is deployed to, however that is named', async () => {
      const cache = ['cache', 'eu'];
      const move = destination =>
        put(
          application({
            ...{ name: 'cache', chart: 'cache', revision: '0.9.0' },
            destination: { ...destination, namespace },
          }),
        );
      await model.tells(cache, told('1.0.0 by labels'));
      await move({ name: 'eu', server: undefined });
      await model.tells(cache, told('0.9.0 by argocd', '1.0.0 by labels'));
      await model.tells(['cache', 'hub'], told('1.0.0 by labels'));
      await move({ name: 'us' });
      await model.tells(cache, told('1.0.0 by labels'));
      await model.tells(['cache', 'hub'], told('1.0.0 by labels'));
      await move({ server: eu.server });
      const { deployed } = await model.tells(
        cache,
        told('0.9.0 by argocd', '1.0.0 by labels'),
      );
      assert.equal(deployed.toldBy, 'Application argocd/cache');
    });

    it('says nothing of a cluster that Flux names by a Secret', async () => {
      const kubeConfig = { secretRef: { name: 'eu' } };
      await put(await release('api', { spec: { kubeConfig } }));
      for (const cluster of ['hub', 'eu']) {
        const api = ['api', cluster];
        await model.tells(
          api,
          cluster === 'hub' ? told('1.1.0 by labels') : told(undefined),
        );
      }
      await put(await release('api'));
      await model.tells(
        ['api', 'hub'],
        told('1.0.0 by flux', '1.1.0 by labels'),
      );
    });

    it('forgets what they said once their kinds are gone', async () => {
      for (const name of names) {
        await hub.request({
          method: 'DELETE',
          path: `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${name}`,
        });
      }
      const off = { labels: 'live', helm: 'off' };
      await model.sources('hub', { ...off, flux: 'absent', argocd: 'absent' });
      await model.tells(['api', 'hub'], told('1.1.0 by labels'));
      await model.tells(['cache', 'eu'], told('1.0.0 by labels'));
      await installCustomResources({ cluster: hub, names });
      await put(await release('api'));
      await model.tells(
        ['api', 'hub'],
        told('1.0.0 by flux', '1.1.0 by labels'),
      );
      await model.sources('hub', { ...off, flux: 'live', argocd: 'live' });
    });
  },
);

function told(version, ...otherwise) {
  return { told: version, otherwise };
}
