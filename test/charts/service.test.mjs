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

eachHelm('service', helm => {
  const render = values =>
    renderService({
      helm,
      values: {
        image: { repository: 'shop/catalogue' },
        ports: { http: 8080 },
        ...values,
      },
    });

  it('is reached inside the cluster alone unless its type says otherwise', async () => {
    const type = async service =>
      (await render({ service })).find('Service').spec.type;
    assert.equal(await type({}), 'ClusterIP');
    assert.equal(await type({ type: 'NodePort' }), 'NodePort');
    assert.equal(await type({ type: 'LoadBalancer' }), 'LoadBalancer');
  });

  it('keeps the headless Service of a StatefulSet inside the cluster', async () => {
    const { find } = await render({
      type: 'statefulset',
      service: { type: 'LoadBalancer', annotations: { balancer: 'public' } },
    });
    const { metadata, spec } = find('Service', 'catalogue-headless');
    assert.equal(spec.type, 'ClusterIP');
    assert.equal(metadata.annotations, undefined);
  });

  it('bears its own annotations beside those of all objects', async () => {
    const { find } = await render({
      annotations: { all: 'a', both: 'of all' },
      service: { annotations: { balancer: 'public', both: 'its own' } },
    });
    assert.deepEqual(find('Service').metadata.annotations, {
      all: 'a',
      balancer: 'public',
      both: 'its own',
    });
  });

  it('refuses another type', async () => {
    assert.equal(
      await refusal(render({ service: { type: 'ExternalName' } })),
      'catalogue: values: service.type is "ExternalName"; it is one of ClusterIP, NodePort, LoadBalancer',
    );
  });
});
