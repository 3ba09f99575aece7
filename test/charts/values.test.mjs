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
import { refusal } from './support/refusal.mjs';
import { commonChartVersion } from './support/repository.mjs';
import { renderService } from './support/renderService.mjs';
import { onCommonChart } from './support/writeChart.mjs';

const image = { repository: 'shop/catalogue' };

eachHelm('values', helm => {
  const refused = (values, options) =>
    refusal(renderService({ helm, values: { image, ...values }, ...options }));

  const unknown = [
    [{ replica: 2 }, '"replica"; did you mean "replicas"?'],
    [{ replicaCount: 2 }, '"replicaCount"; did you mean "replicas"?'],
    [{ Ports: {} }, '"Ports"; did you mean "ports"?'],
    [{ image: { tags: '1' } }, '"image.tags"; did you mean "image.tag"?'],
    [
      { probes: { liveness: { pth: '/' } } },
      '"probes.liveness.pth"; did you mean "probes.liveness.path"?',
    ],
    [
      { wiring: { dependencies: { redis: { hots: 'redis' } } } },
      '"wiring.dependencies.redis.hots"; did you mean "wiring.dependencies.redis.host"?',
    ],
    [
      { egress: [{ host: 'a.example.com', prot: 443 }] },
      '"egress[0].prot"; did you mean "egress[0].port"?',
    ],
    [
      { securityContext: { readOnlyRootFileSystems: true } },
      '"securityContext.readOnlyRootFileSystems"; did you mean "securityContext.readOnlyRootFilesystem"?',
    ],
    [
      { serviceAccount: { token: 'x' } },
      '"serviceAccount.token"; known here are annotations, automount, create, name',
    ],
    [
      { global: { chartroom: { defaults: { imagePullSecret: [] } } } },
      '"global.chartroom.defaults.imagePullSecret"; did you mean "global.chartroom.defaults.imagePullSecrets"?',
    ],
  ];
  for (const [values, message] of unknown) {
    it(`refuses the unknown key ${message}`, async () => {
      assert.equal(
        await refused(values),
        `catalogue: values: unknown key ${message}`,
      );
    });
  }

  const wrongKinds = [
    [{ replicas: 'two' }, 'replicas must be a number, not text'],
    [{ image: 'nginx' }, 'image must be a map, not text'],
    [
      { image: { repository: 'x', tag: 1.1 } },
      'image.tag must be text, not a number; quote it',
    ],
    [{ command: 'run' }, 'command must be a list, not text'],
    [
      { ports: { http: '80' } },
      'ports.http must be a number or a map, not text',
    ],
    [{ args: ['-v', true] }, 'args[1] must be text, not a boolean; quote it'],
    [
      { env: { VERSION: 1.1 } },
      'env.VERSION must be text or a map, not a number; quote it',
    ],
    [{ enabled: 'false' }, 'enabled must be a boolean, not text'],
  ];
  for (const [values, message] of wrongKinds) {
    it(`refuses a value of the wrong kind: ${message}`, async () => {
      assert.equal(await refused(values), `catalogue: values: ${message}`);
    });
  }

  const wrongNumbers = [
    [{ replicas: 2.7 }, 'replicas is 2.7; it is a whole number of at least 0'],
    [{ replicas: -1 }, 'replicas is -1; it is a whole number of at least 0'],
    [
      { hooks: { admin: { weight: 0.5 } } },
      'hooks.admin.weight is 0.5; it is a whole number',
    ],
    [
      { egress: [{ host: 'a.example.com', port: 70000 }] },
      'egress[0].port is 70000; it is a whole number of at least 1 and at most 65535',
    ],
    [
      { wiring: { dependencies: { redis: { ports: { redis: 0 } } } } },
      'wiring.dependencies.redis.ports.redis is 0; it is a whole number of at least 1 and at most 65535',
    ],
    [
      { wiring: { dependencies: { redis: { ports: { redis: {} } } } } },
      'wiring.dependencies.redis.ports.redis has no port; write the number under which it is called, such as 8080',
    ],
    [
      { egress: [{ host: 'a.example.com' }] },
      'egress[0].port is missing; write the port that is opened, such as 443',
    ],
    [
      { probes: { liveness: { port: 1000000 } } },
      'probes.liveness.port is 1000000; it is a whole number of at least 1 and at most 65535',
    ],
    [
      { networkPolicy: { kubernetesApi: { ports: [443, 99999] } } },
      'networkPolicy.kubernetesApi.ports[1] is 99999; it is a whole number of at least 1 and at most 65535',
    ],
  ];
  for (const [values, message] of wrongNumbers) {
    it(`refuses a number that is none of its place: ${message}`, async () => {
      assert.equal(await refused(values), `catalogue: values: ${message}`);
    });
  }

  it('takes numbers of a file and of the command line, however large', async () => {
    const rendered = await renderService({
      helm,
      values: { image, securityContext: { runAsUser: 1000660000 } },
      args: ['--set', 'replicas=3'],
    });
    assert.equal(rendered.find('Deployment').spec.replicas, 3);
    assert.equal(rendered.pod().spec.securityContext.runAsUser, 1000660000);
  });

  describe('of a subchart of the service itself', () => {
    const cache = { name: 'cache', version: '1.0.0' };
    const withCache = values =>
      renderService({
        helm,
        values: { image, ...values },
        chart: {
          dependencies: [
            onCommonChart,
            { ...cache, condition: 'cache.enabled' },
          ],
        },
        files: {
          'charts/cache/Chart.yaml':
            'apiVersion: v2\nname: cache\nversion: 1.0.0\n',
          'charts/cache/templates/a.yaml':
            'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: cache }\n',
        },
      });

    it('are its own, switched on or off', async () => {
      for (const enabled of [true, false]) {
        const { find } = await withCache({ cache: { enabled, size: 5 } });
        assert.ok(find('Deployment'));
        assert.equal(Boolean(find('ConfigMap', 'cache')), enabled);
      }
    });

    it('leave no room for a mistake in a key that may be switched off', async () => {
      assert.equal(
        await refused({ autoscalling: { enabled: false } }),
        'catalogue: values: unknown key "autoscalling"; did you mean "autoscaling"?',
      );
      assert.match(
        await refused({ cache: { size: 5 } }),
        /unknown key "cache"/,
      );
      assert.match(await refused({ cache: false }), /unknown key "cache"/);
    });
  });

  it('has no name for every service', async () => {
    for (const key of ['nameOverride', 'fullnameOverride']) {
      assert.match(
        await refused({ global: { chartroom: { defaults: { [key]: 'a' } } } }),
        new RegExp(`unknown key "global.chartroom.defaults.${key}"`),
      );
    }
  });

  it('refuses null, which the two Helms read differently', async () => {
    assert.equal(
      await refused({}, { args: ['--set-json', 'replicas=null'] }),
      'catalogue: values: replicas is null, which Helm 3 and 4 read differently; remove the key, or write "" or enabled: false',
    );
  });

  it('refuses what nothing would read', async () => {
    assert.equal(
      await refused({ 'platform-common': { replicas: 2 } }),
      'catalogue: values: nothing reads platform-common.replicas; for every service write global.chartroom.defaults.replicas',
    );
  });

  it('takes names that YAML 1.1 reads as booleans', async () => {
    const rendered = await renderService({
      helm,
      values: {
        image,
        ports: { no: 8080 },
        env: { y: 'n' },
        wiring: { callers: { off: true }, dependencies: { yes: {} } },
        bindings: { yes: { HOST: '{host}' } },
      },
      chart: { name: 'on' },
    });
    const { find } = rendered;
    assert.equal(find('Service', 'on').spec.ports[0].name, 'no');
    assert.equal(
      find('NetworkPolicy').spec.ingress[0].from[0].podSelector.matchLabels[
        'app.kubernetes.io/name'
      ],
      'off',
    );
    assert.deepEqual(rendered.container().env, [
      { name: 'HOST', value: 'yes' },
      { name: 'y', value: 'n' },
    ]);
  });

  it('knows every key of the contract', async () => {
    const { find } = await renderService({
      helm,
      values: {
        enabled: true,
        language: 'node',
        image: { ...image, tag: '1', digest: '', pullPolicy: 'Always' },
        nameOverride: '',
        global: { other: { people: 'keys' } },
        'platform-common': { global: {} },
      },
    });
    assert.ok(find('Deployment'));
  });

  it('needs a repository and a tag of the image', async () => {
    assert.equal(
      await refused({ image: {} }),
      'catalogue: values: image.repository is empty; write where the image is, such as registry.example.com/shop/catalogue',
    );
    assert.equal(
      await refused({}, { chart: { appVersion: undefined } }),
      'catalogue: values: image.tag is empty and the chart has no appVersion; write one of them, or image.digest',
    );
  });

  const wrongWords = [
    [
      { type: 'deploymnt' },
      'type is "deploymnt"; it is one of deployment, statefulset, daemonset, job, cronjob',
    ],
    [
      { image: { ...image, pullPolicy: '' } },
      'image.pullPolicy is ""; it is one of Always, IfNotPresent, Never',
    ],
    [
      { ports: { dns: { port: 53, protocol: 'udp' } } },
      'ports.dns.protocol is "udp"; it is one of TCP, UDP',
    ],
    [
      { global: { chartroom: { defaults: { podSecurity: 'privileged' } } } },
      'global.chartroom.defaults.podSecurity is "privileged"; it is one of restricted, baseline',
    ],
  ];
  for (const [values, message] of wrongWords) {
    it(`refuses a word that is none of its place: ${message}`, async () => {
      assert.equal(await refused(values), `catalogue: values: ${message}`);
    });
  }

  it('refuses a name that Kubernetes does not take', async () => {
    assert.equal(
      await refused({ fullnameOverride: 'Products' }),
      `catalogue: the name "Products" must start with a letter, hold only a-z, 0-9 and '-', and have at most 53 characters`,
    );
  });

  it('refuses to render a chart that was written for another version', async () => {
    const needs = version =>
      refused(
        {},
        { chart: { dependencies: [{ name: 'platform-common', version }] } },
      );
    assert.equal(
      await needs('^0.9.0'),
      `catalogue: needs platform-common ^0.9.0, but ${commonChartVersion} renders it; let the umbrella's own dependency on platform-common satisfy ^0.9.0`,
    );
    assert.match(await needs('>=9.0.0'), /needs platform-common >=9\.0\.0/);
  });
});
