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
import { renderUmbrella } from './support/renderUmbrella.mjs';

const image = { repository: 'shop/any' };
const services = {
  cart: { image, ports: { http: 8080 } },
  catalogue: { image, ports: { http: { port: 80, targetPort: 8080 } } },
};

/** `cart` depends on `catalogue`, and `catalogue` is told so. */
function wired(entry, callers = { cart: true }) {
  return {
    cart: {
      enabled: true,
      wiring: {
        callers: {},
        dependencies: {
          catalogue: {
            ports: { http: { port: 80, targetPort: 8080 } },
            ...entry,
          },
        },
      },
    },
    catalogue: { enabled: true, wiring: { callers } },
  };
}

eachHelm('umbrella', helm => {
  const render = options => renderUmbrella({ helm, services, ...options });

  it('renders services that fit together under their own names', async () => {
    const { find } = await render({ values: wired() });
    for (const name of ['cart', 'catalogue']) {
      const { labels } = find('Deployment', name).metadata;
      assert.equal(labels['app.kubernetes.io/part-of'], 'shop');
      assert.equal(labels['helm.sh/chart'], `${name}-1.0.0`);
    }
  });

  it('accepts a caller that is listed and not enabled', async () => {
    const values = wired();
    values.cart = { enabled: false };
    assert.ok((await render({ values })).find('Deployment', 'catalogue'));
  });

  it('refuses a dependency that is not enabled', async () => {
    assert.equal(
      await refusal(
        render({ values: wired(), args: ['--set', 'catalogue.enabled=false'] }),
      ),
      'cart: depends on catalogue, which is not an enabled chart of shop; enable catalogue, or write cart.wiring.dependencies.catalogue.external: true',
    );
  });

  it('accepts a dependency that is outside the cluster', async () => {
    const values = wired({ external: true, host: 'catalogue.example.com' });
    values.catalogue = { enabled: false };
    assert.ok((await render({ values })).find('Deployment', 'cart'));
  });

  it('refuses a port that nobody listens on', async () => {
    assert.equal(
      await refusal(render({ values: wired({ ports: { http: 8080 } }) })),
      'cart: wiring.dependencies.catalogue.ports.http is 8080, but catalogue listens on 80 (targetPort 8080)',
    );
    assert.equal(
      await refusal(
        render({
          values: wired(),
          args: ['--set', 'catalogue.ports.http.targetPort=9090'],
        }),
      ),
      'cart: wiring.dependencies.catalogue.ports.http is 80 (targetPort 8080), but catalogue listens on 80 (targetPort 9090)',
    );
  });

  it('refuses a dependency that does not admit its caller', async () => {
    const message =
      'cart: depends on catalogue, which does not admit it; write catalogue.wiring.callers.cart: true';
    for (const callers of [{}, { web: true }, { cart: false }]) {
      assert.equal(
        await refusal(render({ values: wired({}, callers) })),
        message,
      );
    }
  });

  it('names the service whose value is unknown', async () => {
    assert.equal(
      await refusal(
        render({ values: wired(), args: ['--set', 'cart.replica=2'] }),
      ),
      'cart: values: unknown key "replica"; did you mean "replicas"?',
    );
  });

  it('refuses what nothing would read', async () => {
    assert.equal(
      await refusal(
        render({
          values: wired(),
          args: ['--set', 'platform-common.replicas=2'],
        }),
      ),
      'shop: values: nothing reads platform-common.replicas; for every service write global.chartroom.defaults.replicas',
    );
  });

  it('refuses a default of the system that it does not know', async () => {
    assert.equal(
      await refusal(
        render({
          values: wired(),
          args: ['--set', 'global.chartroom.default.replicas=2'],
        }),
      ),
      'catalogue: values: unknown key "global.chartroom.default"; did you mean "global.chartroom.defaults"?',
    );
  });

  const store = {
    callers: { cart: true, catalogue: true, retired: false },
    ports: { mysql: { port: 3306, targetPort: 13306 } },
    podLabels: { app: 'mysql' },
    peerPorts: [33060],
  };
  const withStore = (backingService, enabled = true) => {
    const values = wired();
    values.cart.wiring.dependencies = {
      mysql: { ports: { mysql: { port: 3306, targetPort: 13306 } } },
    };
    return {
      foreign: ['mysql'],
      values: {
        ...values,
        mysql: { enabled },
        backingServices: backingService && { mysql: backingService },
      },
    };
  };

  it('guards a backing service whose chart is not ours', async () => {
    const { find } = await render(withStore(store));
    const policy = find('NetworkPolicy', 'mysql-callers');
    assert.deepEqual(policy.spec, {
      podSelector: { matchLabels: { app: 'mysql' } },
      policyTypes: ['Ingress'],
      ingress: [
        {
          from: ['cart', 'catalogue'].map(name => ({
            podSelector: { matchLabels: { 'app.kubernetes.io/name': name } },
          })),
          ports: [{ port: 13306, protocol: 'TCP' }],
        },
        {
          from: [{ podSelector: { matchLabels: { app: 'mysql' } } }],
          ports: [
            { port: 13306, protocol: 'TCP' },
            { port: 33060, protocol: 'TCP' },
          ],
        },
      ],
    });
  });

  it('accepts a foreign chart that nothing is known of', async () => {
    const { find } = await render(withStore());
    assert.equal(find('NetworkPolicy', 'mysql-callers'), undefined);
  });

  it('guards nothing that is switched off, and refuses those who need it', async () => {
    const values = withStore(store, false);
    assert.equal(
      await refusal(render(values)),
      'cart: depends on mysql, which is not an enabled chart of shop; enable mysql, or write cart.wiring.dependencies.mysql.external: true',
    );
    values.values.cart.wiring.dependencies.mysql.external = true;
    const { find } = await render(values);
    assert.equal(find('NetworkPolicy', 'mysql-callers'), undefined);
  });

  it('checks ports and callers of a foreign chart', async () => {
    assert.equal(
      await refusal(render(withStore({ ...store, ports: { mysql: 3306 } }))),
      'cart: wiring.dependencies.mysql.ports.mysql is 3306 (targetPort 13306), but mysql listens on 3306',
    );
    assert.equal(
      await refusal(render(withStore({ ...store, callers: {} }))),
      'cart: depends on mysql, which does not admit it; write backingServices.mysql.callers.cart: true',
    );
  });

  it('refuses what it does not know of a backing service', async () => {
    assert.equal(
      await refusal(render(withStore({ ...store, peerPort: [1] }))),
      'shop: values: unknown key "backingServices.mysql.peerPort"; did you mean "backingServices.mysql.peerPorts"?',
    );
    assert.equal(
      await refusal(render(withStore({ podLabels: { app: 'mysql' } }))),
      'cart: wiring.dependencies.mysql.ports.mysql is 3306 (targetPort 13306), but mysql listens on no port',
    );
  });
});
