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
import { assertRestricted } from './support/podSecurity.mjs';
import { renderService } from './support/renderService.mjs';

const image = { repository: 'shop/catalogue' };
const bound = {
  wiring: {
    callers: { web: true },
    dependencies: { mysql: { ports: { mysql: 3306 } } },
  },
};
const migration = { enabled: true, command: ['migrate'], hook: true };
const admin = { events: ['post-install'], command: ['make-admin'] };

/** Whether an equality selector selects these labels. */
const selects = (selector, labels) =>
  Object.entries(selector).every(([key, value]) => labels[key] === value);

/** The selectors of objects that mean the service's own pods. */
function ownSelectors({ objects }) {
  return objects.flatMap(({ kind, metadata, spec }) => {
    if (kind === 'Service') return [spec.selector];
    if (kind === 'NetworkPolicy' && metadata.name === 'catalogue') {
      return [spec.podSelector.matchLabels];
    }
    return spec?.selector?.matchLabels ? [spec.selector.matchLabels] : [];
  });
}

eachHelm('pods of hooks', helm => {
  const render = values =>
    renderService({ helm, values: { image, ...values } });

  for (const type of ['deployment', 'statefulset', 'daemonset']) {
    it(`has pods that nothing of a ${type} selects`, async () => {
      const rendered = await render({
        ...bound,
        type,
        replicas: 2,
        ports: { http: 8080 },
        labels: { 'app.kubernetes.io/component': 'backend', team: 'shop' },
        podLabels: { 'azure.workload.identity/use': 'true' },
        migration,
        hooks: { admin },
        test: { enabled: true },
      });
      const pods = [
        ...rendered.objects
          .filter(({ kind }) => kind === 'Job')
          .map(({ spec }) => spec.template),
        rendered.find('Pod'),
      ];
      assert.equal(pods.length, 3);
      const selectors = ownSelectors(rendered);
      assert.ok(selectors.length >= 3);
      for (const { metadata, spec } of pods) {
        for (const selector of selectors) {
          assert.ok(!selects(selector, metadata.labels));
        }
        assertRestricted(spec);
        assert.equal(
          metadata.labels['backstage.io/kubernetes-id'],
          'catalogue',
        );
        assert.equal(metadata.labels.team, 'shop');
        assert.equal(metadata.labels['azure.workload.identity/use'], 'true');
      }
      assert.deepEqual(
        pods.map(({ metadata: { labels } }) => [
          labels['app.kubernetes.io/name'],
          labels['app.kubernetes.io/component'],
          labels['chartroom/calls-as'],
        ]),
        [
          ['catalogue.migration', 'migration', 'catalogue'],
          ['catalogue.admin', 'hook', 'catalogue'],
          ['catalogue.test', 'test', undefined],
        ],
      );
    });
  }

  it('opens for the pods of hooks the ways of the service, and the service', async () => {
    const values = {
      ...bound,
      ports: { http: 8080 },
      egress: [{ host: 'www.paypal.com', port: 443 }],
      migration,
      hooks: { admin: { ...admin, weight: -2 } },
    };
    const rendered = await render(values);
    const own = rendered.find('NetworkPolicy', 'catalogue').spec;
    const { metadata, spec } = rendered.find(
      'NetworkPolicy',
      'catalogue-hooks',
    );
    assert.deepEqual(metadata.annotations, {
      'helm.sh/hook': 'pre-install,pre-upgrade,post-install',
      'helm.sh/hook-weight': '-3',
      'helm.sh/hook-delete-policy': 'before-hook-creation,hook-succeeded',
    });
    assert.deepEqual(spec.podSelector, {
      matchLabels: { 'chartroom/calls-as': 'catalogue' },
    });
    assert.deepEqual(spec.ingress, []);
    const ports = [{ port: 8080, protocol: 'TCP' }];
    assert.deepEqual(spec.egress, [
      ...own.egress,
      {
        to: [
          {
            podSelector: {
              matchLabels: { 'app.kubernetes.io/name': 'catalogue' },
            },
          },
        ],
        ports,
      },
    ]);
    assert.deepEqual(own.ingress[1], {
      from: [
        {
          podSelector: { matchLabels: { 'chartroom/calls-as': 'catalogue' } },
        },
      ],
      ports,
    });
    const open = await render({
      ...values,
      networkPolicy: { enabled: false },
    });
    assert.equal(open.find('NetworkPolicy'), undefined);
  });
});
