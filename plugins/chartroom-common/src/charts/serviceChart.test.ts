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

import { readPlatform } from '../platform';
import { serviceChart } from './serviceChart';

function chartOf(options: {
  service: string;
  head?: string;
  probes?: { liveness: string; readiness: string };
}) {
  const { service, head = '', probes } = options;
  const { matrix, profiles } = readPlatform({
    files: new Map([
      [
        'service-matrix.yaml',
        `system: shop\n${head}services:\n${service}  - { name: redis }\n  - { name: mysql }\n`,
      ],
    ]),
  });
  return serviceChart({
    matrix: matrix!,
    service: matrix!.services[0],
    profiles,
    version: '0.1.0',
    probes,
  });
}

describe('serviceChart', () => {
  it('is written as a person would write it', () => {
    const files = chartOf({
      service:
        '  - { name: orders, language: node, port: 8080, description: "Keeps: orders", dependencies: [redis, mysql] }\n',
      head: 'images: { registry: registry.example.com/shop }\n',
      probes: { liveness: '/health', readiness: '/ready' },
    });
    expect([...files.keys()]).toEqual([
      '.helmignore',
      'Chart.yaml',
      'templates/service.yaml',
      'values-local.yaml',
      'values.schema.json',
      'values.yaml',
    ]);
    expect(files.get('Chart.yaml')).toBe(`apiVersion: v2
name: orders
description: "Keeps: orders"
type: application
version: 0.1.0
appVersion: 0.1.0
dependencies:
  - name: platform-common
    version: ^1.0.0
    repository: file://../platform-common
`);
    expect(files.get('templates/service.yaml')).toBe(
      '{{ include "platform-common.v1.service" . }}\n',
    );
    expect(files.get('values.yaml'))
      .toBe(`# What orders needs to run. Where its dependencies are is not written here: the
# umbrella of the platform says it, and values-local.yaml for an installation alone.
language: node

# The tag is appVersion of Chart.yaml, unless image.tag is written.
image:
  repository: registry.example.com/shop/orders

ports:
  http: 8080

# Under which environment names the program finds what it depends on.
bindings:
  redis:
    REDIS_HOST: "{host}"
    REDIS_PORT: "{port}"
  mysql:
    DB_HOST: "{host}"
    DB_PORT: "{port}"
    DB_NAME: "{database}"
    DB_USER: "{username}"
    DB_PASSWORD: "{password}"

probes:
  liveness:
    path: /health
  readiness:
    path: /ready

labels:
  app.kubernetes.io/component: backend
`);
    expect(files.get('values-local.yaml'))
      .toBe(`# Where the dependencies of orders are, for an installation without the umbrella of
# shop: helm install orders . --values values-local.yaml
wiring:
  dependencies:
    redis:
      host: redis
      ports:
        redis: 6379
      podLabels:
        app.kubernetes.io/name: redis
      wait: true
    mysql:
      host: mysql
      ports:
        mysql: 3306
      podLabels:
        app.kubernetes.io/name: mysql
      wait: true
      database: orders
      username: orders
      secret:
        name: mysql-orders
        keys:
          password: password
`);
  });

  it('gives a worker neither port nor probe', () => {
    const files = chartOf({
      service: '  - { name: sweeper, language: go }\n',
      probes: { liveness: '/health', readiness: '/ready' },
    });
    expect(files.get('values.yaml'))
      .toBe(`# What sweeper needs to run. Where its dependencies are is not written here: the
# umbrella of the platform says it, and values-local.yaml for an installation alone.
language: go

# The tag is appVersion of Chart.yaml, unless image.tag is written.
image:
  repository: sweeper

# A worker: it opens no port, so it has no Service and no probe.
ports: {}

labels:
  app.kubernetes.io/component: backend
`);
  });

  it('writes what the matrix says about type, tag, ports, environment and egress', () => {
    const files = chartOf({
      service: [
        '  - name: payment',
        '    type: statefulset',
        '    tier: edge',
        '    image: { repository: shop/pay, tag: "1.10" }',
        '    ports: [ { name: http, port: 80, targetPort: 8080 } ]',
        '    env_vars: [ GATEWAY: "on" ]',
        '    egress: [ { host: paypal.com, port: 443 } ]',
        '',
      ].join('\n'),
    });
    expect(files.get('values.yaml')).toContain(`type: statefulset

image:
  repository: shop/pay
  tag: "1.10"

ports:
  http:
    port: 80
    targetPort: 8080

env:
  GATEWAY: "on"

# Ports that are open to public addresses: a network policy knows no host names.
egress:
  - host: paypal.com
    port: 443

labels:
  app.kubernetes.io/component: edge
`);
  });

  it.each([
    ['', '', 'file://../platform-common'],
    [
      'commonChart: { repository: "file://library/common" }\n',
      '',
      'file://../../library/common',
    ],
    [
      'commonChart: { repository: "oci://r.example.com/c" }\n',
      '',
      'oci://r.example.com/c',
    ],
    [
      'charts: { repository: "https://charts.example.com" }\n',
      ', repository: "https://git.example.com/orders"',
      'https://charts.example.com',
    ],
  ])('with %j finds the common chart at %s', (head, more, repository) => {
    const files = chartOf({ head, service: `  - { name: orders${more} }\n` });
    expect(files.get('Chart.yaml')).toContain(`repository: ${repository}\n`);
  });

  it('accepts any version of the major that the platform uses', () => {
    const files = chartOf({
      head: 'commonChart: { version: 2.4.1 }\n',
      service: '  - { name: orders }\n',
    });
    expect(files.get('Chart.yaml')).toContain('version: ^2.0.0\n');
  });
});
