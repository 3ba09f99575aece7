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

const quota = {
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'quota' },
  spec: { hard: { pods: '10' }, scale: 1000000 },
};

eachHelm('extra objects', helm => {
  const render = (extraObjects, values) =>
    renderService({
      helm,
      values: {
        image: { repository: 'shop/catalogue' },
        extraObjects,
        ...values,
      },
    });

  it('adds objects with the labels and the namespace of the service', async () => {
    const rendered = await render([
      quota,
      { ...quota, metadata: { name: 'other' } },
    ]);
    const { metadata, ...object } = rendered.find('ResourceQuota', 'quota');
    assert.deepEqual({ ...object, metadata: quota.metadata }, quota);
    const account = rendered.find('ServiceAccount').metadata;
    assert.deepEqual(metadata, { ...account, name: 'quota' });
    assert.ok(rendered.find('ResourceQuota', 'other'));
  });

  it('leaves what an object says of itself', async () => {
    const rendered = await render(
      [
        {
          ...quota,
          metadata: {
            name: 'quota',
            namespace: 'elsewhere',
            labels: { 'app.kubernetes.io/name': 'quota', team: 'a' },
            annotations: { note: 'own' },
          },
        },
      ],
      { annotations: { note: 'all', owner: 'shop' } },
    );
    const { namespace, labels, annotations } =
      rendered.find('ResourceQuota').metadata;
    assert.equal(namespace, 'elsewhere');
    assert.equal(labels['app.kubernetes.io/name'], 'quota');
    assert.equal(labels.team, 'a');
    assert.equal(labels['app.kubernetes.io/instance'], 'shop');
    assert.deepEqual(annotations, { note: 'own', owner: 'shop' });
  });

  it('keeps a pod out of what selects the pods of the service', async () => {
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'tool' } };
    const rendered = await render([pod], { ports: { http: 8080 } });
    const { labels } = rendered.find('Pod').metadata;
    assert.deepEqual(rendered.find('Service').spec.selector, {
      'app.kubernetes.io/name': 'catalogue',
    });
    assert.equal(labels['app.kubernetes.io/name'], undefined);
    assert.equal(labels['app.kubernetes.io/part-of'], 'catalogue');
    assert.equal(labels['backstage.io/kubernetes-id'], 'catalogue');
    const named = {
      name: 'tool',
      labels: { 'app.kubernetes.io/name': 'tool' },
    };
    const own = await render([{ ...pod, metadata: named }]);
    assert.equal(
      own.find('Pod').metadata.labels['app.kubernetes.io/name'],
      'tool',
    );
  });

  it('leaves the namespace out of an object that belongs to none', async () => {
    const rendered = await render([
      { ...quota, metadata: { name: 'quota', namespace: '' } },
    ]);
    const { metadata } = rendered.find('ResourceQuota');
    assert.equal('namespace' in metadata, false);
  });

  it('does not read a text of an object as a template', async () => {
    const data = { text: '{{ .Release.Name }}\n---\nkind: Secret\n' };
    const rendered = await render([
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data },
    ]);
    assert.deepEqual(rendered.find('ConfigMap').data, data);
    assert.equal(rendered.find('Secret'), undefined);
  });

  for (const [path, object] of [
    ['apiVersion', { kind: 'ConfigMap', metadata: { name: 'a' } }],
    ['kind', { apiVersion: 'v1', kind: 5, metadata: { name: 'a' } }],
    ['metadata.name', { apiVersion: 'v1', kind: 'ConfigMap' }],
    ['metadata.name', { apiVersion: 'v1', kind: 'Role', metadata: 'a' }],
  ]) {
    it(`refuses ${JSON.stringify(object)}`, async () => {
      assert.equal(
        await refusal(render([quota, object])),
        `catalogue: values: extraObjects[1].${path} is missing or not text; an object needs apiVersion, kind and metadata.name`,
      );
    });
  }
});
