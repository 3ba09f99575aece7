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
import { kubeconform } from '../../support/judges/kubeconform.mjs';
import { deployment, manifests } from '../support/manifests.mjs';

const tools = [
  'CHARTROOM_KUBECONFORM',
  'CHARTROOM_KUBERNETES_SCHEMAS',
  'CHARTROOM_CRD_SCHEMAS',
];
const skip = tools.some(tool => !process.env[tool]) && 'it is absent';

/** A custom resource of each project: one that it takes, and the same with a field that it does not know. */
const customResources = {
  Certificate: [
    'cert-manager.io/v1',
    { secretName: 'tls', issuerRef: { name: 'ca' } },
  ],
  HTTPRoute: [
    'gateway.networking.k8s.io/v1',
    { rules: [{ backendRefs: [{ name: 'cart', port: 80 }] }] },
    spec => ({ rules: [{ ...spec.rules[0], unknown: 1 }] }),
  ],
  ServiceMonitor: [
    'monitoring.coreos.com/v1',
    { selector: {}, endpoints: [{ port: 'http' }] },
    spec => ({ ...spec, endpoints: [{ unknown: 1 }] }),
  ],
  PrometheusRule: [
    'monitoring.coreos.com/v1',
    { groups: [{ name: 'a', rules: [{ alert: 'A', expr: '1' }] }] },
  ],
  ExternalSecret: [
    'external-secrets.io/v1',
    {
      secretStoreRef: { name: 'vault' },
      refreshInterval: '1h',
      data: [{ secretKey: 'a', remoteRef: { key: 'b' } }],
    },
  ],
  Application: [
    'argoproj.io/v1alpha1',
    {
      project: 'shop',
      destination: { name: 'eu', namespace: 'shop' },
      source: {
        repoURL: 'https://git.example.com/shop.git',
        helm: { valuesObject: { anything: { goes: true } } },
      },
    },
    spec => ({ ...spec, source: { ...spec.source, unknown: 1 } }),
  ],
  AppProject: ['argoproj.io/v1alpha1', { sourceRepos: ['*'] }],
  ApplicationSet: [
    'argoproj.io/v1alpha1',
    {
      generators: [{ list: { elements: [{ anything: 'goes' }] } }],
      template: {
        metadata: { name: 'a' },
        spec: { project: 'a', destination: {} },
      },
    },
  ],
  Cluster: [
    'postgresql.cnpg.io/v1',
    { instances: 3, storage: { size: '1Gi' } },
    spec => ({ ...spec, storage: { size: '1Gi', unknown: 1 } }),
  ],
  RabbitmqCluster: [
    'rabbitmq.com/v1beta1',
    { replicas: 1, resources: { limits: { cpu: 1, memory: '1Gi' } } },
  ],
};

describe('kubeconform', { skip }, () => {
  for (const minor of [33, 34, 35, 36]) {
    it(`takes what fits Kubernetes 1.${minor} and refuses the rest`, async () => {
      const kubernetesVersion = `1.${minor}.0`;
      const judge = object =>
        kubeconform({ manifests: manifests(object), kubernetesVersion });
      assert.deepEqual(await judge(deployment()), []);
      assert.deepEqual(
        await judge(deployment({ container: { imagePolicy: 'Always' } })),
        [
          "apps/v1 Deployment cart: /spec/template/spec/containers/0: additional properties 'imagePolicy' not allowed",
        ],
      );
      const wrong = deployment();
      wrong.spec.replicas = 'two';
      assert.deepEqual(await judge(wrong), [
        'apps/v1 Deployment cart: /spec/replicas: got string, want null or integer',
      ]);
    });
  }

  for (const [kind, [apiVersion, spec, spoil]] of Object.entries(
    customResources,
  )) {
    it(`knows ${kind}, strictly`, async () => {
      const judge = of =>
        kubeconform({
          manifests: manifests({
            apiVersion,
            kind,
            metadata: { name: 'cart' },
            spec: of,
          }),
        });
      assert.deepEqual(await judge(spec), []);
      const [violation, ...others] = await judge(
        spoil?.(spec) ?? { ...spec, unknown: 1 },
      );
      assert.match(
        violation,
        /^\S+ \w+ cart: \/spec.*: additional properties 'unknown' not allowed$/,
      );
      assert.deepEqual(others, []);
    });
  }

  it('does not pass over what it has no schema for, nor an empty render', async () => {
    const unknown = { apiVersion: 'shop.example.com/v1', kind: 'Shelf' };
    const [violation] = await kubeconform({
      manifests: manifests({ ...unknown, metadata: { name: 'top' } }),
    });
    assert.match(violation, /Shelf top: could not find schema for Shelf/);
    await assert.rejects(
      kubeconform({ manifests: '---\n' }),
      /There is no manifest to judge/,
    );
  });

  it('refuses a key that is written twice', async () => {
    const [violation] = await kubeconform({
      manifests: `${manifests(deployment())}kind: Deployment\n`,
    });
    assert.match(violation, /key "kind" already set/);
  });
});
