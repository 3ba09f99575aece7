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
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from '../support/waitFor.mjs';
import { clusterHelm } from './support/clusterHelm.mjs';
import { followCluster } from './support/followCluster.mjs';
import { readerObjects } from './support/readerObjects.mjs';
import { sameAsCluster } from './support/sameAsCluster.mjs';
import { slowProxy } from './support/slowProxy.mjs';
import { startCluster } from './support/startCluster.mjs';
import { writeShop } from './support/writeShop.mjs';

const namespace = 'shop';
const deployment = (name, { image = 'shop/a:1', of = namespace } = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace: of },
  spec: {
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: { containers: [{ name: 'main', image }] },
    },
  },
});

const skip = !process.env.CHARTROOM_CONTROL_PLANE && 'no control plane';
describe('the collector in real clusters', { skip }, () => {
  let cluster;
  let other;
  let bystander;
  let changes = 0;
  const ends = [];
  before(async () => {
    [cluster, other] = await Promise.all([startCluster(), startCluster()]);
    for (const each of [cluster, other]) {
      await each.createNamespace({ name: namespace });
      await each.apply(deployment('cart'));
    }
    bystander = await followCluster({ cluster: other, name: 'other' });
    await live(bystander);
    bystander.followed.reports.length = 0;
  });
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) {
      await end();
    }
    // Whatever befell the one, the other has never been anything but well, and goes on being told
    changes += 1;
    await other.apply(deployment(`change-${changes}`));
    await sameAsCluster(bystander, other);
    assert.deepEqual(
      bystander.followed.reports.filter(({ state: is }) => is !== 'live'),
      [],
    );
  });
  after(async () => {
    bystander?.stop();
    await Promise.all([cluster?.stop(), other?.stop()]);
  });

  const follow = async options => {
    const follower = await followCluster({ cluster, name: 'one', ...options });
    ends.push(() => follower.stop());
    return follower;
  };
  const proxied = async options => {
    const proxy = await slowProxy({ target: cluster.server, ...options });
    ends.push(() => proxy.close());
    return proxy;
  };

  it('goes on where it was after the API server has been away', async () => {
    const follower = await follow();
    await live(follower);
    await cluster.stopApiServer();
    await state(follower, 'unreachable');
    const { message, observedAt } = follower.followed.freshness;
    assert.match(message, /one/);
    assert.ok(Date.parse(observedAt) <= Date.now());
    assert.ok(
      follower.list('apps/deployments').has('shop/cart'),
      'what was known is still shown',
    );
    await cluster.startApiServer();
    await cluster.apply(deployment('user'));
    await sameAsCluster(follower, cluster);
    await live(follower);
  });

  it('loses nothing when etcd has forgotten what happened meanwhile', async () => {
    const proxy = await proxied();
    const follower = await follow({ server: proxy.server });
    await live(follower);
    proxy.network.isBlackHole = true;
    proxy.cut();
    await cluster.apply(deployment('late'), deployment('later'));
    await cluster.request({
      method: 'DELETE',
      path: '/apis/apps/v1/namespaces/shop/deployments/user',
    });
    await waitFor('the pods', async () => {
      const pods = await cluster.list('/api/v1/pods');
      return !pods.some(({ metadata }) => metadata.labels.app === 'user');
    });
    await cluster.compact();
    await cluster.stopApiServer();
    await cluster.startApiServer();
    await cluster.apply(deployment('latest'));
    proxy.network.isBlackHole = false;
    proxy.cut();
    await sameAsCluster(follower, cluster);
    await live(follower);
    assert.ok(!follower.list('apps/deployments').has('shop/user'));
  });

  it('asks for a new token when its own has expired, and loses nothing', async () => {
    const name = 'renewing';
    await cluster.apply(...readerObjects({ name, namespace, secrets: true }));
    let asked = 0;
    const proxy = await proxied();
    const follower = await follow({
      server: proxy.server,
      async getToken() {
        asked += 1;
        return cluster.signToken({ name, namespace, validFor: 3 });
      },
    });
    await live(follower);
    await past(3);
    const askedBefore = asked;
    proxy.cut();
    await cluster.apply(deployment('renewed'));
    await sameAsCluster(follower, cluster);
    assert.ok(asked > askedBefore);
  });

  it('says that it is refused when no new token comes, without the token', async () => {
    const name = 'expiring';
    await cluster.apply(...readerObjects({ name, namespace, secrets: true }));
    const token = await cluster.signToken({ name, namespace, validFor: 3 });
    const proxy = await proxied();
    const follower = await follow({
      server: proxy.server,
      getToken: async () => token,
    });
    await live(follower);
    await past(3);
    proxy.cut();
    await state(follower, 'unreachable');
    const told = JSON.stringify(follower.followed.reports);
    assert.ok(!told.includes(token));
    assert.match(follower.followed.freshness.message, /401|credential|token/i);
    assert.ok(follower.list('apps/deployments').has('shop/cart'));
  });

  it('notices a network that swallows everything, and comes back with it', async () => {
    const proxy = await proxied();
    const follower = await follow({ server: proxy.server });
    await live(follower);
    proxy.network.isBlackHole = true;
    await state(follower, 'unreachable');
    assert.ok(follower.list('apps/deployments').has('shop/cart'));
    await cluster.apply(deployment('unheard'));
    proxy.network.isBlackHole = false;
    await sameAsCluster(follower, cluster);
    await live(follower);
  });

  it('keeps up with a cluster that is 200 ms away', async () => {
    const proxy = await proxied({ delay: 200 });
    const follower = await follow({ server: proxy.server });
    await live(follower);
    await cluster.apply(deployment('far'));
    const began = Date.now();
    await waitFor('the change', () =>
      follower.list('apps/deployments').has('shop/far'),
    );
    assert.ok(Date.now() - began < 2_000, 'it is watched, not asked for');
    await sameAsCluster(follower, cluster);
  });

  it('shows the rest where Secrets are forbidden, and reads them once they are not', async () => {
    const name = 'guest';
    await cluster.apply(...readerObjects({ name, namespace }));
    const token = await cluster.signToken({ name, namespace, validFor: 600 });
    const follower = await follow({ getToken: async () => token, helm: {} });
    await state(follower, 'partial');
    const source = () =>
      follower.followed.freshness.sources.find(each => each.source === 'helm');
    await waitFor('the refusal', () => source().state === 'forbidden');
    assert.match(source().message, /secrets/i);
    await sameAsCluster(follower, cluster);
    await cluster.apply(...readerObjects({ name, namespace, secrets: true }));
    await live(follower);
    assert.equal(source().state, 'live');
  });

  it('sees a namespace appear and go', async () => {
    const everywhere = await follow();
    const there = await follow({ namespaces: ['brief'] });
    await live(everywhere);
    await live(there);
    await cluster.createNamespace({ name: 'brief' });
    await cluster.apply(deployment('guest', { of: 'brief' }));
    const shows = follower =>
      [...follower.followed.lists.values()].some(list =>
        [...list.keys()].some(key => key.startsWith('brief/guest-')),
      );
    for (const follower of [everywhere, there]) {
      await waitFor('its pod', () => shows(follower));
    }
    await cluster.request({
      method: 'DELETE',
      path: '/api/v1/namespaces/brief',
    });
    for (const follower of [everywhere, there]) {
      await waitFor('nothing of it', () =>
        [...follower.followed.lists.values()].every(list =>
          [...list.values()].every(
            observation => observation.namespace !== 'brief',
          ),
        ),
      );
    }
    await sameAsCluster(everywhere, cluster);
  });

  it(
    "follows Helm's releases from one revision to the next",
    { skip: !process.env.CHARTROOM_HELM && 'no Helm 4' },
    async () => {
      const directory = await mkdtemp(join(tmpdir(), 'chartroom-shop-'));
      ends.push(() => rm(directory, { recursive: true, force: true }));
      const [first, second] = await Promise.all([
        writeShop({ directory }),
        writeShop({ directory, version: '1.1.0', apiVersion: '1.2.0' }),
      ]);
      const helm = await clusterHelm({
        binary: process.env.CHARTROOM_HELM,
        cluster,
      });
      const follower = await follow({ helm: {} });
      const release = () =>
        follower.list('helm/secrets').get('shop/shop')?.release;
      const until = (what, isSo) =>
        waitFor(what, () => release() && isSo(release()));
      const here = ['--namespace', namespace];
      await helm('install', 'shop', first, ...here, '--wait');
      await until(
        'the first',
        ({ revision, status }) => revision === 1 && status === 'deployed',
      );
      assert.equal(release().chart.version, '1.0.0');
      await helm('upgrade', 'shop', second, ...here, '--wait');
      await until(
        'the second',
        ({ revision, status }) => revision === 2 && status === 'deployed',
      );
      await assert.rejects(
        helm(
          ...['upgrade', 'shop', second, ...here, '--wait', '--timeout', '3s'],
          ...['--set', 'api.tag=2-crash'],
        ),
      );
      await until(
        'the failure',
        ({ revision, status }) => revision === 3 && status === 'failed',
      );
      await helm('uninstall', 'shop', ...here);
      await waitFor('its end', () => release() === undefined);
    },
  );
});

/** Waits until a token that is valid for so many seconds is refused: for ten more the API server remembers that it believed it. */
function past(seconds) {
  return sleep((seconds + 11) * 1_000);
}

function state({ followed }, wanted) {
  return waitFor(
    `${wanted}; it is ${JSON.stringify(followed.freshness)}`,
    () => followed.freshness?.state === wanted,
    { seconds: 30 },
  );
}

function live(follower) {
  return state(follower, 'live');
}
