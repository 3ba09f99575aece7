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
import { describe, it } from 'node:test';
import { eachHelm } from './support/eachHelm.mjs';
import { commonChartVersion } from './support/repository.mjs';
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

  describe('with services that are named other than their charts', () => {
    const named = (path, change) => {
      const values = wired(change);
      values[path].fullnameOverride = path === 'cart' ? 'basket' : 'products';
      return values;
    };
    const advice =
      'write cart.wiring.dependencies.catalogue: { host: products, podLabels: { app.kubernetes.io/name: products } }, or remove catalogue.fullnameOverride';

    it('refuses a caller that knows its dependency by another name', async () => {
      assert.equal(
        await refusal(render({ values: named('catalogue') })),
        `cart: depends on catalogue, whose Service and pods are named products, but is told host catalogue and app.kubernetes.io/name: catalogue; ${advice}`,
      );
      assert.equal(
        await refusal(
          render({ values: named('catalogue', { host: 'products' }) }),
        ),
        `cart: depends on catalogue, whose Service and pods are named products, but is told host products and app.kubernetes.io/name: catalogue; ${advice}`,
      );
      const podLabels = { 'app.kubernetes.io/name': 'products' };
      assert.equal(
        await refusal(
          render({
            values: named('catalogue', {
              host: 'catalogue.shop.svc',
              podLabels,
            }),
          }),
        ),
        `cart: depends on catalogue, whose Service and pods are named products, but is told host catalogue.shop.svc and app.kubernetes.io/name: products; ${advice}`,
      );
      const { find } = await render({
        values: named('catalogue', { host: 'products', podLabels }),
      });
      assert.ok(find('Service', 'products'));
    });

    it('refuses a wiring that means pods by labels which they do not have', async () => {
      const message =
        'cart: wiring.dependencies.catalogue means pods with tier: front, but those of catalogue have ';
      const podLabels = {
        'app.kubernetes.io/name': 'catalogue',
        tier: 'front',
      };
      const values = wired({ podLabels });
      const rest =
        '; write cart.wiring.dependencies.catalogue.podLabels as they have them';
      assert.equal(await refusal(render({ values })), `${message}none${rest}`);
      values.catalogue.podLabels = { tier: 'back' };
      assert.equal(await refusal(render({ values })), `${message}back${rest}`);
      values.catalogue.podLabels = {};
      values.global = {
        chartroom: { defaults: { labels: { tier: 'front' } } },
      };
      assert.ok((await render({ values })).find('Deployment', 'cart'));
    });

    it('refuses a dependency that admits its caller by another name', async () => {
      assert.equal(
        await refusal(render({ values: named('cart') })),
        'cart: depends on catalogue, which does not admit its pods, which are named basket; write catalogue.wiring.callers.basket: true',
      );
      const values = named('cart');
      values.catalogue.wiring.callers = { basket: true };
      const { find } = await render({ values });
      assert.deepEqual(
        find('NetworkPolicy', 'catalogue').spec.ingress[0].from[0],
        {
          podSelector: { matchLabels: { 'app.kubernetes.io/name': 'basket' } },
        },
      );
    });

    it('refuses two services of one name', async () => {
      const values = wired();
      values.cart.nameOverride = 'catalogue';
      assert.equal(
        await refusal(render({ values })),
        'shop: cart and catalogue are both named catalogue; write another fullnameOverride for one of them, or none',
      );
    });
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
          from: [
            ...['cart', 'catalogue'].map(name => ({
              podSelector: { matchLabels: { 'app.kubernetes.io/name': name } },
            })),
            {
              podSelector: {
                matchExpressions: [
                  {
                    key: 'chartroom/calls-as',
                    operator: 'In',
                    values: ['cart', 'catalogue'],
                  },
                ],
              },
            },
          ],
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

  it('refuses a caller that means other pods than a foreign chart has', async () => {
    const name = 'app.kubernetes.io/name';
    assert.equal(
      await refusal(
        render(withStore({ ...store, podLabels: { [name]: 'mysql-primary' } })),
      ),
      `cart: wiring.dependencies.mysql means pods with ${name}: mysql, but those of mysql have mysql-primary; write cart.wiring.dependencies.mysql.podLabels as they have them`,
    );
  });

  it('refuses a port of a backing service without a number', async () => {
    const values = withStore({ ...store, ports: { mysql: {} } });
    values.values.cart.wiring.dependencies = {};
    assert.equal(
      await refusal(render(values)),
      'shop: values: backingServices.mysql.ports.mysql has no port; write the number under which it is called, such as 8080',
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

  it('refuses a backing service without ports, to which no way could be opened', async () => {
    const values = withStore({ podLabels: { app: 'mysql' } });
    values.values.cart.wiring.dependencies = {};
    assert.equal(
      await refusal(render(values)),
      'shop: values: backingServices.mysql.ports is empty; write the ports that its pods open',
    );
  });

  const cluster = {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'Cluster',
    metadata: { name: 'mysql', labels: { team: 'data' } },
    spec: { instances: 3 },
  };

  it("makes an operator's objects, with labels and the release's namespace", async () => {
    const { find } = await render({
      ...withStore({ ...store, objects: [cluster] }),
      foreign: [],
      args: ['--namespace', 'shops'],
    });
    assert.deepEqual(find('Cluster'), {
      ...cluster,
      metadata: {
        name: 'mysql',
        namespace: 'shops',
        labels: {
          'app.kubernetes.io/name': 'mysql',
          'app.kubernetes.io/instance': 'shop',
          'app.kubernetes.io/managed-by': 'Helm',
          'app.kubernetes.io/part-of': 'shop',
          'chartroom/common-chart': commonChartVersion,
          team: 'data',
        },
      },
    });
    assert.ok(find('NetworkPolicy', 'mysql-callers'));
  });

  it("leaves an object's own namespace as it is", async () => {
    const metadata = { name: 'mysql', namespace: 'databases' };
    const { find } = await render(
      withStore({ ...store, objects: [{ ...cluster, metadata }] }),
    );
    assert.equal(find('Cluster').metadata.namespace, 'databases');
  });

  it('makes no objects of a backing service that is switched off', async () => {
    const values = withStore({ ...store, objects: [cluster] }, false);
    values.values.cart.wiring.dependencies = {};
    assert.equal((await render(values)).find('Cluster'), undefined);
  });

  it('refuses what is no object', async () => {
    const { metadata, ...nameless } = cluster;
    assert.equal(
      await refusal(render(withStore({ ...store, objects: [nameless] }))),
      'shop: values: backingServices.mysql.objects[0].metadata.name is missing or not text; an object needs apiVersion, kind and metadata.name',
    );
    assert.equal(
      await refusal(render(withStore({ ...store, objects: ['Cluster'] }))),
      'shop: values: backingServices.mysql.objects[0] must be a map, not text',
    );
  });

  it('knows services that are packed without their dependencies by the annotation', async () => {
    const isLean = true;
    const whole = await render({ values: wired() });
    const lean = await render({ values: wired(), isLean });
    assert.deepEqual(lean.objects, whole.objects);
    assert.equal(
      await refusal(render({ values: wired({}, {}), isLean })),
      'cart: depends on catalogue, which does not admit it; write catalogue.wiring.callers.cart: true',
    );
  });

  describe('with two majors of the common chart', () => {
    const onNextMajor = ['catalogue'];

    it('renders each service by its own', async () => {
      const { find } = await render({ values: wired(), onNextMajor });
      const version = name =>
        find('Deployment', name).metadata.labels['chartroom/common-chart'];
      assert.equal(version('cart'), commonChartVersion);
      assert.equal(version('catalogue'), '2.0.0');
    });

    it('sees that a dependency on the other is not enabled', async () => {
      const values = wired();
      values.catalogue = { enabled: false };
      assert.equal(
        await refusal(render({ values, onNextMajor })),
        'cart: depends on catalogue, which is not an enabled chart of shop; enable catalogue, or write cart.wiring.dependencies.catalogue.external: true',
      );
    });

    it('refuses what nothing would read under the alias', async () => {
      assert.equal(
        await refusal(
          render({
            values: wired(),
            onNextMajor,
            args: ['--set', 'platform-common-v1.replicas=2'],
          }),
        ),
        'shop: values: nothing reads platform-common-v1.replicas; for every service write global.chartroom.defaults.replicas',
      );
    });
  });
});
