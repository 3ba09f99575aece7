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
import { renderService } from './support/renderService.mjs';

const dns = {
  to: [
    {
      namespaceSelector: {
        matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' },
      },
    },
  ],
  ports: [
    { port: 53, protocol: 'UDP' },
    { port: 53, protocol: 'TCP' },
  ],
};

function named(name) {
  return { podSelector: { matchLabels: { 'app.kubernetes.io/name': name } } };
}

eachHelm('network policy', helm => {
  const policy = async values =>
    (
      await renderService({
        helm,
        values: { image: { repository: 'shop/catalogue' }, ...values },
      })
    ).find('NetworkPolicy');
  const ports = {
    http: { port: 80, targetPort: 8080 },
    dns: { port: 53, protocol: 'UDP' },
  };

  it('admits the callers that are switched on, on the ports of the pods', async () => {
    const { spec } = await policy({
      ports,
      wiring: { callers: { web: true, cart: true, ratings: false } },
    });
    assert.deepEqual(spec.podSelector, {
      matchLabels: { 'app.kubernetes.io/name': 'catalogue' },
    });
    assert.deepEqual(spec.policyTypes, ['Ingress', 'Egress']);
    assert.deepEqual(spec.ingress, [
      {
        from: [named('cart'), named('web')],
        ports: [
          { port: 53, protocol: 'UDP' },
          { port: 8080, protocol: 'TCP' },
        ],
      },
    ]);
    assert.deepEqual(spec.egress, [dns]);
  });

  it('admits its namespace when nobody says who calls it', async () => {
    const { spec } = await policy({ ports: { http: 8080 } });
    assert.deepEqual(spec.ingress, [
      { from: [{ podSelector: {} }], ports: [{ port: 8080, protocol: 'TCP' }] },
    ]);
  });

  it('admits nobody when nobody calls it, and nobody to a worker', async () => {
    const closed = await policy({ ports, wiring: { callers: {} } });
    assert.deepEqual(closed.spec.ingress, []);
    const worker = await policy({ wiring: { callers: { web: true } } });
    assert.deepEqual(worker.spec.ingress, []);
  });

  it('opens the way to each dependency, on the ports of its pods', async () => {
    const { spec } = await policy({
      wiring: {
        dependencies: {
          cart: { ports: { http: { port: 80, targetPort: 8080 } } },
          mysql: {
            ports: { mysql: 3306 },
            podLabels: { app: 'mysql', role: 'primary' },
          },
        },
      },
    });
    assert.deepEqual(spec.egress, [
      dns,
      { to: [named('cart')], ports: [{ port: 8080, protocol: 'TCP' }] },
      {
        to: [
          { podSelector: { matchLabels: { app: 'mysql', role: 'primary' } } },
        ],
        ports: [{ port: 3306, protocol: 'TCP' }],
      },
    ]);
  });

  it('opens nothing for a dependency without ports, and never to every pod', async () => {
    const { spec } = await policy({
      wiring: {
        dependencies: {
          dispatch: {},
          redis: { ports: { redis: 6379 }, podLabels: {} },
        },
      },
    });
    assert.deepEqual(spec.egress, [
      dns,
      { to: [named('redis')], ports: [{ port: 6379, protocol: 'TCP' }] },
    ]);
  });

  it('opens the way out of the cluster to the addresses of an external dependency', async () => {
    const external = {
      external: true,
      ports: { mysql: { port: 3306, targetPort: 13306 } },
    };
    const { spec } = await policy({
      wiring: {
        dependencies: {
          any: external,
          known: { ...external, cidrs: ['10.1.0.0/16', '10.2.0.0/16'] },
        },
      },
    });
    const portsOutside = [{ port: 3306, protocol: 'TCP' }];
    assert.deepEqual(spec.egress, [
      dns,
      { to: [{ ipBlock: { cidr: '0.0.0.0/0' } }], ports: portsOutside },
      {
        to: [
          { ipBlock: { cidr: '10.1.0.0/16' } },
          { ipBlock: { cidr: '10.2.0.0/16' } },
        ],
        ports: portsOutside,
      },
    ]);
  });

  it('opens declared ports to public addresses alone, and says for which hosts', async () => {
    const { metadata, spec } = await policy({
      egress: [
        { host: 'www.paypal.com', port: 443 },
        { host: 'mail.example.com', port: 25 },
      ],
    });
    assert.deepEqual(metadata.annotations, {
      'chartroom/egress': 'www.paypal.com:443, mail.example.com:25',
    });
    assert.deepEqual(spec.egress, [
      dns,
      {
        to: [
          {
            ipBlock: {
              cidr: '0.0.0.0/0',
              except: [
                '10.0.0.0/8',
                '100.64.0.0/10',
                '127.0.0.0/8',
                '169.254.0.0/16',
                '172.16.0.0/12',
                '192.168.0.0/16',
              ],
            },
          },
        ],
        ports: [
          { port: 443, protocol: 'TCP' },
          { port: 25, protocol: 'TCP' },
        ],
      },
    ]);
  });

  it('can be switched off', async () => {
    assert.equal(
      await policy({ networkPolicy: { enabled: false } }),
      undefined,
    );
  });
});
