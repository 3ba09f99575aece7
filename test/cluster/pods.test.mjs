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
import { after, before, describe, it } from 'node:test';
import { waitFor } from '../support/waitFor.mjs';
import { startCluster } from './support/startCluster.mjs';

const deployment = ({ name, image, namespace = 'shop' }) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace },
  spec: {
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: { containers: [{ name: 'main', image }] },
    },
  },
});

const job = ({ name, image, restartPolicy = 'Never' }) => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name, namespace: 'shop' },
  spec: {
    backoffLimit: 0,
    template: {
      metadata: { labels: { app: name } },
      spec: { restartPolicy, containers: [{ name: 'main', image }] },
    },
  },
});

const skip = !process.env.CHARTROOM_CONTROL_PLANE && 'no control plane';
describe('pods in a control plane for tests', { skip }, () => {
  let cluster;
  before(async () => {
    cluster = await startCluster({
      fates: { 'shop/known:1': 'crash', 'other shop/known:2': 'crash' },
    });
    await cluster.createNamespace({ name: 'shop', podSecurity: 'baseline' });
    await cluster.createNamespace({ name: 'other' });
  });
  after(() => cluster?.stop());

  const pod = (app, namespace = 'shop') =>
    cluster
      .list(`/api/v1/namespaces/${namespace}/pods?labelSelector=app=${app}`)
      .then(([first]) => first);
  const until = (app, isSo, namespace) =>
    waitFor(
      `pod of ${app}`,
      async () => {
        const found = await pod(app, namespace);
        return (
          found?.status.containerStatuses && isSo(found.status) && found.status
        );
      },
      { seconds: 20 },
    );

  it('makes pods ready', async () => {
    await cluster.apply(deployment({ name: 'run', image: 'shop/a:1' }));
    await waitFor('the Deployment', async () => {
      const { status } = await cluster.request({
        path: '/apis/apps/v1/namespaces/shop/deployments/run',
      });
      return status.readyReplicas === 1;
    });
  });

  for (const [fate, end] of Object.entries({
    crash: { exitCode: 1, reason: 'Error' },
    oom: { exitCode: 137, reason: 'OOMKilled' },
  })) {
    it(`restarts a container that ends by ${fate} until it backs off`, async () => {
      await cluster.apply(
        deployment({ name: fate, image: `shop/a:1-${fate}` }),
      );
      const { containerStatuses } = await until(
        fate,
        status =>
          status.containerStatuses[0].restartCount === 5 &&
          status.containerStatuses[0].state.waiting,
      );
      const [{ ready, state, lastState }] = containerStatuses;
      assert.equal(ready, false);
      assert.equal(state.waiting.reason, 'CrashLoopBackOff');
      assert.match(
        state.waiting.message,
        /^back-off 5m0s restarting failed container=main pod=\S+_shop\(\S+\)$/,
      );
      const { exitCode, reason } = lastState.terminated;
      assert.deepEqual({ exitCode, reason }, end);
    });
  }

  it('knows other images, in every namespace or in one', async () => {
    await cluster.apply(
      deployment({ name: 'known-1', image: 'shop/known:1' }),
      deployment({ name: 'known-2', image: 'shop/known:2' }),
      deployment({
        name: 'known-2',
        image: 'shop/known:2',
        namespace: 'other',
      }),
    );
    const isRestarted = status => status.containerStatuses[0].restartCount > 0;
    await until('known-1', isRestarted);
    await until('known-2', isRestarted, 'other');
    await until('known-2', status => status.containerStatuses[0].ready);
  });

  it('cannot pull an image that is not there', async () => {
    await cluster.apply(
      deployment({ name: 'unpullable', image: 'shop/a:1-unpullable' }),
    );
    const { phase, containerStatuses } = await until(
      'unpullable',
      status =>
        status.containerStatuses[0].state.waiting.reason === 'ImagePullBackOff',
    );
    assert.equal(phase, 'Pending');
    assert.match(
      containerStatuses[0].state.waiting.message,
      /^Back-off pulling image "shop\/a:1-unpullable"/,
    );
  });

  it('leaves a pod running and not ready', async () => {
    await cluster.apply(
      deployment({ name: 'unready', image: 'shop/a:1-unready' }),
    );
    const { phase, containerStatuses } = await until('unready', () => true);
    assert.equal(phase, 'Running');
    assert.equal(containerStatuses[0].ready, false);
    assert.ok(containerStatuses[0].state.running);
  });

  it('completes Jobs, and fails those whose pod crashes', async () => {
    await cluster.apply(
      job({ name: 'completes', image: 'shop/a:1' }),
      job({ name: 'fails', image: 'shop/a:1-crash' }),
    );
    const ends = name =>
      waitFor(`Job ${name}`, async () => {
        const { status } = await cluster.request({
          path: `/apis/batch/v1/namespaces/shop/jobs/${name}`,
        });
        return status.conditions?.find(({ type }) =>
          ['Complete', 'Failed'].includes(type),
        )?.type;
      });
    assert.equal(await ends('completes'), 'Complete');
    assert.equal(await ends('fails'), 'Failed');
  });

  it('gives claims a volume, and takes it away with them', async () => {
    const path = '/api/v1/namespaces/shop/persistentvolumeclaims/data';
    await cluster.apply({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data', namespace: 'shop' },
      spec: {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '1Gi' } },
      },
    });
    await waitFor('the claim', async () => {
      const { status } = await cluster.request({ path });
      return status.phase === 'Bound';
    });
    await cluster.request({ method: 'DELETE', path });
    await waitFor('no volume', async () => {
      const volumes = await cluster.list('/api/v1/persistentvolumes');
      return volumes.length === 0;
    });
  });
});
