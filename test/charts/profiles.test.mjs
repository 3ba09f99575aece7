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
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { parse, stringify } from 'yaml';
import { connections } from '../support/connections.mjs';
import { eachHelm } from './support/eachHelm.mjs';
import { assertRestricted } from './support/podSecurity.mjs';
import { renderUmbrella } from './support/renderUmbrella.mjs';
import { renderService } from './support/renderService.mjs';

const require = createRequire(import.meta.url);
require('@backstage/cli-node/config/nodeTransform.cjs');

const core = '../../plugins/chartroom-common/src';
const {
  backingServiceWiring,
  builtInProfiles,
  dependencyWirings,
  readMatrix,
  ownChart,
} = require(core);

const skip =
  !process.env.CHARTROOM_NETPOLICY &&
  'the evaluator of network policies is absent';

/** Two services that call a store, and one that does not. */
function systemWith({ engine, source }) {
  const { matrix } = readMatrix({
    file: 'service-matrix.yaml',
    umbrella: 'helm/shop',
    text: stringify({
      services: [
        { name: 'cart', language: 'node', port: 8080, dependencies: ['store'] },
        { name: 'user', language: 'node', port: 8080, dependencies: ['store'] },
        { name: 'web', language: 'nginx', port: 8080, dependencies: ['cart'] },
        { name: 'store', engine, chart_source: source },
      ],
    }),
  });
  const [cart, user, web, store] = matrix.services;
  const profiles = builtInProfiles;
  return {
    matrix,
    store,
    wiring: backingServiceWiring({ matrix, service: store, profiles }),
    dependencies: Object.fromEntries(
      [cart, user, web].map(service => [
        service.name,
        dependencyWirings({ matrix, service, profiles }),
      ]),
    ),
  };
}

/** The umbrella's values for such a system. */
function valuesOf({ wiring, dependencies }) {
  const { objects: _, ...block } = wiring.block;
  const callers = { cart: { web: true }, user: {}, web: {} };
  return {
    ...Object.fromEntries(
      Object.entries(dependencies).map(([name, wired]) => [
        name,
        {
          enabled: true,
          wiring: { callers: callers[name], dependencies: wired },
        },
      ]),
    ),
    store: { enabled: true },
    backingServices: { store: block },
  };
}

/** A pod with labels of its own, as a chart that is not ours would make it. */
function workload({ name, within = 'default', labels }) {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: within },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { containers: [{ name, image: name }] },
      },
    },
  };
}

function namespace(name) {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
  };
}

function documents(objects) {
  return objects.map(object => `---\n${stringify(object)}`).join('');
}

const services = Object.fromEntries(
  ['cart', 'user', 'web'].map(name => [
    name,
    { image: { repository: name }, ports: { http: 8080 } },
  ]),
);

/** Ports as the evaluator writes them: in order, and neighbours as a range. */
function tcp(...ports) {
  const ranges = [];
  for (const port of ports.sort((one, other) => one - other)) {
    const last = ranges.at(-1);
    if (last?.to === port - 1) {
      last.to = port;
    } else {
      ranges.push({ from: port, to: port });
    }
  }
  const texts = ranges.map(({ from, to }) =>
    from === to ? `${from}` : `${from}-${to}`,
  );
  return `TCP ${texts.join(',')}`;
}

const foreign = builtInProfiles.filter(({ source }) => source !== 'own');

