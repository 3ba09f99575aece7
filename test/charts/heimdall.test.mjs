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
import { X509Certificate } from 'node:crypto';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { parse } from 'yaml';
import { admittedConnections } from './support/admittedConnections.mjs';
import { assemblePlatform } from './support/assemblePlatform.mjs';
import { describeAgreement } from './support/describeAgreement.mjs';
import { eachHelm } from './support/eachHelm.mjs';
import { examplePlatforms } from './support/examplePlatforms.mjs';
import { featureRows } from './support/featureRows.mjs';
import { refusal } from './support/refusal.mjs';
import { renderPlatform } from './support/renderPlatform.mjs';

const platform = (await examplePlatforms()).find(
  ({ name }) => name === 'heimdall',
);
const environments = platform.environments.map(({ name }) => name);
const read = file => readFile(join(platform.example, file), 'utf8');
const fromSecret = (name, key) => ({
  valueFrom: { secretKeyRef: { name, key } },
});
const byName = list => Object.fromEntries(list.map(item => [item.name, item]));
const names = list => (list ?? []).map(({ name }) => name);

const databases = {
  dev: ['postgresql', 'postgresql-heimdall'],
  staging: ['heimdall.db.staging.example.com', 'heimdall-database'],
  prod: ['heimdall.db.example.com', 'heimdall-database'],
};

const proxyOf = gateway => ({
  namespace: 'envoy-gateway-system',
  name: `proxy-of-${gateway}`,
  labels: {
    'gateway.envoyproxy.io/owning-gateway-namespace': gateway,
    'gateway.envoyproxy.io/owning-gateway-name': gateway,
  },
});

/** Pods of others. Two may not call Heimdall anywhere: that of another gateway, and one with the labels of its own. */
const neighbours = [
  { namespace: 'kube-system', name: 'dns', labels: { 'k8s-app': 'kube-dns' } },
  { namespace: 'ingress-nginx', name: 'controller', labels: { app: 'nginx' } },
  { namespace: 'monitoring', name: 'prometheus', labels: { app: 'monitor' } },
  proxyOf('heimdall'),
  proxyOf('another'),
  {
    namespace: 'elsewhere',
    name: 'pretender',
    labels: {
      'app.kubernetes.io/name': 'heimdall',
      'chartroom/calls-as': 'heimdall',
    },
  },
];

