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
import { admittedEdges } from '../../support/admittedEdges.mjs';
import { deployment, manifests } from '../support/manifests.mjs';
import { outsiderManifests } from '../support/outsiders.mjs';

const skip =
  !process.env.CHARTROOM_NETPOLICY &&
  'the evaluator of network policies is absent';

function workload(name) {
  const object = deployment({ name });
  return { ...object, metadata: { ...object.metadata, namespace: 'shop' } };
}

function policy({ of, ingress = [], egress = [] }) {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: of, namespace: 'shop' },
    spec: {
      podSelector: { matchLabels: { 'app.kubernetes.io/name': of } },
      policyTypes: ['Ingress', 'Egress'],
      ingress,
      egress,
    },
  };
}

const pods = name => ({
  podSelector: { matchLabels: { 'app.kubernetes.io/name': name } },
});

describe('admitted edges', { skip }, () => {
  const admitted = ({ objects, ...others }) =>
    admittedEdges({
      manifests: [
        manifests(...objects),
        outsiderManifests([
          { namespace: 'elsewhere', name: 'pod', labels: {} },
        ]),
      ].join(''),
      namespace: 'shop',
      ...others,
    });
  const toCart = ports => [
    workload('web'),
    workload('cart'),
    policy({ of: 'web', egress: [{ to: [pods('cart')], ports }] }),
    policy({ of: 'cart', ingress: [{ from: [pods('web')] }] }),
  ];

  it('are one for each port', async () => {
    const ports = [
      { port: 8080 },
      { port: 8081 },
      { port: 9000 },
      { port: 53, protocol: 'UDP' },
    ];
    assert.deepEqual(await admitted({ objects: toCart(ports) }), [
      'web => cart : TCP 8080',
      'web => cart : TCP 8081',
      'web => cart : TCP 9000',
      'web => cart : UDP 53',
    ]);
  });

  it('are not there where one of two policies closes the way', async () => {
    const [web, cart, outward] = toCart([{ port: 8080 }]);
    const objects = [web, cart, outward, policy({ of: 'cart' })];
    assert.deepEqual(await admitted({ objects }), []);
  });

  it('are all there are without a policy, to other namespaces and addresses too', async () => {
    const objects = [workload('web'), workload('cart'), policy({ of: 'cart' })];
    assert.deepEqual(await admitted({ objects }), [
      '0.0.0.0-255.255.255.255 => web : All Connections',
      'elsewhere/pod => web : All Connections',
      'web => 0.0.0.0-255.255.255.255 : All Connections',
      'web => elsewhere/pod : All Connections',
    ]);
    assert.deepEqual(await admitted({ objects, without: ['web'] }), []);
  });

  it('name the addresses of a port once', async () => {
    const to = [
      { ipBlock: { cidr: '10.0.0.0/8', except: ['10.128.0.0/16'] } },
      { ipBlock: { cidr: '11.0.0.0/8' } },
    ];
    const egress = [{ to, ports: [{ port: 443 }] }];
    assert.deepEqual(
      await admitted({
        objects: [workload('web'), policy({ of: 'web', egress })],
      }),
      ['web => 10.0.0.0-10.127.255.255 10.129.0.0-11.255.255.255 : TCP 443'],
    );
  });
});