eachHelm('policies of backing services', helm => {
  for (const { engine, source, ports = {}, port, peerPorts = [] } of foreign) {
    it(
      `admit callers and peers of ${engine} from ${source}`,
      { skip },
      async () => {
        const system = systemWith({ engine, source });
        const { block, chart } = system.wiring;
        const { text, find } = await renderUmbrella({
          helm,
          services,
          foreign: chart ? ['store'] : [],
          values: valuesOf(system),
          args: ['--namespace', 'default'],
        });
        assert.deepEqual(
          find('NetworkPolicy', 'store-callers').spec.podSelector.matchLabels,
          block.podLabels,
        );
        const operators = namespacesOf(block.objects);
        const found = await connections(
          [
            text,
            documents([
              ...(block.objects ?? [])
                .filter(({ kind }) => kind === 'NetworkPolicy')
                .map(object => ({
                  ...object,
                  metadata: { ...object.metadata, namespace: 'default' },
                })),
              ...['store', 'store-peer'].map(name =>
                workload({ name, labels: block.podLabels }),
              ),
              namespace('default'),
              namespace('elsewhere'),
              workload({
                name: 'stranger',
                within: 'elsewhere',
                labels: { 'app.kubernetes.io/name': 'cart' },
              }),
              ...operators.flatMap(operator => [
                namespace(operator.within),
                workload({ ...operator, name: 'operator' }),
              ]),
            ]),
          ].join('\n'),
        );
        const between = tcp(port, ...Object.values(ports), ...peerPorts);
        const expected = [
          'web -> cart : TCP 8080',
          ...['cart', 'user'].flatMap(caller => [
            `${caller} -> store : ${tcp(port)}`,
            `${caller} -> store-peer : ${tcp(port)}`,
          ]),
          `store -> store-peer : ${between}`,
          `store-peer -> store : ${between}`,
          ...operators.flatMap(operator => [
            `operator -> store : ${tcp(...operator.ports)}`,
            `operator -> store-peer : ${tcp(...operator.ports)}`,
          ]),
        ];
        const guarded = found.filter(line =>
          /-> (store|store-peer|cart|user|web) :/.test(line),
        );
        assert.deepEqual(guarded, expected.sort());
      },
    );
  }
});

/** Whom the policies among an operator's objects let in, as np-guard has to know them. */
function namespacesOf(objects = []) {
  return objects
    .filter(({ kind }) => kind === 'NetworkPolicy')
    .flatMap(({ spec }) => spec.ingress)
    .map(({ from: [{ namespaceSelector, podSelector }], ports }) => ({
      within: namespaceSelector.matchLabels['kubernetes.io/metadata.name'],
      labels: podSelector.matchLabels,
      ports: ports.map(({ port }) => port),
    }));
}

eachHelm('charts made of recipes', helm => {
  for (const { engine } of builtInProfiles.filter(
    ({ source }) => source === 'own',
  )) {
    it(`run ${engine} as restricted, and read only Secrets that are listed`, async () => {
      const { matrix, store, wiring } = systemWith({ engine, source: 'own' });
      const chart = ownChart({
        matrix,
        service: store,
        profiles: builtInProfiles,
      });
      const { name, appVersion } = parse(chart.get('Chart.yaml'));
      const rendered = await renderService({
        helm,
        chart: { name, appVersion },
        values: parse(chart.get('values.yaml')),
      });
      const workloadOf = rendered.find('StatefulSet', 'store');
      assert.ok(workloadOf, 'it is a StatefulSet');
      assert.ok(rendered.find('Service', 'store'));
      assertRestricted(rendered.pod().spec);
      const read = (rendered.container().env ?? []).flatMap(
        ({ valueFrom }) => valueFrom?.secretKeyRef ?? [],
      );
      for (const reference of read) {
        const listed = wiring.secrets.find(
          secret => secret.name === reference.name,
        );
        assert.ok(listed, `Secret ${reference.name} is listed`);
        assert.ok(Object.hasOwn(listed.keys, reference.key), reference.key);
        assert.equal(listed.neededBy[0], 'store');
      }
      const mounted = rendered
        .container()
        .volumeMounts.map(({ mountPath }) => mountPath);
      assert.ok(mounted.includes('/tmp'));
    });
  }
});

describe('the values of profiles', () => {
  it('survive YAML as Helm reads it', () => {
    for (const { engine, source } of foreign) {
      const { profileValues } = systemWith({ engine, source }).wiring;
      const text = stringify(profileValues, { version: '1.1' });
      assert.doesNotMatch(text, /[&*]a\d/);
      assert.deepEqual(parse(text, { version: '1.1' }), profileValues);
    }
  });
});
