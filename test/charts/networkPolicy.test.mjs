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

function named(name) {
  return { podSelector: { matchLabels: { 'app.kubernetes.io/name': name } } };
}

/** Pods of the hooks of these services. */
function hooksOf(...values) {
  const expression = { key: 'chartroom/calls-as', operator: 'In', values };
  return { podSelector: { matchExpressions: [expression] } };
}

function inNamespace(name) {
  const matchLabels = { 'kubernetes.io/metadata.name': name };
  return { namespaceSelector: { matchLabels } };
}

const anyAddress = ['0.0.0.0/0', '::/0'].map(cidr => ({ ipBlock: { cidr } }));

const dns = {
  to: [inNamespace('kube-system')],
  ports: [
    { port: 53, protocol: 'UDP' },
    { port: 53, protocol: 'TCP' },
  ],
};

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
        from: [named('cart'), named('web'), hooksOf('cart', 'web')],
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
          known: { ...external, cidrs: ['10.1.0.0/16', 'fd00:1::/32'] },
        },
      },
    });
    const portsOutside = [{ port: 3306, protocol: 'TCP' }];
    assert.deepEqual(spec.egress, [
      dns,
      { to: anyAddress, ports: portsOutside },
      {
        to: [
          { ipBlock: { cidr: '10.1.0.0/16' } },
          { ipBlock: { cidr: 'fd00:1::/32' } },
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
          { ipBlock: { cidr: '2000::/3' } },
        ],
        ports: [
          { port: 443, protocol: 'TCP' },
          { port: 25, protocol: 'TCP' },
        ],
      },
    ]);
  });

  it('asks for names where the platform says', async () => {
    const egress = async dnsValues =>
      (await policy({ networkPolicy: { dns: dnsValues } })).spec.egress;
    assert.deepEqual(
      await egress({
        namespace: 'openshift-dns',
        podLabels: { 'dns.operator.openshift.io/daemonset-dns': 'default' },
        cidrs: ['169.254.20.10/32'],
        port: 5353,
      }),
      [
        {
          to: [
            {
              ...inNamespace('openshift-dns'),
              podSelector: {
                matchLabels: {
                  'dns.operator.openshift.io/daemonset-dns': 'default',
                },
              },
            },
            { ipBlock: { cidr: '169.254.20.10/32' } },
          ],
          ports: [
            { port: 5353, protocol: 'UDP' },
            { port: 5353, protocol: 'TCP' },
          ],
        },
      ],
    );
    const podLabels = { 'app.kubernetes.io/name': 'names' };
    assert.deepEqual(await egress({ namespace: '', podLabels }), [
      { ...dns, to: [named('names')] },
    ]);
    assert.deepEqual(await egress({ namespace: '' }), []);
  });

  it('admits the ingress controller to the port under the host names', async () => {
    const controller = port => ({
      from: [inNamespace('ingress-nginx')],
      ports: [{ port, protocol: 'TCP' }],
    });
    const ingress = async values =>
      (await policy({ wiring: { callers: {} }, ...values })).spec.ingress;
    const hosts = ['shop.example.com'];
    const twoPorts = {
      admin: 9000,
      http: { port: 80, targetPort: 8080 },
    };
    assert.deepEqual(
      await ingress({ ports: twoPorts, wiring: { callers: {}, hosts } }),
      [controller(8080)],
    );
    assert.deepEqual(
      await ingress({ ports: twoPorts, ingress: { hosts, port: 'admin' } }),
      [controller(9000)],
    );
    assert.deepEqual(
      await ingress({
        ports: twoPorts,
        ingress: { hosts },
        networkPolicy: {
          ingressController: {
            namespace: 'gateways',
            podLabels: { app: 'proxy' },
            cidrs: ['10.0.0.0/24'],
          },
        },
      }),
      [
        {
          from: [
            {
              ...inNamespace('gateways'),
              podSelector: { matchLabels: { app: 'proxy' } },
            },
            { ipBlock: { cidr: '10.0.0.0/24' } },
          ],
          ports: [{ port: 8080, protocol: 'TCP' }],
        },
      ],
    );
    assert.deepEqual(
      await ingress({
        ports: twoPorts,
        ingress: { hosts },
        networkPolicy: { ingressController: { namespace: '' } },
      }),
      [],
    );
    assert.deepEqual(await ingress({ ports: twoPorts }), []);
  });

  it('admits the ingress controller beside the callers, whoever makes the route', async () => {
    const wiring = {
      callers: { web: true },
      hosts: ['shop.example.com'],
    };
    const routes = [
      { ingress: { enabled: false } },
      {
        httpRoute: { enabled: true, parentRefs: [{ name: 'public' }] },
        networkPolicy: { ingressController: { namespace: 'gateways' } },
      },
    ];
    for (const values of routes) {
      const { spec } = await policy({ ports: { http: 80 }, wiring, ...values });
      assert.deepEqual(
        spec.ingress.map(rule => rule.from),
        [
          [named('web'), hooksOf('web')],
          [
            inNamespace(
              values.networkPolicy?.ingressController.namespace ??
                'ingress-nginx',
            ),
          ],
        ],
      );
    }
  });

  it("admits the service's own test and hooks", async () => {
    const values = {
      ports: { http: 8080 },
      wiring: { callers: {} },
      test: { enabled: true },
      hooks: {
        seed: { enabled: true, command: ['seed'], events: ['post-install'] },
      },
    };
    const { find } = await renderService({
      helm,
      values: { image: { repository: 'shop/catalogue' }, ...values },
    });
    const callsAs = { 'chartroom/calls-as': 'catalogue' };
    assert.deepEqual(find('NetworkPolicy', 'catalogue').spec.ingress, [
      {
        from: [
          { podSelector: { matchLabels: callsAs } },
          named('catalogue.test'),
        ],
        ports: [{ port: 8080, protocol: 'TCP' }],
      },
    ]);
  });

  it('admits monitoring to the port that is scraped', async () => {
    const values = {
      ports: { http: 8080, metrics: { port: 9090, targetPort: 9091 } },
      wiring: { callers: {} },
    };
    const monitoring = port => ({
      from: [inNamespace('monitoring')],
      ports: [{ port, protocol: 'TCP' }],
    });
    const { spec } = await policy({
      ...values,
      serviceMonitor: { enabled: true },
    });
    assert.deepEqual(spec.ingress, [monitoring(9091)]);
    const other = await policy({
      ...values,
      serviceMonitor: { enabled: true, port: 'http' },
      networkPolicy: { monitoring: { podLabels: { app: 'prometheus' } } },
    });
    assert.deepEqual(other.spec.ingress, [
      {
        from: [
          {
            ...inNamespace('monitoring'),
            podSelector: { matchLabels: { app: 'prometheus' } },
          },
        ],
        ports: [{ port: 8080, protocol: 'TCP' }],
      },
    ]);
    assert.deepEqual((await policy(values)).spec.ingress, []);
  });

  it('lets the pods of a StatefulSet call each other when there are several', async () => {
    const values = {
      type: 'statefulset',
      ports: { redis: 6379, gossip: { port: 16379, protocol: 'UDP' } },
      wiring: { callers: { cart: true } },
    };
    const own = [
      { port: 16379, protocol: 'UDP' },
      { port: 6379, protocol: 'TCP' },
    ];
    const several = await policy({ ...values, replicas: 3 });
    assert.deepEqual(several.spec.ingress, [
      {
        from: [named('cart'), hooksOf('cart'), named('catalogue')],
        ports: own,
      },
    ]);
    assert.deepEqual(several.spec.egress, [
      dns,
      { to: [named('catalogue')], ports: own },
    ]);
    const alone = await policy({ ...values, replicas: 3, wiring: {} });
    assert.deepEqual(alone.spec.ingress, [
      { from: [{ podSelector: {} }], ports: own },
    ]);
    assert.deepEqual(alone.spec.egress, several.spec.egress);
    const scaled = await policy({ ...values, autoscaling: { enabled: true } });
    assert.deepEqual(scaled.spec.egress, several.spec.egress);
    for (const other of [
      { replicas: 1 },
      { replicas: 3, type: 'deployment' },
      { replicas: 3, ports: {}, wiring: {} },
    ]) {
      const { spec } = await policy({ ...values, ...other });
      assert.deepEqual(spec.egress, [dns]);
    }
  });

  for (const type of ['NodePort', 'LoadBalancer']) {
    it(`admits any address to a Service of type ${type}`, async () => {
      const { spec } = await policy({
        ports,
        service: { type },
        wiring: { callers: {} },
      });
      assert.deepEqual(spec.ingress, [
        {
          from: anyAddress,
          ports: [
            { port: 53, protocol: 'UDP' },
            { port: 8080, protocol: 'TCP' },
          ],
        },
      ]);
    });
  }

  for (const [values, path, range] of [
    [
      { networkPolicy: { dns: { cidrs: ['169.254.20.10'] } } },
      'networkPolicy.dns.cidrs',
      '169.254.20.10',
    ],
    [
      {
        wiring: {
          dependencies: {
            mysql: { external: true, ports: { mysql: 1 }, cidrs: ['db/24'] },
          },
        },
      },
      'wiring.dependencies.mysql.cidrs',
      'db/24',
    ],
  ]) {
    it(`refuses what is no address range in ${path}`, async () => {
      assert.equal(
        await refusal(policy(values)),
        `catalogue: values: ${path} has "${range}", which is not an address range; write one such as 10.20.0.0/16`,
      );
    });
  }

  it('can be switched off', async () => {
    assert.equal(
      await policy({ networkPolicy: { enabled: false } }),
      undefined,
    );
  });
});
