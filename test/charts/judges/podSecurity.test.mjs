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
import { describe, it } from 'node:test';
import { podSecurity } from '../../support/judges/podSecurity.mjs';
import { deployment, manifests } from '../support/manifests.mjs';

const skip = !process.env.CHARTROOM_POD_SECURITY && 'it is absent';
const careless = { name: 'careless', image: 'shop/careless:1' };

/** The kinds that run pods, each around a pod template. */
const kinds = {
  Pod: ({ spec }) => ({ apiVersion: 'v1', spec }),
  StatefulSet: template => ({ apiVersion: 'apps/v1', spec: { template } }),
  DaemonSet: template => ({ apiVersion: 'apps/v1', spec: { template } }),
  ReplicaSet: template => ({ apiVersion: 'apps/v1', spec: { template } }),
  Job: template => ({ apiVersion: 'batch/v1', spec: { template } }),
  CronJob: template => ({
    apiVersion: 'batch/v1',
    spec: { jobTemplate: { spec: { template } } },
  }),
};

describe('Pod Security', { skip }, () => {
  it('admits a pod that meets restricted', async () => {
    assert.deepEqual(
      await podSecurity({ manifests: manifests(deployment()) }),
      [],
    );
  });

  it('names what is missing, in init containers too', async () => {
    const text = manifests(deployment({ pod: { initContainers: [careless] } }));
    assert.deepEqual(await podSecurity({ manifests: text }), [
      'Deployment cart is not restricted: allowPrivilegeEscalation != false: container "careless" must set securityContext.allowPrivilegeEscalation=false; unrestricted capabilities: container "careless" must set securityContext.capabilities.drop=["ALL"]',
    ]);
  });

  for (const [kind, around] of Object.entries(kinds)) {
    it(`judges the pods of a ${kind}`, async () => {
      const object = {
        kind,
        metadata: { name: 'cart' },
        ...around({ spec: { containers: [careless] } }),
      };
      const [violation, ...others] = await podSecurity({
        manifests: manifests({
          kind: 'List',
          apiVersion: 'v1',
          items: [object],
        }),
      });
      assert.match(violation, new RegExp(`^${kind} cart is not restricted: `));
      assert.deepEqual(others, []);
    });
  }

  it('judges those that declare it by baseline, and no others', async () => {
    const lowered = deployment({ pod: { containers: [careless] } });
    const judge = (baseline, object = lowered) =>
      podSecurity({ manifests: manifests(object), baseline });
    assert.equal((await judge(['user'])).length, 1);
    assert.deepEqual(await judge(['cart']), []);
    const host = deployment({ pod: { hostNetwork: true } });
    assert.deepEqual(await judge(['cart'], host), [
      'Deployment cart is not baseline: host namespaces: hostNetwork=true',
    ]);
  });

  it('judges by the rules of the version that it is given', async () => {
    const probe = { httpGet: { host: '10.0.0.1', port: 80 } };
    const text = manifests(deployment({ container: { livenessProbe: probe } }));
    const judge = kubernetesVersion =>
      podSecurity({ manifests: text, kubernetesVersion });
    assert.deepEqual(await judge('1.33.0'), []);
    assert.match((await judge('1.36.0'))[0], /probe or lifecycle host/);
  });

  it('refuses manifests that it cannot read', async () => {
    await assert.rejects(
      podSecurity({ manifests: 'kind: Pod\nkind: Pod\n' }),
      /document 1: .*key "kind" already set/s,
    );
  });
});
