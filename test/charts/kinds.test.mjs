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
import { readFile } from 'node:fs/promises';
import { it } from 'node:test';
import { eachHelm } from './support/eachHelm.mjs';
import { commonChartVersion } from './support/repository.mjs';
import { readObjects } from './support/readObjects.mjs';
import { renderService } from './support/renderService.mjs';

const image = { repository: 'shop/catalogue' };

async function golden(name) {
  const file = new URL(`__fixtures__/${name}.yaml`, import.meta.url);
  return readObjects(await readFile(file, 'utf8')).objects;
}

eachHelm('kinds', helm => {
  const render = (values, options) =>
    renderService({ helm, values: { image, ...values }, ...options });

  it('makes a whole service of an image and a port', async () => {
    const { objects } = await render({ ports: { http: 8080 } });
    assert.deepEqual(objects, await golden('deployment'));
  });

  it('makes a StatefulSet with a claim and a headless Service', async () => {
    const { objects } = await render({
      type: 'statefulset',
      ports: { mongodb: 27017 },
      persistence: { enabled: true, mountPath: '/data/db' },
    });
    assert.deepEqual(objects, await golden('statefulset'));
  });

  it('gives a StatefulSet without a claim a folder that goes with the pod', async () => {
    const rendered = await render({ type: 'statefulset' });
    assert.equal(
      rendered.find('StatefulSet').spec.volumeClaimTemplates,
      undefined,
    );
    assert.deepEqual(rendered.pod().spec.volumes, [
      { name: 'tmp', emptyDir: {} },
      { name: 'data', emptyDir: {} },
    ]);
    assert.deepEqual(rendered.container().volumeMounts[1], {
      name: 'data',
      mountPath: '/data',
    });
  });

  it('names a storage class where one is written', async () => {
    const rendered = await render({
      type: 'statefulset',
      persistence: { enabled: true, size: '5Gi', storageClassName: 'fast' },
    });
    const [claim] = rendered.find('StatefulSet').spec.volumeClaimTemplates;
    assert.equal(claim.spec.storageClassName, 'fast');
    assert.equal(claim.spec.resources.requests.storage, '5Gi');
  });

  it('opens ports with another port on the pod and another protocol', async () => {
    const rendered = await render({
      ports: {
        http: { port: 80, targetPort: 8080 },
        dns: { port: 53, protocol: 'UDP' },
      },
    });
    assert.deepEqual(rendered.find('Service').spec.ports, [
      { name: 'dns', port: 53, targetPort: 'dns', protocol: 'UDP' },
      { name: 'http', port: 80, targetPort: 'http', protocol: 'TCP' },
    ]);
    assert.deepEqual(rendered.container().ports, [
      { name: 'dns', containerPort: 53, protocol: 'UDP' },
      { name: 'http', containerPort: 8080, protocol: 'TCP' },
    ]);
    assert.equal(rendered.container().readinessProbe.tcpSocket.port, 'http');
  });

  it('gives a worker neither a Service nor a probe', async () => {
    const rendered = await render({ ports: {} });
    assert.equal(rendered.find('Service'), undefined);
    const container = rendered.container();
    for (const field of [
      'ports',
      'livenessProbe',
      'readinessProbe',
      'startupProbe',
    ]) {
      assert.equal(container[field], undefined, field);
    }
  });

  it('uses the account of the namespace where it makes none', async () => {
    const rendered = await render({ serviceAccount: { create: false } });
    assert.equal(rendered.find('ServiceAccount'), undefined);
    assert.equal(rendered.pod().spec.serviceAccountName, 'default');
    assert.equal(rendered.pod().spec.automountServiceAccountToken, false);
  });

  it('keeps configuration in a ConfigMap', async () => {
    const rendered = await render({
      config: { LIMIT: '1000000', DEBUG: 'false', GONE: '' },
    });
    assert.deepEqual(rendered.find('ConfigMap').data, {
      DEBUG: 'false',
      LIMIT: '1000000',
    });
    assert.deepEqual(rendered.container().envFrom, [
      { configMapRef: { name: 'catalogue' } },
    ]);
  });

  it('restarts pods when configuration changes, and not for a new chart version', async () => {
    const checksum = async (config, version) =>
      (await render({ config }, { chart: { version } })).pod().metadata;
    const before = await checksum({ LIMIT: '1' }, '1.0.0');
    assert.deepEqual(await checksum({ LIMIT: '1' }, '1.0.1'), before);
    assert.notDeepEqual(await checksum({ LIMIT: '2' }, '1.0.0'), before);
  });

  it('takes a whole Secret that exists', async () => {
    const rendered = await render({ existingSecret: 'catalogue-secrets' });
    assert.deepEqual(rendered.container().envFrom, [
      { secretRef: { name: 'catalogue-secrets' } },
    ]);
    assert.equal(rendered.find('Secret'), undefined);
  });

  it('puts version labels on objects and never into pods, selectors or claims', async () => {
    const rendered = await render({
      type: 'statefulset',
      ports: { http: 8080 },
      persistence: { enabled: true },
      labels: { 'app.kubernetes.io/component': 'backend', team: 'shop' },
      podLabels: { scrape: 'yes', 'app.kubernetes.io/name': 'other' },
    });
    const stable = {
      'app.kubernetes.io/name': 'catalogue',
      'app.kubernetes.io/instance': 'shop',
      'app.kubernetes.io/component': 'backend',
      'app.kubernetes.io/part-of': 'catalogue',
      'app.kubernetes.io/managed-by': 'Helm',
      'backstage.io/kubernetes-id': 'catalogue',
      team: 'shop',
    };
    for (const object of rendered.objects) {
      assert.deepEqual(object.metadata.labels, {
        ...stable,
        'app.kubernetes.io/version': '2.1.0',
        'helm.sh/chart': 'catalogue-1.0.0',
        'chartroom/common-chart': commonChartVersion,
      });
      assert.equal(object.metadata.namespace, 'shop');
    }
    assert.deepEqual(rendered.pod().metadata.labels, {
      ...stable,
      scrape: 'yes',
    });
    const { selector, volumeClaimTemplates } =
      rendered.find('StatefulSet').spec;
    const name = { 'app.kubernetes.io/name': 'catalogue' };
    assert.deepEqual(selector.matchLabels, name);
    assert.deepEqual(volumeClaimTemplates[0].metadata.labels, name);
    assert.deepEqual(rendered.find('Service', 'catalogue').spec.selector, name);
  });

  it('makes labels of versions that are no label values', async () => {
    const rendered = await render(
      { image: { ...image, tag: `1.0.0+${'b'.repeat(80)}` } },
      { chart: { version: '1.0.0+build.5' } },
    );
    const { labels } = rendered.find('Deployment').metadata;
    assert.equal(labels['helm.sh/chart'], 'catalogue-1.0.0_build.5');
    assert.equal(labels['app.kubernetes.io/version'].length, 63);
  });

  it('writes annotations on every object, and those of pods and accounts where they belong', async () => {
    const rendered = await render({
      ports: { http: 8080 },
      annotations: { all: 'a' },
      podAnnotations: { pod: 'b' },
      serviceAccount: { annotations: { account: 'c' } },
    });
    assert.deepEqual(rendered.find('Service').metadata.annotations, {
      all: 'a',
    });
    assert.deepEqual(rendered.find('ServiceAccount').metadata.annotations, {
      account: 'c',
      all: 'a',
    });
    assert.deepEqual(rendered.pod().metadata.annotations, { pod: 'b' });
  });

  it('chooses resources by language, and lets the service change or remove them', async () => {
    const resources = async values =>
      (await render(values)).container().resources;
    assert.deepEqual(await resources({ language: 'node' }), {
      requests: { cpu: '100m', memory: '256Mi' },
      limits: { cpu: '500m', memory: '512Mi' },
    });
    assert.deepEqual(await resources({ language: 'java' }), {
      requests: { cpu: '250m', memory: '512Mi' },
      limits: { cpu: '1000m', memory: '1Gi' },
    });
    const databases = ['mongodb', 'mysql', 'mariadb', 'postgresql'];
    for (const language of databases) {
      assert.deepEqual(await resources({ language }), {
        requests: { cpu: '500m', memory: '1Gi' },
        limits: { cpu: '2000m', memory: '2Gi' },
      });
    }
    assert.deepEqual(
      await resources({ language: 'rabbitmq' }),
      await resources({ language: 'java' }),
    );
    for (const language of ['go', 'php', 'python', 'redis', 'other']) {
      assert.deepEqual(await resources({ language }), await resources({}));
    }
    assert.deepEqual(
      await resources({
        language: 'nginx',
        resources: { requests: { cpu: '10m' }, limits: { cpu: '' } },
      }),
      {
        requests: { cpu: '10m', memory: '128Mi' },
        limits: { memory: '256Mi' },
      },
    );
  });

  it('composes the image of registry, repository, tag and digest', async () => {
    const reference = async (values, options) =>
      (await render(values, options)).container().image;
    const digest = `sha256:${'0'.repeat(64)}`;
    assert.equal(await reference({}), 'shop/catalogue:2.1.0');
    assert.equal(
      await reference({ image: { ...image, tag: '1.10' } }),
      'shop/catalogue:1.10',
    );
    assert.equal(
      await reference(
        { image: { ...image, digest } },
        { chart: { appVersion: undefined } },
      ),
      `shop/catalogue@${digest}`,
    );
    assert.equal(
      await reference({
        global: {
          chartroom: {
            defaults: { image: { registry: 'mirror.example.com/' } },
          },
        },
      }),
      'mirror.example.com/shop/catalogue:2.1.0',
    );
  });

  it('lets the service win over the system, and the system over the code', async () => {
    const rendered = await render({
      terminationGracePeriodSeconds: 5,
      global: {
        chartroom: {
          defaults: {
            replicas: 2,
            imagePullSecrets: [{ name: 'registry' }],
            terminationGracePeriodSeconds: 60,
          },
        },
      },
    });
    assert.equal(rendered.find('Deployment').spec.replicas, 2);
    assert.deepEqual(rendered.pod().spec.imagePullSecrets, [
      { name: 'registry' },
    ]);
    assert.equal(rendered.pod().spec.terminationGracePeriodSeconds, 5);
  });

  it('can be scaled to nothing', async () => {
    const rendered = await render({ replicas: 0 });
    assert.equal(rendered.find('Deployment').spec.replicas, 0);
  });

  it('renames everything with fullnameOverride', async () => {
    const rendered = await render({
      type: 'statefulset',
      ports: { http: 8080 },
      fullnameOverride: 'products',
    });
    assert.deepEqual(
      rendered.objects.map(object => object.metadata.name).sort(),
      ['products', 'products', 'products', 'products', 'products-headless'],
    );
    assert.equal(
      rendered.pod().metadata.labels['app.kubernetes.io/name'],
      'products',
    );
  });

  it('passes command, arguments and writable folders on', async () => {
    const rendered = await render({
      command: ['run'],
      args: ['--port', '8080'],
      writablePaths: ['/var/cache', '/tmp', '/run'],
    });
    const container = rendered.container();
    assert.deepEqual(container.command, ['run']);
    assert.deepEqual(container.args, ['--port', '8080']);
    assert.deepEqual(container.volumeMounts, [
      { name: 'tmp', mountPath: '/tmp' },
      { name: 'writable-0', mountPath: '/var/cache' },
      { name: 'writable-1', mountPath: '/run' },
    ]);
  });
});
