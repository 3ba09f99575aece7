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
import { serverSideApply } from '../support/judges/serverSideApply.mjs';
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

  it('has one number twice, for TCP and for UDP', async () => {
    const dns = { port: 53, targetPort: 5353 };
    const rendered = await render({
      ports: { 'dns-tcp': dns, 'dns-udp': { ...dns, protocol: 'UDP' } },
    });
    assert.deepEqual(
      rendered.find('Service').spec.ports.map(({ port }) => port),
      [53, 53],
    );
    if (process.env.CHARTROOM_SERVER_SIDE_APPLY) {
      const { refusals } = await serverSideApply({ manifests: rendered.text });
      assert.deepEqual(refusals, []);
    }
  });

  const refused = [
    [
      { admin: 8080, http: 8080 },
      'ports.admin and ports.http are both port 8080/TCP; give each a number of its own, or keep one',
    ],
    [
      { http: 8080, proxied: { port: 80, targetPort: 8080 } },
      'ports.http and ports.proxied both lead to port 8080/TCP of the pod, which may stand there once; give each a targetPort of its own, or keep one',
    ],
    ...['Http', 'web_ui', '8080', '-a', 'a--b', 'a'.repeat(16)].map(name => [
      { [name]: 8080 },
      `ports.${name} cannot be the name of a port; a name has at most 15 characters, a-z, 0-9 and single '-' between them, with a letter among them`,
    ]),
    [
      { http: { targetPort: 8080 } },
      'ports.http has no port; write the number under which it is called, such as 8080',
    ],
    [
      { http: 65536 },
      'ports.http is 65536; it is a whole number of at least 1 and at most 65535',
    ],
    [
      { http: 0 },
      'ports.http is 0; it is a whole number of at least 1 and at most 65535',
    ],
    [
      { http: { port: 80, targetPort: 80.5 } },
      'ports.http.targetPort is 80.5; it is a whole number of at least 1 and at most 65535',
    ],
  ];
  for (const [ports, message] of refused) {
    it(`refuses: ${message}`, async () => {
      assert.equal(
        await refusal(render({ ports })),
        `catalogue: values: ${message}`,
      );
    });
  }

  it('refuses another type', async () => {
    assert.equal(
      await refusal(render({ service: { type: 'ExternalName' } })),
      'catalogue: values: service.type is "ExternalName"; it is one of ClusterIP, NodePort, LoadBalancer',
    );
  });
});
