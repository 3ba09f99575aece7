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
import { it } from 'node:test';
import { eachHelm } from './support/eachHelm.mjs';
import { refusal } from './support/refusal.mjs';
import { renderService } from './support/renderService.mjs';

eachHelm('persistence', helm => {
  const render = ({ persistence, ...values }) =>
    renderService({
      helm,
      values: {
        image: { repository: 'shop/catalogue' },
        persistence: { enabled: true, ...persistence },
        ...values,
      },
    });

  it('keeps the data of a Deployment in a claim that outlives the release', async () => {
    const rendered = await render({
      persistence: { size: '5Gi', mountPath: '/srv', storageClassName: 'fast' },
    });
    const { metadata, spec } = rendered.find('PersistentVolumeClaim');
    assert.equal(metadata.name, 'catalogue');
    assert.deepEqual(metadata.annotations, {
      'helm.sh/resource-policy': 'keep',
    });
    assert.deepEqual(spec, {
      accessModes: ['ReadWriteOnce'],
      storageClassName: 'fast',
      resources: { requests: { storage: '5Gi' } },
    });
    assert.deepEqual(rendered.pod().spec.volumes[1], {
      name: 'data',
      persistentVolumeClaim: { claimName: 'catalogue' },
    });
    assert.deepEqual(rendered.container().volumeMounts[1], {
      name: 'data',
      mountPath: '/srv',
      subPath: 'data',
    });
  });

  it('replaces a Deployment whose claim only one node may have', async () => {
    const strategy = async values =>
      (await render(values)).find('Deployment').spec.strategy.type;
    for (const accessMode of ['ReadWriteOnce', 'ReadWriteOncePod']) {
      assert.equal(await strategy({ persistence: { accessMode } }), 'Recreate');
    }
    for (const accessMode of ['ReadWriteMany', 'ReadOnlyMany']) {
      assert.equal(
        await strategy({
          replicas: 2,
          persistence: {
            accessMode,
            ...(accessMode === 'ReadOnlyMany' && { existingClaim: 'old' }),
          },
        }),
        'RollingUpdate',
      );
    }
    assert.equal(
      await strategy({ strategy: { type: 'RollingUpdate' } }),
      'RollingUpdate',
    );
  });

  it('uses a claim that exists as it is', async () => {
    const rendered = await render({ persistence: { existingClaim: 'old' } });
    assert.equal(rendered.find('PersistentVolumeClaim'), undefined);
    assert.deepEqual(rendered.pod().spec.volumes[1], {
      name: 'data',
      persistentVolumeClaim: { claimName: 'old' },
    });
    assert.deepEqual(rendered.container().volumeMounts[1], {
      name: 'data',
      mountPath: '/data',
    });
  });

  it('gives a Deployment without persistence no volume for data', async () => {
    const rendered = await render({ persistence: { enabled: false } });
    assert.equal(rendered.find('PersistentVolumeClaim'), undefined);
    assert.deepEqual(
      rendered.pod().spec.volumes.map(({ name }) => name),
      ['tmp'],
    );
  });

  it('gives each pod of a StatefulSet a claim, with any access mode', async () => {
    const rendered = await render({
      type: 'statefulset',
      replicas: 3,
      autoscaling: { enabled: true },
      persistence: { accessMode: 'ReadWriteOncePod' },
    });
    assert.equal(rendered.find('PersistentVolumeClaim'), undefined);
    const [claim] = rendered.find('StatefulSet').spec.volumeClaimTemplates;
    assert.deepEqual(claim.spec, {
      accessModes: ['ReadWriteOncePod'],
      resources: { requests: { storage: '1Gi' } },
    });
    assert.deepEqual(
      rendered.pod().spec.volumes.map(({ name }) => name),
      ['tmp'],
    );
  });

  it('refuses one claim for the pods of a StatefulSet', async () => {
    assert.equal(
      await refusal(
        render({ type: 'statefulset', persistence: { existingClaim: 'old' } }),
      ),
      'catalogue: values: persistence.existingClaim is not for type statefulset, whose pods have a claim each, data-catalogue-0 and so on; write type: deployment, or remove it',
    );
  });

  it('refuses a claim for what runs on every node, or once', async () => {
    for (const type of ['daemonset', 'job', 'cronjob']) {
      assert.equal(
        await refusal(render({ type, cronJob: { schedule: '@daily' } })),
        `catalogue: values: persistence.enabled is for type statefulset or deployment, not ${type}; write a claim that exists in volumes and volumeMounts`,
      );
    }
  });

  it('refuses a new claim that nobody could write to', async () => {
    for (const [type, way] of [
      ['deployment', 'persistence.existingClaim, which has the data'],
      ['statefulset', 'accessMode: ReadWriteOnce'],
    ]) {
      assert.equal(
        await refusal(
          render({ type, persistence: { accessMode: 'ReadOnlyMany' } }),
        ),
        `catalogue: values: persistence.accessMode ReadOnlyMany makes a new claim that nobody could ever write to; write ${way}, or another access mode`,
      );
    }
  });

  it('refuses to share a claim that only one node may have', async () => {
    const advice =
      'write type: statefulset for a claim each, or accessMode: ReadWriteMany';
    assert.equal(
      await refusal(render({ replicas: 2 })),
      `catalogue: values: persistence gives one claim to up to 2 pods, and accessMode ReadWriteOnce only one node; ${advice}`,
    );
    assert.equal(
      await refusal(
        render({
          autoscaling: { enabled: true },
          persistence: { existingClaim: 'old', accessMode: 'ReadWriteOncePod' },
        }),
      ),
      `catalogue: values: persistence gives one claim to up to 10 pods, and accessMode ReadWriteOncePod only one node; ${advice}`,
    );
  });
});
