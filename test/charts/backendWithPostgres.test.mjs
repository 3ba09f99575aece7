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
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { admittedConnections } from './support/admittedConnections.mjs';
import { assemblePlatform } from './support/assemblePlatform.mjs';
import { describeAgreement } from './support/describeAgreement.mjs';
import { eachHelm } from './support/eachHelm.mjs';
import { examplePlatforms } from './support/examplePlatforms.mjs';
import { featureRows } from './support/featureRows.mjs';
import { renderPlatform } from './support/renderPlatform.mjs';

const platform = (await examplePlatforms()).find(
  ({ name }) => name === 'backend-with-postgres',
);
const environments = platform.environments.map(({ name }) => name);
const read = file => readFile(join(platform.example, file), 'utf8');
const byName = list => Object.fromEntries(list.map(item => [item.name, item]));

/** Pods of others, of which the last bears the label of the backend and may call nothing. */
const neighbours = [
  { namespace: 'kube-system', name: 'dns', labels: { 'k8s-app': 'kube-dns' } },
  { namespace: 'ingress-nginx', name: 'controller', labels: { app: 'nginx' } },
  {
    namespace: 'elsewhere',
    name: 'pretender',
    labels: { 'app.kubernetes.io/name': 'backend' },
  },
];

eachHelm('Backend with PostgreSQL', helm => {
  let directory;
  /** Each environment as it is in git. */
  const system = {};
  const render = (name, ...args) =>
    renderPlatform({ helm, directory, platform, name, args });
  before(async () => {
    directory = await assemblePlatform({ helm, ...platform });
    for (const name of environments) {
      system[name] = await render(name);
    }
  });
  after(() => rm(directory, { recursive: true }));
  const backend = name => system[name].find('Deployment', 'backend').spec;
  const pod = name => backend(name).template.spec;
  const container = name => pod(name).containers[0];
  const database = name => system[name].find('StatefulSet', 'postgres').spec;

  const tests = {
    'Stateless backend': () => {
      assert.equal(backend('local').replicas, 1);
      assert.equal(backend('staging').replicas, 2);
      for (const name of environments) {
        assert.ok(!pod(name).volumes.some(volume => !volume.emptyDir));
        assert.deepEqual(
          pod(name).topologySpreadConstraints.map(
            ({ topologyKey }) => topologyKey,
          ),
          ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'],
        );
      }
    },

    Service: () => {
      const { spec } = system.production.find('Service', 'backend');
      assert.equal(spec.type, 'ClusterIP');
      assert.deepEqual(spec.ports, [
        { name: 'http', port: 8000, targetPort: 'http', protocol: 'TCP' },
      ]);
      assert.deepEqual(spec.selector, {
        'app.kubernetes.io/name': 'backend',
      });
    },

    'Configuration by environment': () => {
      const level = name =>
        system[name].find('ConfigMap', 'backend').data.LOG_LEVEL;
      assert.deepEqual(environments.map(level), ['debug', 'info', 'info']);
      const hash = name =>
        backend(name).template.metadata.annotations['checksum/config'];
      assert.notEqual(hash('local'), hash('staging'));
      assert.equal(hash('production'), hash('staging'));
      for (const name of environments) {
        assert.equal(byName(container(name).env).PYTHONUNBUFFERED.value, '1');
        assert.deepEqual(container(name).envFrom, [
          { configMapRef: { name: 'backend' } },
        ]);
      }
    },

    Credentials: () => {
      for (const name of environments) {
        const { DB_HOST, DB_PORT, DB_NAME, DB_USER, DB_PASSWORD } = byName(
          container(name).env,
        );
        assert.deepEqual(
          [DB_HOST, DB_PORT, DB_NAME, DB_USER].map(({ value }) => value),
          ['postgres', '5432', 'appdb', 'appuser'],
        );
        const credential = {
          secretKeyRef: { name: 'postgres-backend', key: 'password' },
        };
        assert.deepEqual(DB_PASSWORD.valueFrom, credential);
        const env = byName(database(name).template.spec.containers[0].env);
        assert.deepEqual(env.APPUSER_PASSWORD.valueFrom, credential);
        assert.equal(system[name].find('Secret'), undefined);
      }
    },

    'Image of a local registry': () => {
      const { image, imagePullPolicy } = container('local');
      assert.equal(image, 'backend-app:dev');
      assert.equal(imagePullPolicy, 'Never');
      assert.equal(pod('local').imagePullSecrets, undefined);
      // What is not built on the machine is still pulled
      const [wait] = pod('local').initContainers;
      assert.equal(wait.imagePullPolicy, 'IfNotPresent');
      const [test] = system.local.find('Pod', 'backend-test').spec.containers;
      assert.equal(test.imagePullPolicy, 'IfNotPresent');
    },

    'Image of a remote registry': () => {
      for (const name of ['staging', 'production']) {
        const { image, imagePullPolicy } = container(name);
        assert.equal(image, 'ghcr.io/example/backend:0.1.0');
        assert.equal(imagePullPolicy, 'IfNotPresent');
        assert.deepEqual(pod(name).imagePullSecrets, [{ name: 'ghcr' }]);
      }
    },

    Probes: () => {
      const { livenessProbe, readinessProbe, startupProbe } =
        container('production');
      for (const probe of [livenessProbe, readinessProbe, startupProbe]) {
        assert.deepEqual(probe.httpGet, { path: '/health', port: 'http' });
      }
      assert.equal(readinessProbe.periodSeconds, 5);
      const { livenessProbe: alive, readinessProbe: ready } =
        database('production').template.spec.containers[0];
      for (const { exec } of [alive, ready]) {
        assert.equal(exec.command[0], 'pg_isready');
      }
    },

    'Rolling update without downtime': () => {
      for (const name of environments) {
        assert.deepEqual(backend(name).strategy, {
          type: 'RollingUpdate',
          rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
        });
        const { preStop } = container(name).lifecycle;
        assert.ok(
          preStop.sleep.seconds < pod(name).terminationGracePeriodSeconds,
        );
      }
    },

    Resources: () => {
      assert.deepEqual(container('local').resources, {
        requests: { cpu: '50m', memory: '128Mi' },
        limits: { cpu: '300m', memory: '256Mi' },
      });
      assert.deepEqual(container('production').resources, {
        requests: { cpu: '100m', memory: '128Mi' },
        limits: { cpu: '500m', memory: '512Mi' },
      });
    },

    'Waiting for the database': () => {
      for (const name of environments) {
        assert.deepEqual(
          pod(name).initContainers.map(wait => wait.name),
          ['wait-for-postgres'],
        );
        const env = byName(pod(name).initContainers[0].env);
        assert.deepEqual(
          [env.HOST.value, env.PORT.value],
          ['postgres', '5432'],
        );
      }
    },

    Database: () => {
      for (const name of environments) {
        const { serviceName, replicas, template } = database(name);
        assert.equal(replicas, 1);
        assert.equal(template.spec.containers[0].image, 'postgres:17.6');
        const headless = system[name].find('Service', serviceName).spec;
        assert.equal(headless.clusterIP, 'None');
        const { ports } = system[name].find('Service', 'postgres').spec;
        assert.equal(ports[0].port, 5432);
      }
    },

    'Durable data': () => {
      const size = name =>
        database(name).volumeClaimTemplates[0].spec.resources.requests.storage;
      assert.deepEqual(environments.map(size), ['1Gi', '5Gi', '20Gi']);
      for (const name of environments) {
        const { volumeMounts, env } =
          database(name).template.spec.containers[0];
        const { mountPath } = byName(volumeMounts).data;
        assert.equal(mountPath, '/var/lib/postgresql/data');
        assert.ok(byName(env).PGDATA.value.startsWith(`${mountPath}/`));
        // Kubernetes keeps the claims of a StatefulSet unless it is told otherwise
        assert.equal(
          database(name).persistentVolumeClaimRetentionPolicy,
          undefined,
        );
      }
    },

    'Account of the backend': () => {
      for (const name of environments) {
        const { volumes, containers } = database(name).template.spec;
        const { configMap } = byName(volumes).accounts;
        const script = system[name].find('ConfigMap', configMap.name).data[
          'accounts.sh'
        ];
        assert.match(script, /CREATE ROLE appuser LOGIN/);
        assert.match(script, /CREATE DATABASE appdb OWNER appuser/);
        assert.equal(
          byName(containers[0].volumeMounts).accounts.mountPath,
          '/docker-entrypoint-initdb.d',
        );
      }
    },

    ServiceAccount: () => {
      for (const name of environments) {
        for (const account of ['backend', 'postgres']) {
          assert.ok(system[name].find('ServiceAccount', account));
        }
        for (const { spec } of [
          backend(name).template,
          database(name).template,
        ]) {
          assert.equal(spec.automountServiceAccountToken, false);
        }
      }
    },

    Ingress: () => {
      const hosts = {
        local: 'backend.localhost',
        staging: 'backend.staging.example.com',
        production: 'backend.example.com',
      };
      for (const [name, host] of Object.entries(hosts)) {
        const { spec } = system[name].find('Ingress', 'backend');
        assert.equal(spec.ingressClassName, 'nginx');
        assert.deepEqual(
          spec.rules.map(rule => rule.host),
          [host],
        );
        const certificate = system[name].find('Certificate', 'backend');
        assert.deepEqual(
          spec.tls,
          name === 'local'
            ? undefined
            : [{ secretName: certificate.spec.secretName, hosts: [host] }],
        );
      }
      assert.equal(system.local.find('Certificate'), undefined);
      assert.equal(
        system.production.find('Certificate').spec.issuerRef.name,
        'letsencrypt',
      );
    },

    'Gateway API instead': async () => {
      const { find } = await render(
        'production',
        ...['--set', 'backend.httpRoute.enabled=true'],
        ...['--set', 'backend.httpRoute.parentRefs[0].name=my-gateway'],
      );
      assert.equal(find('Ingress'), undefined);
      const { parentRefs, hostnames, rules } = find('HTTPRoute').spec;
      assert.deepEqual(parentRefs, [{ name: 'my-gateway' }]);
      assert.deepEqual(hostnames, ['backend.example.com']);
      assert.deepEqual(rules[0].backendRefs, [{ name: 'backend', port: 8000 }]);
    },

    Autoscaling: () => {
      const { spec } = system.production.find(
        'HorizontalPodAutoscaler',
        'backend',
      );
      assert.deepEqual([spec.minReplicas, spec.maxReplicas], [2, 10]);
      assert.deepEqual(
        spec.metrics.map(({ resource }) => [
          resource.name,
          resource.target.averageUtilization,
        ]),
        [['cpu', 80]],
      );
      assert.equal(backend('production').replicas, undefined);
      assert.equal(system.local.find('HorizontalPodAutoscaler'), undefined);
    },

    'Node failure': () => {
      assert.equal(system.local.find('PodDisruptionBudget'), undefined);
      for (const name of ['staging', 'production']) {
        const { spec } = system[name].find('PodDisruptionBudget', 'backend');
        assert.equal(spec.maxUnavailable, 1);
      }
    },

    'Network policies': async test => {
      if (!process.env.CHARTROOM_NETPOLICY) {
        test.skip('the evaluator of network policies is absent');
        return;
      }
      for (const { name, namespace } of platform.environments) {
        assert.deepEqual(
          await admittedConnections({
            namespace,
            neighbours,
            manifests: system[name].text,
          }),
          [
            'backend => kube-system/dns : TCP 53,UDP 53',
            'backend => postgres : TCP 5432',
            'backend-test => backend : TCP 8000',
            'backend-test => kube-system/dns : TCP 53,UDP 53',
            'ingress-nginx/controller => backend : TCP 8000',
            'postgres => kube-system/dns : TCP 53,UDP 53',
          ],
          name,
        );
      }
    },

    'Helm test': () => {
      for (const name of environments) {
        const { metadata, spec } = system[name].find('Pod', 'backend-test');
        assert.equal(metadata.annotations['helm.sh/hook'], 'test');
        const env = byName(spec.containers[0].env);
        assert.deepEqual(
          [env.HOST.value, env.PORT.value, env.ASKED.value],
          ['backend', '8000', '/health'],
        );
      }
    },
  };

  for (const [feature, test] of Object.entries(tests)) {
    it(feature, test);
  }

  it('has a test for each feature of its README, and no other', async () => {
    assert.deepEqual(
      Object.keys(tests),
      featureRows(await read('README.md')).map(([feature]) => feature),
    );
  });
});

describeAgreement(platform);
