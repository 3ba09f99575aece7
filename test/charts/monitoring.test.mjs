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

eachHelm('monitoring', helm => {
  const render = values =>
    renderService({
      helm,
      values: {
        image: { repository: 'shop/catalogue' },
        ports: { http: 8080 },
        ...values,
      },
    });
  const refused = values => refusal(render(values));

  it('makes neither a ServiceMonitor nor a PrometheusRule unless they are switched on', async () => {
    const { find } = await render({
      serviceMonitor: { labels: { release: 'prometheus' } },
      prometheusRule: { groups: [{ name: 'shop', rules: [] }] },
    });
    assert.equal(find('ServiceMonitor'), undefined);
    assert.equal(find('PrometheusRule'), undefined);
  });

  it('makes a ServiceMonitor that Prometheus finds by its labels', async () => {
    const { find } = await render({
      serviceMonitor: {
        enabled: true,
        path: '/actuator/prometheus',
        interval: '1m',
        scrapeTimeout: '20s',
        labels: {
          release: 'prometheus',
          'app.kubernetes.io/part-of': 'monitoring',
        },
      },
    });
    const { apiVersion, metadata, spec } = find('ServiceMonitor');
    assert.equal(apiVersion, 'monitoring.coreos.com/v1');
    assert.equal(metadata.name, 'catalogue');
    assert.equal(metadata.labels.release, 'prometheus');
    assert.equal(metadata.labels['app.kubernetes.io/part-of'], 'monitoring');
    assert.equal(metadata.labels['app.kubernetes.io/name'], 'catalogue');
    assert.equal(metadata.labels['helm.sh/chart'], 'catalogue-1.0.0');
    assert.deepEqual(spec, {
      selector: {
        matchLabels: {
          'app.kubernetes.io/name': 'catalogue',
          'chartroom/scraped': 'true',
        },
      },
      endpoints: [
        {
          port: 'http',
          path: '/actuator/prometheus',
          interval: '1m',
          scrapeTimeout: '20s',
        },
      ],
    });
  });

  it('selects the one Service, and not the headless one beside it', async () => {
    const { objects, find } = await render({
      type: 'statefulset',
      serviceMonitor: { enabled: true },
    });
    const { matchLabels } = find('ServiceMonitor').spec.selector;
    const selected = objects
      .filter(object => object.kind === 'Service')
      .filter(({ metadata }) =>
        Object.entries(matchLabels).every(
          ([key, value]) => metadata.labels[key] === value,
        ),
      );
    assert.deepEqual(
      selected.map(({ metadata }) => metadata.name),
      ['catalogue'],
    );
    const pod = find('StatefulSet').spec.template;
    assert.equal(pod.metadata.labels['chartroom/scraped'], undefined);
  });

  it('scrapes the port that is named, else metrics, else http, else the first for TCP', async () => {
    const port = async (ports, name) => {
      const { find } = await render({
        ports,
        serviceMonitor: { enabled: true, port: name ?? '' },
      });
      return find('ServiceMonitor').spec.endpoints[0].port;
    };
    const all = { admin: 9000, http: 8080, metrics: 9090 };
    assert.equal(await port(all), 'metrics');
    assert.equal(await port(all, 'admin'), 'admin');
    assert.equal(await port({ admin: 9000, http: 8080 }), 'http');
    assert.equal(
      await port({ a: { port: 53, protocol: 'UDP' }, b: 9000, c: 9001 }),
      'b',
    );
  });

  it('makes a PrometheusRule of groups as Prometheus has them', async () => {
    const groups = [
      {
        name: 'catalogue',
        limit: 1000000,
        rules: [
          {
            alert: 'Down',
            expr: 'up{job="catalogue"} == 0',
            for: '5m',
            labels: { severity: 'yes' },
            annotations: {
              summary: '{{ $labels.pod }} is down for {{ $value }}',
            },
          },
        ],
      },
    ];
    const { find } = await render({
      prometheusRule: { enabled: true, labels: { role: 'alerts' }, groups },
    });
    const { apiVersion, metadata, spec } = find('PrometheusRule');
    assert.equal(apiVersion, 'monitoring.coreos.com/v1');
    assert.equal(metadata.name, 'catalogue');
    assert.equal(metadata.labels.role, 'alerts');
    assert.deepEqual(spec, { groups });
  });

  it(
    'is what the schemas of the Prometheus Operator accept',
    {
      skip,
    },
    async () => {
      const rules = [{ alert: 'Down', expr: 'up == 0', for: '5m' }];
      const { text } = await render({
        serviceMonitor: { enabled: true, scrapeTimeout: '10s' },
        prometheusRule: {
          enabled: true,
          groups: [{ name: 'catalogue', limit: 1000000, rules }],
        },
      });
      assert.deepEqual(await kubeconform({ manifests: text }), []);
    },
  );

  const refusals = [
    [
      'to scrape a worker',
      { ports: {}, serviceMonitor: { enabled: true } },
      'serviceMonitor.enabled needs a port of the service, which has none for TCP; write ports, such as { http: 8080 }',
    ],
    [
      'to scrape a port that there is not',
      { serviceMonitor: { enabled: true, port: 'metrics' } },
      'serviceMonitor.port is "metrics", but the TCP ports are http',
    ],
    [
      'a PrometheusRule without rules',
      { prometheusRule: { enabled: true } },
      'prometheusRule.enabled needs rules; write prometheusRule.groups',
    ],
  ];
  for (const [what, values, message] of refusals) {
    it(`refuses ${what}`, async () => {
      assert.equal(await refused(values), `catalogue: values: ${message}`);
    });
  }
});
