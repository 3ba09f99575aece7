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
const namespace = 'shop';
const wanted = ['hub', 'eu'].flatMap(cluster =>
  ['api', 'cache'].map(service => ({
    ...{ service, environment: cluster, cluster, namespace },
  })),
);
const api = ['api', 'hub'];
const cache = ['cache', 'hub'];

const skip =
  (!process.env.CHARTROOM_CONTROL_PLANE && 'no control plane') ||
  (!process.env.CHARTROOM_CUSTOM_RESOURCES && 'no definitions') ||
  (!binary && 'no Helm');
describe('what Flux and Argo CD say in real clusters', { skip }, () => {
  let hub;
  let eu;
  let directory;
  let helm;
  /** Both clusters without Helm's Secrets, and with them. */
  let plain;
  let opted;
  const put = object => applyWithStatus({ cluster: hub, object });
  const release = options =>
    helmRelease({ cluster: hub, namespace, name: 'api', ...options });
  const synced = ({ destination, ...options }) =>
    application({
      ...{ name: 'cache', chart: 'cache', revision: '0.9.0', ...options },
      destination: { namespace, ...destination },
    });
  const chartOf = (service, version = '1.0.0') =>
    join(directory, `shop-${version}`, 'charts', service);

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'chartroom-shop-'));
    await writeShop({ directory });
    await writeShop({ directory, version: '1.1.0', apiVersion: '1.1.0' });
    [hub, eu] = await Promise.all([startCluster(), startCluster()]);
    await hub.createNamespace({ name: 'argocd' });
    await installCustomResources({ cluster: hub, names });
    for (const cluster of [eu, hub]) {
      await cluster.createNamespace({ name: namespace });
      helm = await clusterHelm({ binary, cluster });
      const chart = chartOf('cache');
      await applyRendered({ cluster, helm, name: 'cache', chart, namespace });
    }
    await helm('install', 'api', chartOf('api'), '--namespace', namespace);
    const follow = options =>
      followModel({
        clusters: [
          { cluster: hub, name: 'hub', ...options },
          { cluster: eu, name: 'eu', ...options },
        ],
        wanted,
      });
    plain = await follow();
    opted = await follow({ helm: {} });
  });
  after(async () => {
    [plain, opted].forEach(each => each?.stop());
    await Promise.all([hub?.stop(), eu?.stop()]);
    await rm(directory, { recursive: true, force: true });
  });

  const upgrade = (...args) =>
    helm(
      ...['upgrade', 'api', chartOf('api', '1.1.0')],
      ...['--namespace', namespace, '--wait', '--timeout', ...args],
    );

  it('shows what serves after an upgrade of Flux has failed, and why', async () => {
    await put(await release());
    await plain.tells(api, told('1.0.0 by flux'));
    await assert.rejects(upgrade('3s', '--set', 'tag=2-unready'));
    await put(await release());
    const { helm: stored, health } = await plain.tells(api, {
      ...told('1.0.0 by flux', '1.1.0 by labels'),
      helm: '2 failed',
    });
    assert.equal(stored.deployedRevision, 1);
    assert.equal(health.rollout, 'degraded');
    assert.match(
      health.message,
      /^Helm's revision 2 of api failed: Helm upgrade failed for release shop\/api\.v2/,
    );
  });

  it('believes what runs over a Flux that is suspended since, and Helm over both', async () => {
    await put(await release({ spec: { suspend: true } }));
    await upgrade('30s');
    const shown = { helm: '3 deployed', reasons: [] };
    await opted.tells(api, {
      ...told('1.1.0 by helm', '1.0.0 by flux'),
      ...shown,
    });
    await plain.tells(api, {
      ...told('1.1.0 by labels', '1.0.0 by flux'),
      ...{ helm: '2 failed', reasons: ['failed'] },
    });
    // Resumed, it learns what was done by hand
    await put(await release({ spec: { suspend: false } }));
    await plain.tells(api, { ...told('1.1.0 by flux'), ...shown });
  });

  it('tells what Argo CD has synced, not what it is out of sync with; and why a sync failed', async () => {
    const status = {
      sync: { status: 'OutOfSync', revision: '1.3.0' },
      health: { status: 'Degraded' },
    };
    const here = told('0.9.0 by argocd', '1.0.0 by labels');
    await put(synced({ status }));
    await plain.tells(cache, { ...here, reasons: [] });
    const message = 'one or more objects failed to apply';
    await put(synced({ status, operation: { phase: 'Failed', message } }));
    const { health } = await plain.tells(cache, {
      ...{ ...here, reasons: ['SyncFailed'] },
    });
    assert.equal(health.message, `Application argocd/cache: ${message}`);
  });

  it('has a release in the cluster that it is deployed to, however that is named', async () => {
    const euCache = ['cache', 'eu'];
    const here = told('0.9.0 by argocd', '1.0.0 by labels');
    const elsewhere = told('1.0.0 by labels');
    await put(synced({ destination: { name: 'eu' } }));
    await plain.tells(cache, elsewhere);
    const { deployed } = await plain.tells(euCache, here);
    assert.equal(deployed.toldBy, 'Application argocd/cache');
    await put(synced({ destination: { name: 'us' } }));
    await plain.tells(euCache, elsewhere);
    await plain.tells(cache, elsewhere);
    await put(synced({ destination: { server: eu.server } }));
    await plain.tells(euCache, here);
    await plain.tells(cache, elsewhere);
  });

  it('says nothing of a cluster that Flux names by a Secret', async () => {
    const kubeConfig = { secretRef: { name: 'eu' } };
    await put(await release({ spec: { kubeConfig } }));
    await plain.tells(api, { ...told('1.1.0 by labels'), helm: undefined });
    await plain.tells(['api', 'eu'], told(undefined));
  });

  it('forgets what they said once their kinds are gone, and hears them again', async () => {
    for (const name of names) {
      await hub.request({
        method: 'DELETE',
        path: `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${name}`,
      });
    }
    const off = { labels: 'live', helm: 'off' };
    await plain.sources('hub', { ...off, flux: 'absent', argocd: 'absent' });
    await plain.tells(['cache', 'eu'], told('1.0.0 by labels'));
    await installCustomResources({ cluster: hub, names });
    await put(await release());
    await plain.tells(api, told('1.1.0 by flux'));
    await plain.sources('hub', { ...off, flux: 'live', argocd: 'live' });
  });
});

function told(version, ...otherwise) {
  return { told: version, otherwise };
}