eachHelm('Heimdall', helm => {
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
  const kinds = (name, kind) =>
    system[name].objects
      .filter(object => object.kind === kind)
      .map(({ metadata }) => metadata.name);
  const workload = name => system[name].find('Deployment', 'heimdall').spec;
  const pod = name => workload(name).template.spec;
  const container = name => pod(name).containers[0];
  const job = (environment, name) =>
    system[environment].find('Job', `heimdall-${name}`);
  const jobContainer = (environment, name) =>
    job(environment, name).spec.template.spec.containers[0];
  /** The configuration that a job takes whole, as the service does. */
  const jobConfiguration = (environment, name) => {
    const { configMapRef } = jobContainer(environment, name).envFrom[0];
    return system[environment].find('ConfigMap', configMapRef.name).data;
  };

  const tests = {
    'Configuration from a file and values': async () => {
      const configuration = name =>
        system[name].find('ConfigMap', 'heimdall').data;
      const file = parse(await read('charts/heimdall/env/heimdallconfig.yaml'));
      const expected = Object.fromEntries(
        Object.entries(file)
          .filter(([, value]) => value !== '')
          .map(([name, value]) => [name, String(value)]),
      );
      assert.deepEqual(configuration('prod'), {
        ...expected,
        NODE_ENV: 'production',
        DATABASE_SSL: 'true',
        EXTERNAL_URL: 'https://heimdall.example.com',
      });
      assert.equal(configuration('dev').DATABASE_SSL, 'false');
      assert.equal(
        configuration('staging').CLASSIFICATION_BANNER_TEXT,
        'Staging',
      );
      for (const name of environments) {
        const { host } = system[name].find('Ingress')?.spec.rules[0] ?? {
          host: 'heimdall.example.com',
        };
        assert.equal(configuration(name).EXTERNAL_URL, `https://${host}`);
        assert.match(
          workload(name).template.metadata.annotations['checksum/config'],
          /^[0-9a-f]{64}$/,
        );
      }
    },

    'Environment taken whole': () => {
      for (const name of environments) {
        assert.deepEqual(container(name).envFrom, [
          { configMapRef: { name: 'heimdall' } },
          { secretRef: { name: 'heimdall' } },
        ]);
        // Of single variables those alone that no file can hold
        assert.deepEqual(names(container(name).env), [
          'DATABASE_HOST',
          'DATABASE_NAME',
          'DATABASE_PASSWORD',
          'DATABASE_PORT',
          'DATABASE_USERNAME',
          'NODE_EXTRA_CA_CERTS',
        ]);
      }
    },

    'Secret that exists': () => {
      for (const name of ['dev', 'prod']) {
        assert.deepEqual(kinds(name, 'Secret'), []);
        assert.deepEqual(kinds(name, 'ExternalSecret'), []);
        assert.equal(
          workload(name).template.metadata.annotations['checksum/secret'],
          undefined,
        );
      }
    },

    'Secrets from files': async () => {
      const args = [
        ...['--set', 'heimdall.existingSecret='],
        ...['--set', 'heimdall.secretsFiles={env/heimdall-secrets.yaml}'],
      ];
      assert.match(
        await refusal(render('dev', ...args)),
        /^heimdall: values: secretsFiles names env\/heimdall-secrets\.yaml, which is missing/,
      );
      const ignored = await read('.gitignore');
      assert.ok(ignored.split('\n').includes('*-secrets.yaml'));

      const own = await assemblePlatform({ helm, ...platform });
      try {
        await writeFile(
          join(own, 'charts/heimdall/env/heimdall-secrets.yaml'),
          'JWT_SECRET: one\nAPI_KEY_SECRET: two\n',
        );
        await helm('dependency', 'build', join(own, platform.umbrella));
        const rendered = await renderPlatform({
          ...{ helm, platform, args, name: 'dev', directory: own },
        });
        assertSecret(rendered, { JWT_SECRET: 'one', API_KEY_SECRET: 'two' });
      } finally {
        await rm(own, { recursive: true });
      }
    },

    'Secrets from a pipeline': async () => {
      const rendered = await render(
        'dev',
        ...['--set', 'heimdall.existingSecret='],
        ...['--set-string', 'heimdall.secrets.JWT_SECRET=one'],
      );
      assertSecret(rendered, { JWT_SECRET: 'one' });
      // A Secret that exists goes before what a pipeline still gives
      const { find } = await render(
        'dev',
        ...['--set-string', 'heimdall.secrets.JWT_SECRET=one'],
      );
      assert.equal(find('Secret'), undefined);
    },

    'External Secrets Operator': () => {
      const { spec } = system.staging.find('ExternalSecret', 'heimdall');
      assert.equal(spec.target.name, 'heimdall');
      assert.deepEqual(spec.secretStoreRef, {
        name: 'vault',
        kind: 'ClusterSecretStore',
      });
      assert.deepEqual(
        spec.data.map(({ secretKey, remoteRef }) => [
          secretKey,
          remoteRef.property,
        ]),
        [
          ['API_KEY_SECRET', 'api-key-secret'],
          ['JWT_SECRET', 'jwt-secret'],
          ['OIDC_CLIENT_SECRET', 'oidc-client-secret'],
        ],
      );
      const early = system.staging.find('ExternalSecret', 'heimdall-hooks');
      assert.equal(early.spec.target.name, 'heimdall-hooks');
      assert.deepEqual(jobContainer('staging', 'migration').envFrom, [
        { configMapRef: { name: 'heimdall-hooks' } },
        { secretRef: { name: 'heimdall-hooks' } },
      ]);
    },

    'Names of the database': () => {
      for (const [name, [host, secret]] of Object.entries(databases)) {
        const env = byName(container(name).env);
        assert.equal(env.DATABASE_HOST.value, host);
        assert.equal(env.DATABASE_PORT.value, '5432');
        assert.equal(env.DATABASE_NAME.value, 'heimdall');
        assert.equal(env.DATABASE_USERNAME.value, 'heimdall');
        assert.deepEqual(env.DATABASE_PASSWORD, {
          name: 'DATABASE_PASSWORD',
          ...fromSecret(secret, 'password'),
        });
      }
    },

    'Database in the release': () => {
      const { spec } = system.dev.find('StatefulSet', 'postgresql');
      const [claim] = spec.volumeClaimTemplates;
      assert.equal(claim.spec.resources.requests.storage, '2Gi');
      assert.deepEqual(
        kinds('dev', 'Service').filter(name => name.startsWith('postgresql')),
        ['postgresql', 'postgresql-headless'],
      );
      const [database] = spec.template.spec.containers;
      const env = byName(database.env);
      assert.deepEqual(env.HEIMDALL_PASSWORD, {
        name: 'HEIMDALL_PASSWORD',
        ...fromSecret('postgresql-heimdall', 'password'),
      });
      const mounted = byName(database.volumeMounts).accounts;
      assert.equal(mounted.mountPath, '/docker-entrypoint-initdb.d');
      const { configMap } = byName(spec.template.spec.volumes).accounts;
      const script = system.dev.find('ConfigMap', configMap.name).data[
        'accounts.sh'
      ];
      assert.match(script, /CREATE ROLE heimdall LOGIN/);
      assert.match(script, /CREATE DATABASE heimdall OWNER heimdall/);
    },

    'Database outside': () => {
      for (const [name, cidr] of [
        ['staging', '10.20.0.0/24'],
        ['prod', '10.30.0.0/24'],
      ]) {
        assert.deepEqual(kinds(name, 'StatefulSet'), []);
        assert.ok(
          !system[name].objects.some(({ metadata }) =>
            metadata.name.startsWith('postgresql'),
          ),
        );
        for (const policy of ['heimdall', 'heimdall-hooks']) {
          const { egress } = system[name].find('NetworkPolicy', policy).spec;
          assert.deepEqual(
            egress.filter(({ ports }) => ports[0].port === 5432),
            [
              {
                to: [{ ipBlock: { cidr } }],
                ports: [{ port: 5432, protocol: 'TCP' }],
              },
            ],
          );
        }
      }
    },

    'Waiting for the database': () => {
      for (const [name, [host]] of Object.entries(databases)) {
        const jobs = kinds(name, 'Job').map(
          found => system[name].find('Job', found).spec.template.spec,
        );
        for (const { initContainers } of [pod(name), ...jobs]) {
          const [wait] = initContainers;
          assert.equal(wait.name, 'wait-for-postgresql');
          assert.equal(byName(wait.env).HOST.value, host);
          assert.equal(byName(wait.env).PORT.value, '5432');
        }
      }
    },

    Workload: () => {
      for (const name of environments) {
        assert.deepEqual(kinds(name, 'Deployment'), ['heimdall']);
        assert.deepEqual(kinds(name, 'PersistentVolumeClaim'), []);
        const { image, command, ports } = container(name);
        assert.equal(image, 'mitre/heimdall2:2.11.3');
        assert.deepEqual(command, ['yarn', 'backend', 'start']);
        assert.deepEqual(ports, [
          { name: 'http', containerPort: 3000, protocol: 'TCP' },
        ]);
        const { spec } = system[name].find('Service', 'heimdall');
        assert.equal(spec.type, 'ClusterIP');
        assert.equal(spec.ports[0].port, 3000);
      }
      assert.equal(workload('dev').replicas, 1);
      assert.equal(workload('staging').replicas, 2);
    },

    'Rolling update': () => {
      for (const name of environments) {
        assert.deepEqual(workload(name).strategy, {
          type: 'RollingUpdate',
          rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
        });
      }
    },

    Probes: () => {
      const { livenessProbe, readinessProbe, startupProbe } = container('prod');
      const httpGet = { path: '/server', port: 'http' };
      for (const probe of [livenessProbe, readinessProbe, startupProbe]) {
        assert.deepEqual(probe.httpGet, httpGet);
      }
      assert.equal(readinessProbe.periodSeconds, 5);
      // Five minutes to start in
      assert.equal(
        startupProbe.periodSeconds * startupProbe.failureThreshold,
        300,
      );
    },

    Resources: () => {
      assert.deepEqual(container('prod').resources, {
        requests: { cpu: '100m', memory: '512Mi' },
        limits: { cpu: '500m', memory: '1Gi' },
      });
    },

    Autoscaling: () => {
      const { spec } = system.prod.find('HorizontalPodAutoscaler', 'heimdall');
      assert.deepEqual(spec.scaleTargetRef, {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: 'heimdall',
      });
      assert.deepEqual([spec.minReplicas, spec.maxReplicas], [2, 6]);
      assert.deepEqual(
        spec.metrics.map(({ resource }) => [
          resource.name,
          resource.target.averageUtilization,
        ]),
        [
          ['cpu', 70],
          ['memory', 80],
        ],
      );
      assert.equal(workload('prod').replicas, undefined);
      assert.deepEqual(kinds('dev', 'HorizontalPodAutoscaler'), []);
      assert.deepEqual(kinds('staging', 'HorizontalPodAutoscaler'), []);
    },

    'Disruption budget': () => {
      assert.deepEqual(kinds('dev', 'PodDisruptionBudget'), []);
      for (const name of ['staging', 'prod']) {
        const { spec } = system[name].find('PodDisruptionBudget', 'heimdall');
        assert.equal(spec.maxUnavailable, 1);
        assert.deepEqual(spec.selector.matchLabels, {
          'app.kubernetes.io/name': 'heimdall',
        });
      }
    },

    Ingress: () => {
      for (const name of ['dev', 'staging']) {
        const { metadata, spec } = system[name].find('Ingress', 'heimdall');
        const host = `heimdall.${name}.example.com`;
        assert.equal(spec.ingressClassName, 'nginx');
        assert.equal(
          metadata.annotations['nginx.ingress.kubernetes.io/proxy-body-size'],
          '50m',
        );
        assert.deepEqual(spec.rules, [
          {
            host,
            http: {
              paths: [
                {
                  path: '/',
                  pathType: 'Prefix',
                  backend: {
                    service: { name: 'heimdall', port: { name: 'http' } },
                  },
                },
              ],
            },
          },
        ]);
        assert.deepEqual(spec.tls[0].hosts, [host]);
      }
      assert.deepEqual(kinds('prod', 'Ingress'), []);
    },

    'TLS by cert-manager': () => {
      const { spec } = system.staging.find('Certificate', 'heimdall');
      assert.deepEqual(spec.dnsNames, ['heimdall.staging.example.com']);
      assert.deepEqual(spec.issuerRef, {
        group: 'cert-manager.io',
        kind: 'ClusterIssuer',
        name: 'letsencrypt',
      });
      const [tls] = system.staging.find('Ingress').spec.tls;
      assert.equal(tls.secretName, spec.secretName);
    },

    'TLS by hand': () => {
      assert.deepEqual(kinds('dev', 'Certificate'), []);
      const [tls] = system.dev.find('Ingress').spec.tls;
      assert.equal(tls.secretName, 'heimdall-dev-tls');
    },

    'Gateway API': () => {
      const gateway = system.prod.find('Gateway', 'heimdall').spec;
      assert.equal(gateway.gatewayClassName, 'envoy');
      const listeners = byName(gateway.listeners);
      const https = listeners['https.heimdall.example.com'];
      const certificate = system.prod.find('Certificate', 'heimdall').spec;
      assert.equal(https.port, 443);
      assert.equal(https.tls.certificateRefs[0].name, certificate.secretName);
      const route = system.prod.find('HTTPRoute', 'heimdall').spec;
      assert.deepEqual(route.parentRefs, [
        { name: 'heimdall', sectionName: https.name },
      ]);
      assert.deepEqual(route.rules[0].backendRefs, [
        { name: 'heimdall', port: 3000 },
      ]);
      const redirect = system.prod.find('HTTPRoute', 'heimdall-to-https').spec;
      const [{ sectionName }] = redirect.parentRefs;
      assert.equal(listeners[sectionName].port, 80);
      assert.equal(
        redirect.rules[0].filters[0].requestRedirect.scheme,
        'https',
      );
    },

    'Network policies': async test => {
      if (!process.env.CHARTROOM_NETPOLICY) {
        test.skip('the evaluator of network policies is absent');
        return;
      }
      const edges = {
        dev: [
          'heimdall => postgresql : TCP 5432',
          'ingress-nginx/controller => heimdall : TCP 3000',
          'monitoring/prometheus => postgresql : TCP 9187',
          'postgresql => kube-system/dns : TCP 53,UDP 53',
        ],
        staging: [
          'heimdall => 10.20.0.0-10.20.0.255 : TCP 5432',
          'ingress-nginx/controller => heimdall : TCP 3000',
        ],
        prod: [
          'envoy-gateway-system/proxy-of-heimdall => heimdall : TCP 3000',
          'heimdall => 10.30.0.0-10.30.0.255 : TCP 5432',
        ],
      };
      for (const { name, namespace } of platform.environments) {
        const admitted = await admittedConnections({
          namespace,
          manifests: system[name].text,
          neighbours,
        });
        const isHook = sentence =>
          /^heimdall-(admin|migration|test) =>/.test(sentence);
        const own = new Set(admitted.map(withoutPublicAddresses));
        assert.deepEqual(
          [...own].filter(sentence => !isHook(sentence)).sort(),
          [
            ...edges[name],
            'heimdall => (public) : TCP 443',
            'heimdall => kube-system/dns : TCP 53,UDP 53',
          ].sort(),
          name,
        );
        // Hooks have the ways of the service, and the one to it; nobody calls them
        const database = edges[name].find(edge => edge.endsWith(' 5432'));
        for (const hook of kinds(name, 'Job')) {
          assert.deepEqual(
            [...own].filter(sentence => sentence.startsWith(`${hook} `)).sort(),
            [
              database.replace('heimdall', hook),
              `${hook} => (public) : TCP 443`,
              `${hook} => heimdall : TCP 3000`,
              `${hook} => kube-system/dns : TCP 53,UDP 53`,
            ].sort(),
          );
        }
      }
    },

    'Security contexts': () => {
      // What Pod Security asks is judged with all examples; this is beyond it
      for (const name of environments) {
        assert.equal(pod(name).securityContext.runAsUser, 1000);
        assert.equal(
          container(name).securityContext.readOnlyRootFilesystem,
          true,
        );
        assert.deepEqual(
          container(name)
            .volumeMounts.filter(({ readOnly }) => !readOnly)
            .map(({ mountPath }) => mountPath),
          ['/tmp', '/home/node/.cache'],
        );
        assert.equal(pod(name).automountServiceAccountToken, false);
      }
    },

    'Certificates of further authorities': async () => {
      const text = await read('charts/heimdall/certificates/example-root.crt');
      const certificate = new X509Certificate(text);
      assert.ok(certificate.ca);
      assert.ok(certificate.verify(certificate.publicKey));
      for (const name of environments) {
        const { data } = system[name].find(
          'ConfigMap',
          'heimdall-ca-certificates',
        );
        assert.equal(
          new X509Certificate(data['ca.crt']).fingerprint256,
          certificate.fingerprint256,
        );
        const env = byName(container(name).env);
        const { mountPath, readOnly } = byName(container(name).volumeMounts)[
          'ca-certificates'
        ];
        assert.equal(env.NODE_EXTRA_CA_CERTS.value, `${mountPath}/ca.crt`);
        assert.equal(readOnly, true);
        assert.equal(
          byName(pod(name).volumes)['ca-certificates'].configMap.name,
          'heimdall-ca-certificates',
        );
      }
      const { volumes } = job('prod', 'migration').spec.template.spec;
      const early = byName(volumes)['ca-certificates'].configMap.name;
      const { annotations } = system.prod.find('ConfigMap', early).metadata;
      assert.match(annotations['helm.sh/hook'], /^pre-install,pre-upgrade/);
    },

    'Identity in the cloud': () => {
      const account = name =>
        system[name].find('ServiceAccount', 'heimdall').metadata.annotations;
      assert.deepEqual(account('prod'), {
        'eks.amazonaws.com/role-arn': 'arn:aws:iam::111122223333:role/heimdall',
      });
      assert.equal(account('dev'), undefined);
      assert.equal(pod('prod').serviceAccountName, 'heimdall');
    },

    'Migration in the release': () => {
      assert.deepEqual(names(pod('dev').initContainers), [
        'wait-for-postgresql',
        'migration',
      ]);
      const { command, env, envFrom } = pod('dev').initContainers[1];
      assert.deepEqual(command, [
        'yarn',
        'backend',
        'sequelize-cli',
        'db:migrate',
      ]);
      assert.deepEqual(env, container('dev').env);
      assert.deepEqual(envFrom, container('dev').envFrom);
      assert.equal(job('dev', 'migration'), undefined);
      // Pods that start together would migrate together
      assert.equal(workload('dev').replicas, 1);
    },

    'Migration outside the release': () => {
      for (const name of ['staging', 'prod']) {
        assert.deepEqual(names(pod(name).initContainers), [
          'wait-for-postgresql',
        ]);
        const { metadata } = job(name, 'migration');
        assert.equal(
          metadata.annotations['helm.sh/hook'],
          'pre-install,pre-upgrade',
        );
        const { command, env } = jobContainer(name, 'migration');
        assert.deepEqual(command, [
          'yarn',
          'backend',
          'sequelize-cli',
          'db:migrate',
        ]);
        const variables = byName(env);
        assert.equal(variables.DATABASE_HOST.value, databases[name][0]);
        assert.equal(jobConfiguration(name, 'migration').DATABASE_SSL, 'true');
        // The account comes with the release, after it
        assert.equal(
          job(name, 'migration').spec.template.spec.serviceAccountName,
          undefined,
        );
      }
    },

    Administrator: () => {
      for (const name of environments) {
        const { metadata } = job(name, 'admin');
        assert.equal(metadata.annotations['helm.sh/hook'], 'post-install');
        const { args, env } = jobContainer(name, 'admin');
        const variables = byName(env);
        assert.match(args[0], /exec yarn backend sequelize-cli db:seed:all\n$/);
        assert.deepEqual(variables.ADMIN_PASSWORD, {
          name: 'ADMIN_PASSWORD',
          ...fromSecret('heimdall-admin', 'password'),
        });
        assert.equal(
          jobConfiguration(name, 'admin').ADMIN_EMAIL,
          'heimdall@example.com',
        );
        const { hostname, port, pathname } = new URL(variables.HEIMDALL.value);
        const service = system[name].find('Service', hostname).spec;
        assert.equal(service.ports[0].port, Number(port));
        assert.equal(container(name).readinessProbe.httpGet.path, pathname);
        assert.ok(!names(container(name).env).includes('ADMIN_PASSWORD'));
      }
    },

    'Helm test': () => {
      for (const name of environments) {
        const { metadata, spec } = system[name].find('Pod', 'heimdall-test');
        assert.equal(metadata.annotations['helm.sh/hook'], 'test');
        const env = byName(spec.containers[0].env);
        assert.deepEqual(
          [env.HOST.value, env.PORT.value, env.ASKED.value],
          ['heimdall', '3000', '/server'],
        );
      }
    },

    Monitoring: () => {
      const { spec } = system.dev.find('ServiceMonitor', 'postgresql');
      assert.deepEqual(
        spec.endpoints.map(({ port, path }) => [port, path]),
        [['metrics', '/metrics']],
      );
      const scraped = system.dev.objects.filter(
        ({ kind, metadata }) =>
          kind === 'Service' &&
          Object.entries(spec.selector.matchLabels).every(
            ([label, value]) => metadata.labels[label] === value,
          ),
      );
      assert.deepEqual(
        scraped.map(({ metadata }) => metadata.name),
        ['postgresql'],
      );
      const [, exporter] =
        system.dev.find('StatefulSet').spec.template.spec.containers;
      assert.equal(exporter.name, 'exporter');
      assert.deepEqual(byName(exporter.env).DATA_SOURCE_PASS, {
        name: 'DATA_SOURCE_PASS',
        ...fromSecret('postgresql', 'monitoring-password'),
      });
      for (const name of ['staging', 'prod']) {
        assert.deepEqual(kinds(name, 'ServiceMonitor'), []);
      }
    },

    Schema: async () => {
      assert.equal(
        await refusal(render('prod', '--set', 'heimdall.replica=2')),
        'heimdall: values: unknown key "replica"; did you mean "replicas"?',
      );
      // As an editor does it: Helm reads the schema of a chart that does not leave it out
      const own = join(directory, 'charts/heimdall');
      const chart = join(directory, 'charts/heimdall-with-schema');
      try {
        await cp(own, chart, { recursive: true });
        await writeFile(join(chart, '.helmignore'), '');
        await helm('dependency', 'build', chart);
        const template = (...args) =>
          helm(
            ...['template', 'heimdall', chart],
            ...['--values', join(own, 'values-local.yaml'), ...args],
          );
        await template();
        await assert.rejects(
          template('--set', 'autoscaling.maxReplicas=many'),
          /values don't meet the specifications of the schema[\s\S]*maxReplicas/,
        );
      } finally {
        await rm(chart, { recursive: true });
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

function withoutPublicAddresses(sentence) {
  return sentence.replace(/=> \d\S+ : TCP 443$/, '=> (public) : TCP 443');
}

/** A Secret of this data that Heimdall takes whole, and whose change restarts it. */
function assertSecret({ find }, data) {
  const secret = find('Secret', 'heimdall');
  assert.deepEqual(secret.stringData ?? decoded(secret.data), data);
  const { metadata, spec } = find('Deployment', 'heimdall').spec.template;
  assert.match(metadata.annotations['checksum/secret'], /^[0-9a-f]{64}$/);
  assert.deepEqual(spec.containers[0].envFrom[1], {
    secretRef: { name: 'heimdall' },
  });
}

function decoded(data) {
  return Object.fromEntries(
    Object.entries(data).map(([name, text]) => [
      name,
      Buffer.from(text, 'base64').toString(),
    ]),
  );
}

describeAgreement(platform);
