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
import { kubeconform } from '../support/judges/kubeconform.mjs';
import { eachHelm } from './support/eachHelm.mjs';
import { refusal } from './support/refusal.mjs';
import { renderService } from './support/renderService.mjs';

const skip =
  !process.env.CHARTROOM_KUBECONFORM && 'the judge of schemas is absent';

eachHelm('outside', helm => {
  const render = values =>
    renderService({
      helm,
      values: {
        image: { repository: 'shop/catalogue' },
        ports: { http: { port: 80, targetPort: 8080 }, metrics: 9090 },
        ...values,
      },
    });
  const refused = values => refusal(render(values));
  const exposed = { hosts: ['shop.example.com'] };
  const kinds = ['Ingress', 'HTTPRoute', 'Gateway', 'Certificate'];
  const made = rendered => kinds.filter(kind => rendered.find(kind));

  it('makes nothing for the outside without a host name', async () => {
    const rendered = await render({
      ingress: { className: 'nginx', tls: true },
      httpRoute: { enabled: true },
      gateway: { enabled: true },
      certificate: { issuer: { name: 'letsencrypt' } },
    });
    assert.deepEqual(made(rendered), []);
  });

  it('makes an Ingress for the host names of the platform and of the service', async () => {
    const rendered = await render({
      wiring: { hosts: ['shop.example.com', 'buy.example.com'] },
      ingress: {
        className: 'nginx',
        annotations: { 'nginx.ingress.kubernetes.io/proxy-body-size': '8m' },
        hosts: ['*.shop.example.com', 'shop.example.com'],
        path: '/catalogue',
        pathType: 'Exact',
      },
    });
    assert.deepEqual(made(rendered), ['Ingress']);
    const { apiVersion, metadata, spec } = rendered.find('Ingress');
    assert.equal(apiVersion, 'networking.k8s.io/v1');
    assert.equal(metadata.name, 'catalogue');
    assert.deepEqual(metadata.annotations, {
      'nginx.ingress.kubernetes.io/proxy-body-size': '8m',
    });
    const http = {
      paths: [
        {
          path: '/catalogue',
          pathType: 'Exact',
          backend: { service: { name: 'catalogue', port: { name: 'http' } } },
        },
      ],
    };
    assert.deepEqual(spec, {
      ingressClassName: 'nginx',
      rules: [
        { host: '*.shop.example.com', http },
        { host: 'buy.example.com', http },
        { host: 'shop.example.com', http },
      ],
    });
  });

  it('leads to the port that is named, else http, else the first for TCP', async () => {
    const port = async values => {
      const { spec } = (await render({ wiring: exposed, ...values })).find(
        'Ingress',
      );
      return spec.rules[0].http.paths[0].backend.service.port.name;
    };
    assert.equal(await port({}), 'http');
    assert.equal(await port({ ingress: { port: 'metrics' } }), 'metrics');
    assert.equal(
      await port({
        ports: { dns: { port: 53, protocol: 'UDP' }, web: 80, www: 81 },
      }),
      'web',
    );
  });

  it('takes the certificate from a Secret that is made by hand', async () => {
    const tls = async certificate => {
      const rendered = await render({
        wiring: { hosts: ['shop.example.com', 'buy.example.com'] },
        ingress: { tls: true },
        certificate,
      });
      assert.deepEqual(made(rendered), ['Ingress']);
      return rendered.find('Ingress').spec.tls;
    };
    const hosts = ['buy.example.com', 'shop.example.com'];
    assert.deepEqual(await tls({}), [{ secretName: 'catalogue-tls', hosts }]);
    assert.deepEqual(await tls({ secretName: 'wildcard' }), [
      { secretName: 'wildcard', hosts },
    ]);
  });

  it('has the certificate made by cert-manager where an issuer is named', async () => {
    const certificate = {
      secretName: 'shop-certificate',
      issuer: { name: 'letsencrypt' },
    };
    const rendered = await render({
      wiring: { hosts: ['shop.example.com', '*.example.com'] },
      ingress: { tls: true },
      certificate: { ...certificate, duration: '2160h', renewBefore: '360h' },
    });
    assert.equal(
      rendered.find('Ingress').spec.tls[0].secretName,
      'shop-certificate',
    );
    const { apiVersion, metadata, spec } = rendered.find('Certificate');
    assert.equal(apiVersion, 'cert-manager.io/v1');
    assert.equal(metadata.name, 'catalogue');
    assert.deepEqual(spec, {
      secretName: 'shop-certificate',
      issuerRef: {
        group: 'cert-manager.io',
        kind: 'ClusterIssuer',
        name: 'letsencrypt',
      },
      dnsNames: ['*.example.com', 'shop.example.com'],
      duration: '2160h',
      renewBefore: '360h',
    });
    const own = await render({
      wiring: exposed,
      ingress: { tls: true },
      certificate: { issuer: { name: 'own', kind: 'Issuer' } },
    });
    assert.deepEqual(own.find('Certificate').spec, {
      secretName: 'catalogue-tls',
      issuerRef: { group: 'cert-manager.io', kind: 'Issuer', name: 'own' },
      dnsNames: ['shop.example.com'],
    });
  });

  it('makes no certificate that nothing would use', async () => {
    const certificate = { issuer: { name: 'letsencrypt' } };
    for (const values of [
      {},
      { ingress: { tls: true, enabled: false } },
      {
        ingress: { tls: true },
        httpRoute: { enabled: true, parentRefs: [{ name: 'public' }] },
      },
    ]) {
      const rendered = await render({
        wiring: exposed,
        certificate,
        ...values,
      });
      assert.equal(rendered.find('Certificate'), undefined);
    }
  });

  it('leaves the Ingress out where it is switched off', async () => {
    const rendered = await render({
      wiring: exposed,
      ingress: { enabled: false },
    });
    assert.deepEqual(made(rendered), []);
  });

  it('makes an HTTPRoute at the gateways that are written, and no Ingress', async () => {
    const parentRefs = [
      { name: 'public', namespace: 'gateways', sectionName: 'https' },
    ];
    const rendered = await render({
      wiring: exposed,
      ingress: { path: '/shop', hosts: ['buy.example.com'] },
      httpRoute: { enabled: true, parentRefs, annotations: { who: 'we' } },
    });
    assert.deepEqual(made(rendered), ['HTTPRoute']);
    const { apiVersion, metadata, spec } = rendered.find('HTTPRoute');
    assert.equal(apiVersion, 'gateway.networking.k8s.io/v1');
    assert.deepEqual(metadata.annotations, { who: 'we' });
    assert.deepEqual(spec, {
      parentRefs,
      hostnames: ['buy.example.com', 'shop.example.com'],
      rules: [
        {
          matches: [{ path: { type: 'PathPrefix', value: '/shop' } }],
          backendRefs: [{ name: 'catalogue', port: 80 }],
        },
      ],
    });
  });

  it('takes the rules of a route as they are written', async () => {
    const rules = [
      {
        matches: [{ headers: [{ name: 'version', value: 'two' }] }],
        backendRefs: [{ name: 'catalogue', port: 80, weight: 1000000 }],
      },
    ];
    const rendered = await render({
      wiring: exposed,
      httpRoute: { enabled: true, parentRefs: [{ name: 'public' }], rules },
      ingress: { pathType: 'ImplementationSpecific' },
    });
    assert.deepEqual(rendered.find('HTTPRoute').spec.rules, rules);
  });

  it('opens the ports of the service to which rules of a route lead', async () => {
    const [grpc, admin, other] = [9000, 9100, 9200].map(port => ({
      name: 'catalogue',
      port,
    }));
    const rendered = await render({
      ports: {
        http: { port: 80, targetPort: 8080 },
        grpc: { port: 9000, targetPort: 19000 },
        admin: 9100,
        idle: 9200,
        dns: { port: 9000, protocol: 'UDP' },
      },
      wiring: { callers: {}, ...exposed },
      httpRoute: {
        enabled: true,
        parentRefs: [{ name: 'public' }],
        rules: [
          { backendRefs: [{ ...grpc, kind: 'Service', group: '' }, grpc] },
          {
            filters: [
              { type: 'RequestMirror', requestMirror: { backendRef: admin } },
            ],
            backendRefs: [
              { ...other, name: 'orders' },
              { ...other, namespace: 'elsewhere' },
            ],
          },
        ],
      },
    });
    const { ingress } = rendered.find('NetworkPolicy').spec;
    assert.equal(ingress.length, 1);
    assert.deepEqual(ingress[0].ports, [
      { port: 8080, protocol: 'TCP' },
      { port: 19000, protocol: 'TCP' },
      { port: 9100, protocol: 'TCP' },
    ]);
  });

  it('refuses a rule that leads to the service and to none of its ports', async () => {
    for (const reference of [{ port: 8080 }, {}]) {
      assert.equal(
        await refused({
          wiring: exposed,
          httpRoute: {
            enabled: true,
            parentRefs: [{ name: 'public' }],
            rules: [{ backendRefs: [{ name: 'catalogue', ...reference }] }],
          },
        }),
        'catalogue: values: httpRoute.rules[0].backendRefs[0] leads to catalogue and to none of its TCP ports; write port: 80 or 9090',
      );
    }
  });

  it('makes a Gateway of its own with two listeners for each host name', async () => {
    const rendered = await render({
      wiring: { hosts: ['shop.example.com', '*.shop.example.com'] },
      gateway: {
        enabled: true,
        className: 'envoy',
        annotations: { address: 'public' },
      },
      httpRoute: { enabled: true },
      certificate: { issuer: { name: 'letsencrypt' } },
    });
    assert.deepEqual(made(rendered), ['HTTPRoute', 'Gateway', 'Certificate']);
    const { metadata, spec } = rendered.find('Gateway');
    assert.deepEqual(metadata.annotations, { address: 'public' });
    const http = { port: 80, protocol: 'HTTP' };
    const https = {
      port: 443,
      protocol: 'HTTPS',
      tls: {
        mode: 'Terminate',
        certificateRefs: [{ kind: 'Secret', name: 'catalogue-tls' }],
      },
    };
    const wildcard = { hostname: '*.shop.example.com' };
    const exact = { hostname: 'shop.example.com' };
    assert.deepEqual(spec, {
      gatewayClassName: 'envoy',
      listeners: [
        { name: 'http-any.shop.example.com', ...wildcard, ...http },
        { name: 'https-any.shop.example.com', ...wildcard, ...https },
        { name: 'http.shop.example.com', ...exact, ...http },
        { name: 'https.shop.example.com', ...exact, ...https },
      ],
    });
    assert.deepEqual(rendered.find('HTTPRoute').spec.parentRefs, [
      { name: 'catalogue' },
    ]);
    assert.equal(rendered.find('Certificate').spec.secretName, 'catalogue-tls');
  });

  it('names listeners as Kubernetes wants them, each once', async () => {
    const long = Array.from({ length: 4 }, () => 'a'.repeat(61)).join('.');
    const hosts = [
      ...['*.b.example.com', 'any.b.example.com', 'b.example.com'],
      ...['localhost', `${long}.a`, `${long}.b`, `*.${long}.c`],
    ];
    const rendered = await render({
      wiring: { hosts },
      gateway: { enabled: true, className: 'envoy' },
    });
    const names = rendered
      .find('Gateway')
      .spec.listeners.map(listener => listener.name);
    assert.equal(new Set(names).size, 2 * hosts.length);
    for (const name of names) {
      assert.ok(name.length <= 253, name);
      assert.match(
        name,
        /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
      );
    }
  });

  for (const host of [
    'Shop.example.com',
    'https://shop.example.com',
    'shop.example.com:8443',
    'shop_.example.com',
    'shop..example.com',
    '-shop.example.com',
    'shop.*.example.com',
    'a*.example.com',
    '*',
    '10.0.0.1',
    'shop.example.com/path',
    'shop.example.com.',
    `${'a'.repeat(64)}.example.com`,
    `${'a.'.repeat(126)}com`,
    '',
  ]) {
    it(`refuses the host name "${host}"`, async () => {
      for (const [path, values] of [
        ['wiring.hosts', { wiring: { hosts: ['ok.example.com', host] } }],
        ['ingress.hosts', { ingress: { hosts: [host] } }],
      ]) {
        assert.equal(
          await refused(values),
          `catalogue: values: ${path} has "${host}", which is not a host name; write one such as shop.example.com or *.example.com, in lower case`,
        );
      }
    });
  }

  it('takes host names of every right form', async () => {
    const hosts = ['*.example.com', '0.example.com', 'a--b.example', 'local'];
    const rendered = await render({ wiring: { hosts } });
    assert.deepEqual(
      rendered.find('Ingress').spec.rules.map(rule => rule.host),
      hosts,
    );
  });

  it(
    'is what the schemas of the Gateway API, cert-manager and Kubernetes accept',
    {
      skip,
    },
    async () => {
      const hosts = ['shop.example.com', '*.shop.example.com'];
      const certificate = {
        issuer: { name: 'letsencrypt' },
        duration: '2160h',
        renewBefore: '360h',
      };
      for (const values of [
        { ingress: { className: 'nginx', tls: true } },
        {
          gateway: { enabled: true, className: 'envoy' },
          httpRoute: { enabled: true },
        },
      ]) {
        const { text } = await render({
          wiring: { callers: {}, hosts },
          egress: [{ host: 'www.paypal.com', port: 443 }],
          service: { type: 'LoadBalancer' },
          certificate,
          ...values,
        });
        assert.deepEqual(await kubeconform({ manifests: text }), []);
      }
    },
  );

  const manyHosts = length =>
    Array.from({ length }, (_, index) => `shop-${index}.example.com`);
  const ownGateway = { enabled: true, className: 'envoy' };
  const refusals = [
    [
      'a host name of a worker',
      { ports: {}, wiring: exposed },
      'the host shop.example.com needs a port of the service, which has none for TCP; write ports, such as { http: 8080 }',
    ],
    [
      'a host name of a service without TCP',
      {
        ports: { dns: { port: 53, protocol: 'UDP' } },
        wiring: exposed,
      },
      'the host shop.example.com needs a port of the service, which has none for TCP; write ports, such as { http: 8080 }',
    ],
    [
      'a port that there is not',
      { wiring: exposed, ingress: { port: 'web' } },
      'ingress.port is "web", but the TCP ports are http, metrics',
    ],
    [
      'a path that is none',
      { wiring: exposed, ingress: { path: 'shop' } },
      'ingress.path is "shop"; it begins with "/"',
    ],
    [
      'a type of path that an HTTPRoute does not know',
      {
        wiring: exposed,
        gateway: ownGateway,
        httpRoute: { enabled: true },
        ingress: { pathType: 'ImplementationSpecific' },
      },
      'ingress.pathType ImplementationSpecific means nothing to an HTTPRoute; write Prefix or Exact, or httpRoute.rules',
    ],
    [
      'a route without a gateway',
      { wiring: exposed, httpRoute: { enabled: true } },
      'httpRoute.enabled needs a gateway; write httpRoute.parentRefs, or gateway.enabled: true for one of its own',
    ],
    [
      'a Gateway without a class',
      { wiring: exposed, gateway: { enabled: true } },
      'gateway.className is empty; write the GatewayClass that makes the gateway',
    ],
    [
      'more host names than an HTTPRoute takes',
      {
        wiring: { hosts: manyHosts(17) },
        gateway: ownGateway,
        httpRoute: { enabled: true },
      },
      'an HTTPRoute takes 16 host names, and wiring.hosts and ingress.hosts hold 17; write *.example.com for those of one domain',
    ],
    [
      'more host names than a Gateway takes',
      { wiring: { hosts: manyHosts(33) }, gateway: ownGateway },
      'a Gateway has 64 listeners, two for each host name, and wiring.hosts and ingress.hosts hold 33; write *.example.com for those of one domain',
    ],
  ];
  for (const [what, values, message] of refusals) {
    it(`refuses ${what}`, async () => {
      assert.equal(await refused(values), `catalogue: values: ${message}`);
    });
  }
});
