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

const rules = [
  { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] },
];

eachHelm('access', helm => {
  const render = values =>
    renderService({
      helm,
      values: { image: { repository: 'shop/catalogue' }, ...values },
    });

  it('gives pods no token', async () => {
    const rendered = await render({});
    assert.equal(rendered.pod().spec.automountServiceAccountToken, false);
    assert.equal(
      rendered.find('ServiceAccount').automountServiceAccountToken,
      false,
    );
    assert.equal(rendered.find('Role'), undefined);
    assert.equal(rendered.find('RoleBinding'), undefined);
  });

  it('gives pods the token that they ask for', async () => {
    const rendered = await render({ serviceAccount: { automount: true } });
    assert.equal(rendered.pod().spec.automountServiceAccountToken, true);
  });

  it('binds a Role to the account, and gives pods its token', async () => {
    const rendered = await render({ rbac: { rules } });
    assert.deepEqual(rendered.find('Role', 'catalogue').rules, rules);
    const binding = rendered.find('RoleBinding', 'catalogue');
    assert.deepEqual(binding.roleRef, {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'Role',
      name: 'catalogue',
    });
    assert.deepEqual(binding.subjects, [
      { kind: 'ServiceAccount', name: 'catalogue', namespace: 'shop' },
    ]);
    assert.equal(rendered.pod().spec.automountServiceAccountToken, true);
  });

  it('opens the way to the Kubernetes API for pods with a token, and for no other', async () => {
    const rulesOf = async values => {
      const { egress } = (await render(values)).find('NetworkPolicy').spec;
      return egress.slice(1);
    };
    const ports = [443, 6443].map(port => ({ port, protocol: 'TCP' }));
    const anyAddress = [
      { ipBlock: { cidr: '0.0.0.0/0' } },
      { ipBlock: { cidr: '::/0' } },
    ];
    assert.deepEqual(await rulesOf({}), []);
    assert.deepEqual(await rulesOf({ rbac: { rules } }), [
      { to: anyAddress, ports },
    ]);
    assert.deepEqual(await rulesOf({ serviceAccount: { automount: true } }), [
      { to: anyAddress, ports },
    ]);
    assert.deepEqual(
      await rulesOf({
        rbac: { rules },
        networkPolicy: {
          kubernetesApi: { cidrs: ['10.1.2.3/32'], ports: [6443] },
        },
      }),
      [
        {
          to: [{ ipBlock: { cidr: '10.1.2.3/32' } }],
          ports: [{ port: 6443, protocol: 'TCP' }],
        },
      ],
    );
  });

  it('uses an account that exists', async () => {
    const rendered = await render({
      serviceAccount: { create: false, name: 'reader' },
      rbac: { rules },
    });
    assert.equal(rendered.find('ServiceAccount'), undefined);
    assert.equal(rendered.pod().spec.serviceAccountName, 'reader');
    assert.equal(rendered.find('RoleBinding').subjects[0].name, 'reader');
  });

  it("says the namespace's own account, or a merged pod would keep the one of before", async () => {
    const { spec } = (
      await render({ serviceAccount: { create: false } })
    ).pod();
    assert.equal(spec.serviceAccountName, 'default');
    const hook = await render({
      serviceAccount: { create: false },
      hooks: { admin: { events: ['post-install'], command: ['make-admin'] } },
    });
    assert.equal(
      hook.find('Job').spec.template.spec.serviceAccountName,
      'default',
    );
  });

  it('writes a cloud identity on the account', async () => {
    const annotations = {
      'eks.amazonaws.com/role-arn': 'arn:aws:iam::1:role/a',
    };
    const rendered = await render({ serviceAccount: { annotations } });
    assert.deepEqual(
      rendered.find('ServiceAccount').metadata.annotations,
      annotations,
    );
  });

  it('refuses to make an account beside the one that is named', async () => {
    assert.equal(
      await refusal(render({ serviceAccount: { name: 'reader' } })),
      'catalogue: values: serviceAccount.name is "reader", but serviceAccount.create makes an account named catalogue; write serviceAccount.create: false, or remove the name',
    );
  });

  it("refuses to bind a Role to the namespace's own account", async () => {
    for (const name of ['', 'default']) {
      assert.equal(
        await refusal(
          render({ serviceAccount: { create: false, name }, rbac: { rules } }),
        ),
        "catalogue: values: rbac.rules needs an account of the service's own; write serviceAccount.create: true, or serviceAccount.name",
      );
    }
  });
});
