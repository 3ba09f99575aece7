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
import { readerObjects } from './support/readerObjects.mjs';
import { startCluster } from './support/startCluster.mjs';
import { writeShop } from './support/writeShop.mjs';

const flux = 'helmreleases.helm.toolkit.fluxcd.io';
const argocd = 'applications.argoproj.io';
const binary = process.env.CHARTROOM_HELM ?? process.env.CHARTROOM_HELM3;
const wait = ['--wait', '--timeout', '30s'];
const skip =
  (!process.env.CHARTROOM_CONTROL_PLANE && 'no control plane') ||
  (!process.env.CHARTROOM_CUSTOM_RESOURCES && 'no definitions') ||
  (!binary && 'no Helm');

/** An umbrella in `whole`, services of their own in `apart`, what Argo CD rendered in `rendered`. */
const wanted = [
  { service: 'api', environment: 'whole' },
  { service: 'worker', chart: 'api', environment: 'whole' },
  { service: 'api', environment: 'apart' },
  { service: 'cache', environment: 'apart' },
  { service: 'cache', environment: 'rendered' },
  { service: 'api', environment: 'rendered' },
].map(one => ({ ...one, namespace: one.environment, cluster: 'eu' }));

describe('the sources of evidence in a real cluster', { skip }, () => {
  let cluster;
  let directory;
  let helm;
  /** The same cluster without Helm's Secrets, with them, and by one who may not read Applications. */
  let plain;
  let opted;
  let guest;
  const put = object => applyWithStatus({ cluster, object });
  const remove = async object =>
    cluster.request({ method: 'DELETE', path: await cluster.pathOf(object) });
  const chartOf = (service, version = '1.0.0') =>
    join(directory, `shop-${version}`, 'charts', service);
  const release = (name, options) =>
    helmRelease({ cluster, namespace: 'apart', name, ...options });
  const fromChart = (chart, revision, namespace) =>
    application({
      name: `shop-${namespace}-${chart}`,
      ...{ chart, revision },
      destination: { server: 'https://kubernetes.default.svc', namespace },
    });

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'chartroom-shop-'));
    const whole = await writeShop({ directory });
    await writeShop({ directory, version: '1.1.0', apiVersion: '1.1.0' });
    cluster = await startCluster();
    for (const name of ['whole', 'apart', 'rendered', 'argocd']) {
      await cluster.createNamespace({ name });
    }
    helm = await clusterHelm({ binary, cluster });
    await helm('install', 'shop', whole, '--namespace', 'whole', ...wait);
    for (const name of ['api', 'cache']) {
      const here = ['--namespace', 'apart', ...wait];
      await helm('install', name, chartOf(name), ...here);
      await applyRendered({
        ...{ cluster, helm, name, chart: chartOf(name), namespace: 'rendered' },
      });
    }
    const account = { name: 'guest', namespace: 'argocd' };
    await cluster.apply(
      ...readerObjects({ ...account, secrets: true, without: ['argoproj.io'] }),
    );
    const token = await cluster.signToken({ ...account, validFor: 3_600 });
    const follow = options =>
      followModel({ clusters: [{ cluster, name: 'eu', ...options }], wanted });
    plain = await follow();
    opted = await follow({ helm: {} });
    guest = await follow({ helm: {}, getToken: async () => token });
  });
  after(async () => {
    [plain, opted, guest].forEach(each => each?.stop());
    await cluster?.stop();
    await rm(directory, { recursive: true, force: true });
  });

  it('has labels everywhere, and the charts inside a release where Helm is opted in', async () => {
    const states = { labels: 'live', flux: 'absent', argocd: 'absent' };
    await plain.sources('eu', { ...states, helm: 'off' });
    await opted.sources('eu', { ...states, helm: 'live' });
    // An API server refuses what it does not have to those who were not granted it
    await guest.sources('eu', { ...states, helm: 'live' });
    for (const service of ['api', 'worker']) {
      const [labels, stored] = [
        await plain.tells([service, 'whole'], told('1.0.0 by labels')),
        await opted.tells([service, 'whole'], told('1.0.0 by helm')),
      ];
      assert.deepEqual(
        [labels.deployed.toldBy, labels.deployed.certainty, labels.helm],
        [`Deployment whole/${service}`, 'label', undefined],
      );
      assert.equal(stored.deployed.certainty, 'source');
      assert.equal(stored.helm.revision, 1);
      assert.deepEqual(stored.sources, ['helm', 'labels']);
    }
  });

  it('finds Flux and Argo CD when they come, and tells those who may not read them', async () => {
    await installCustomResources({ cluster, names: [flux, argocd] });
    const live = { labels: 'live', flux: 'live', argocd: 'live' };
    await plain.sources('eu', { ...live, helm: 'off' });
    await opted.sources('eu', { ...live, helm: 'live' });
    await guest.sources('eu', {
      ...{ ...live, helm: 'live' },
      argocd:
        'forbidden: Cluster eu does not allow Chartroom to list argoproj.io/applications in all namespaces: grant its account the verbs list and watch on them',
    });
  });

  it('takes the word of Flux for a release of its own, and names who said so', async () => {
    await put(await release('api'));
    const { deployed, helm: state } = await plain.tells(
      ['api', 'apart'],
      told('1.0.0 by flux'),
    );
    assert.equal(deployed.toldBy, 'HelmRelease apart/api');
    assert.deepEqual([state.status, state.revision], ['deployed', 1]);
    await plain.tells(['cache', 'apart'], told('1.0.0 by labels'));
  });

  it('takes the word of Argo CD for a chart, and has no version of a folder in git', async () => {
    await put(fromChart('cache', '1.0.0', 'rendered'));
    const destination = { name: 'in-cluster', namespace: 'rendered' };
    const revision = 'c0ffee'.padEnd(40, '0');
    const path = 'charts/api';
    await put(application({ name: 'api', path, revision, destination }));
    const { deployed } = await plain.tells(
      ['cache', 'rendered'],
      told('1.0.0 by argocd'),
    );
    assert.equal(deployed.toldBy, 'Application argocd/shop-rendered-cache');
    const { sources } = await plain.tells(
      ['api', 'rendered'],
      told('1.0.0 by labels'),
    );
    assert.deepEqual(sources, ['labels', 'argocd']);
    await guest.tells(['cache', 'rendered'], told('1.0.0 by labels'));
  });

  it('believes Helm, then Flux, then Argo CD, then labels, and shows who says otherwise', async () => {
    await put(await release('api', { history: [{ chartVersion: '1.1.0' }] }));
    await put(fromChart('api', '1.2.0', 'apart'));
    const otherwise = ['1.1.0 by flux', '1.2.0 by argocd', '0.9.0 by labels'];
    await cluster.request({
      method: 'PATCH',
      path: '/apis/apps/v1/namespaces/apart/deployments/api',
      body: { metadata: { labels: { 'helm.sh/chart': 'api-0.9.0' } } },
      type: 'application/merge-patch+json',
    });
    const api = ['api', 'apart'];
    await opted.tells(api, told('1.0.0 by helm', ...otherwise));
    await guest.tells(
      api,
      told('1.0.0 by helm', '1.1.0 by flux', '0.9.0 by labels'),
    );
    await plain.tells(api, told(...otherwise));
    await remove(await release('api'));
    await plain.tells(api, told(...otherwise.slice(1)));
    await remove(fromChart('api', '1.2.0', 'apart'));
    await plain.tells(api, told(...otherwise.slice(2)));
  });
});

function told(version, ...otherwise) {
  return { told: version, otherwise };
}
