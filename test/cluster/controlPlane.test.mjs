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
import { existsSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { waitFor } from '../support/waitFor.mjs';
import { createClient } from './support/createClient.mjs';
import { installCustomResources } from './support/installCustomResources.mjs';
import { slowProxy } from './support/slowProxy.mjs';
import { startCluster } from './support/startCluster.mjs';

const isAlive = pid => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const skip = !process.env.CHARTROOM_CONTROL_PLANE && 'no control plane';
describe('a control plane for tests', { skip }, () => {
  let cluster;
  before(async () => {
    cluster = await startCluster();
    await cluster.createNamespace({ name: 'shop' });
    await cluster.createNamespace({ name: 'other' });
  });
  after(() => cluster?.stop());

  it('is the Kubernetes that it says', async () => {
    const { gitVersion } = await cluster.request({ path: '/version' });
    assert.match(gitVersion, /^v1\.36\.\d+$/);
  });

  it('enforces Pod Security', async () => {
    await cluster.createNamespace({
      name: 'strict',
      podSecurity: 'restricted',
    });
    await assert.rejects(
      cluster.apply({
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'careless', namespace: 'strict' },
        spec: { containers: [{ name: 'main', image: 'shop/a:1' }] },
      }),
      /403 .*violates PodSecurity "restricted:latest"/,
    );
  });

  describe('whose ServiceAccount may list Secrets', () => {
    const namespace = 'other';
    const name = 'reader';
    const secrets = `/api/v1/namespaces/${namespace}/secrets`;
    before(() =>
      cluster.apply(
        {
          apiVersion: 'v1',
          kind: 'ServiceAccount',
          metadata: { name, namespace },
        },
        {
          apiVersion: 'rbac.authorization.k8s.io/v1',
          kind: 'Role',
          metadata: { name, namespace },
          rules: [{ apiGroups: [''], resources: ['secrets'], verbs: ['list'] }],
        },
        {
          apiVersion: 'rbac.authorization.k8s.io/v1',
          kind: 'RoleBinding',
          metadata: { name, namespace },
          roleRef: {
            apiGroup: 'rbac.authorization.k8s.io',
            kind: 'Role',
            name,
          },
          subjects: [{ kind: 'ServiceAccount', name, namespace }],
        },
      ),
    );
    const refused = as =>
      waitFor('a refusal', () =>
        cluster.request({ path: secrets, as }).then(
          () => false,
          ({ status }) => status === 401,
        ),
      );

    it('knows its token, and no more than it may', async () => {
      const as = await cluster.signToken({ namespace, name, validFor: 600 });
      await cluster.request({ path: secrets, as });
      await assert.rejects(
        cluster.request({ path: '/api/v1/namespaces/shop/secrets', as }),
        { status: 403 },
      );
    });

    it('refuses a token that has expired', async () => {
      const as = await cluster.signToken({ namespace, name, validFor: 2 });
      await cluster.request({ path: secrets, as });
      await refused(as);
    });

    it('refuses a token whose account is gone', async () => {
      const as = await cluster.signToken({ namespace, name, validFor: 600 });
      await cluster.request({
        method: 'DELETE',
        path: `/api/v1/namespaces/${namespace}/serviceaccounts/${name}`,
      });
      await refused(as);
    });
  });

  it(
    'serves the custom resources of Flux and Argo CD',
    { skip: !process.env.CHARTROOM_CUSTOM_RESOURCES && 'no definitions' },
    async () => {
      await installCustomResources({
        cluster,
        names: [
          'helmreleases.helm.toolkit.fluxcd.io',
          'applications.argoproj.io',
        ],
      });
      await cluster.apply(
        {
          apiVersion: 'helm.toolkit.fluxcd.io/v2',
          kind: 'HelmRelease',
          metadata: { name: 'shop', namespace: 'shop' },
          spec: {
            interval: '1m',
            chartRef: { kind: 'OCIRepository', name: 'shop' },
          },
        },
        {
          apiVersion: 'argoproj.io/v1alpha1',
          kind: 'Application',
          metadata: { name: 'shop', namespace: 'shop' },
          spec: {
            project: 'default',
            source: { repoURL: 'https://git.example.com/shop.git', path: '.' },
            destination: { namespace: 'shop' },
          },
        },
      );
      await assert.rejects(
        cluster.apply({
          apiVersion: 'helm.toolkit.fluxcd.io/v2',
          kind: 'HelmRelease',
          metadata: { name: 'wrong', namespace: 'shop' },
          spec: { interval: 'soon' },
        }),
        /spec\.interval/,
      );
    },
  );

  it('is out of reach behind a bad network, which may be mended', async () => {
    const proxy = await slowProxy({ target: cluster.server, delay: 200 });
    const { hostname, port } = new URL(proxy.server);
    const ask = () => fetchVersion({ cluster, hostname, port });
    try {
      const began = Date.now();
      assert.match(await ask(), /v1\.36/);
      assert.ok(Date.now() - began >= 400, 'there and back');
      proxy.network.isBlackHole = true;
      const nothing = Symbol('nothing');
      const waited = new Promise(resolve => {
        setTimeout(resolve, 1_500, nothing);
      });
      assert.equal(
        await Promise.race([ask().catch(() => 'an error'), waited]),
        nothing,
      );
      proxy.cut();
      Object.assign(proxy.network, { isBlackHole: false, delay: 0 });
      assert.match(await ask(), /v1\.36/);
    } finally {
      await proxy.close();
    }
  });

  it('runs beside another one, which ends without it', async () => {
    const other = await startCluster();
    const pids = other.pids();
    assert.equal(pids.length, 5);
    try {
      assert.notEqual(other.server, cluster.server);
      await assert.rejects(
        other.request({ path: '/api/v1/namespaces/shop' }),
        /404/,
      );
    } finally {
      await other.stop();
    }
    assert.deepEqual(pids.filter(isAlive), []);
    assert.ok(!existsSync(other.directory));
    assert.ok(cluster.pids().every(isAlive));
  });

  it('has forgotten old changes after a compaction and a restart', async () => {
    const namespaces = '/api/v1/namespaces';
    const { metadata } = await cluster.request({ path: namespaces });
    const since = `${namespaces}?watch=1&timeoutSeconds=1&resourceVersion=${metadata.resourceVersion}`;
    assert.doesNotMatch(
      JSON.stringify(await cluster.request({ path: since })),
      /"ERROR"/,
    );
    for (const name of ['later-1', 'later-2']) {
      await cluster.createNamespace({ name });
    }
    await cluster.compact();
    await cluster.stopApiServer();
    await assert.rejects(cluster.request({ path: namespaces }), {
      code: 'ECONNREFUSED',
    });
    await cluster.startApiServer();
    const answer = await cluster
      .request({ path: since })
      .then(JSON.stringify, ({ message }) => message);
    assert.match(answer, /too old resource version|Gone|Expired/i);
    await cluster.request({ path: `${namespaces}/later-2` });
  });
});

async function fetchVersion({ cluster, hostname, port }) {
  const client = createClient({
    server: `https://${hostname}:${port}`,
    authority: cluster.authority,
    token: cluster.token,
  });
  try {
    const { gitVersion } = await client.request({ path: '/version' });
    return gitVersion;
  } finally {
    client.close();
  }
}
