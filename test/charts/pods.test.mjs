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
import { assertRestricted } from './support/podSecurity.mjs';
import { refusal } from './support/refusal.mjs';
import { renderService } from './support/renderService.mjs';

const image = { repository: 'shop/catalogue' };
const name = { 'app.kubernetes.io/name': 'catalogue' };

/** A template that makes a pod as hooks and tests do. */
const otherPod = `{{- $context := dict "root" . -}}
{{- include "platform-common.v1.values.init" $context -}}
apiVersion: v1
kind: Pod
metadata:
  name: other
spec:
  {{- include "platform-common.v1.fields.podSpec" (dict
    "context" $context
    "anonymous" .Values.global.anonymous
    "restartPolicy" "OnFailure"
    "containers" "- name: other"
    "volumes" (include "platform-common.v1.fields.baseVolumes" $context)
  ) | nindent 2 }}
`;

eachHelm('pods', helm => {
  const render = (values, options) =>
    renderService({ helm, values: { image, ...values }, ...options });
  const pod = async values => (await render(values)).pod().spec;

  it('spreads the pods of each version over zones and nodes, as far as can be', async () => {
    const spread = topologyKey => ({
      maxSkew: 1,
      topologyKey,
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: { matchLabels: name },
    });
    const expected = [
      spread('topology.kubernetes.io/zone'),
      spread('kubernetes.io/hostname'),
    ];
    assert.deepEqual(
      (await pod({ type: 'statefulset' })).topologySpreadConstraints,
      expected,
    );
    assert.deepEqual(
      (await pod({})).topologySpreadConstraints,
      expected.map(constraint => ({
        ...constraint,
        matchLabelKeys: ['pod-template-hash'],
      })),
    );
  });

  it('does not restart pods when it is scaled', async () => {
    const one = await render({ replicas: 1 });
    const many = await render({ replicas: 5 });
    assert.deepEqual(many.pod(), one.pod());
  });

  it('spreads otherwise, or not', async () => {
    const topologySpreadConstraints = [
      {
        maxSkew: 2,
        topologyKey: 'kubernetes.io/hostname',
        whenUnsatisfiable: 'DoNotSchedule',
      },
      {
        maxSkew: 1,
        topologyKey: 'rack',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchExpressions: [{ key: 'a', operator: 'Exists' }] },
      },
    ];
    assert.deepEqual(
      (await pod({ topologySpreadConstraints })).topologySpreadConstraints,
      [
        {
          ...topologySpreadConstraints[0],
          labelSelector: { matchLabels: name },
        },
        topologySpreadConstraints[1],
      ],
    );
    const off = { topologySpread: { enabled: false } };
    assert.equal((await pod(off)).topologySpreadConstraints, undefined);
    assert.equal(
      (await pod({ type: 'job' })).topologySpreadConstraints,
      undefined,
    );
  });

  it('is placed where the service says', async () => {
    const placement = {
      affinity: { podAntiAffinity: { a: [{ weight: 1000000 }] } },
      nodeSelector: { disk: 'ssd' },
      tolerations: [{ key: 'gpu', operator: 'Exists' }],
      priorityClassName: 'high',
    };
    const spec = await pod(placement);
    for (const [key, value] of Object.entries(placement)) {
      assert.deepEqual(spec[key], value);
    }
  });

  it('passes the lifecycle of the container on', async () => {
    const lifecycle = { preStop: { sleep: { seconds: 5 } } };
    const rendered = await render({ lifecycle });
    assert.deepEqual(rendered.container().lifecycle, lifecycle);
  });

  it('runs further containers before and beside the service, restricted', async () => {
    const spec = await pod({
      wiring: { dependencies: { mysql: { ports: { mysql: 1 }, wait: true } } },
      initContainers: [{ name: 'prepare', image: 'a:1', args: ['x'] }],
      sidecars: [
        {
          name: 'proxy',
          image: 'b:1',
          resources: { limits: { memory: '64Mi' } },
        },
      ],
    });
    assertRestricted(spec);
    assert.deepEqual(
      spec.initContainers.map(container => container.name),
      ['wait-for-mysql', 'prepare'],
    );
    assert.deepEqual(
      spec.containers.map(container => container.name),
      ['catalogue', 'proxy'],
    );
    assert.deepEqual(spec.initContainers[1].args, ['x']);
    assert.deepEqual(spec.containers[1].resources, {
      limits: { memory: '64Mi' },
    });
    assert.equal(spec.containers[1].securityContext.runAsUser, undefined);
  });

  it('prepares in an order: waits, certificates, its own, and last the migration', async () => {
    const body = '-----BEGIN CERTIFICATE-----\na\n-----END CERTIFICATE-----\n';
    const values = {
      language: 'python',
      wiring: { dependencies: { mysql: { ports: { mysql: 1 }, wait: true } } },
      caCertificates: { enabled: true, certificates: { 'own.crt': body } },
      migration: { enabled: true, command: ['migrate'] },
    };
    const names = async own =>
      (
        await pod({ ...values, initContainers: [{ name: own }] })
      ).initContainers.map(container => container.name);
    assert.deepEqual(await names('proxy'), [
      'wait-for-mysql',
      'ca-certificates',
      'proxy',
      'migration',
    ]);
    for (const own of ['ca-certificates', 'migration']) {
      assert.equal(
        await refusal(names(own)),
        `catalogue: values: initContainers[0].name is "${own}", which is taken; write another`,
      );
    }
    values.migration.hook = true;
    assert.equal((await names('migration')).at(-1), 'migration');
  });

  it('fills in what a security context leaves out, and no more', async () => {
    const { containers } = await pod({
      sidecars: [
        {
          name: 'proxy',
          securityContext: {
            runAsUser: 101,
            readOnlyRootFilesystem: false,
            capabilities: { add: ['NET_BIND_SERVICE'] },
          },
        },
      ],
    });
    assert.deepEqual(containers[1].securityContext, {
      allowPrivilegeEscalation: false,
      capabilities: { add: ['NET_BIND_SERVICE'], drop: ['ALL'] },
      readOnlyRootFilesystem: false,
      runAsNonRoot: true,
      runAsUser: 101,
      seccompProfile: { type: 'RuntimeDefault' },
    });
  });

  it('keeps further containers restricted beside one that is not', async () => {
    const spec = await pod({
      podSecurity: 'baseline',
      securityContext: { runAsUser: 0 },
      initContainers: [{ name: 'prepare', image: 'a:1' }],
      sidecars: [{ name: 'proxy', image: 'b:1' }],
    });
    const [, proxy] = spec.containers;
    assertRestricted({ ...spec, containers: [proxy] });
    assert.equal(proxy.securityContext.runAsUser, 1000);
  });

  it('mounts further volumes', async () => {
    const volumes = [{ name: 'certificates', secret: { secretName: 'tls' } }];
    const volumeMounts = [{ name: 'certificates', mountPath: '/tls' }];
    const spec = await pod({ volumes, volumeMounts });
    assert.deepEqual(spec.volumes.slice(1), volumes);
    assert.deepEqual(spec.containers[0].volumeMounts.slice(1), volumeMounts);
  });

  const taken = [
    [
      { sidecars: [{ name: 'catalogue' }] },
      'sidecars[0].name is "catalogue", which is taken; write another',
    ],
    [
      { sidecars: [{ name: 'a' }], initContainers: [{ name: 'a' }] },
      'initContainers[0].name is "a", which is taken; write another',
    ],
    [{ sidecars: [{ image: 'a:1' }] }, 'sidecars[0] has no name; write one'],
    [
      { writablePaths: ['/run'], volumes: [{ name: 'writable-0' }] },
      'volumes[0].name is "writable-0", which is taken; write another',
    ],
    [
      { type: 'statefulset', volumes: [{ name: 'a' }, { name: 'data' }] },
      'volumes[1].name is "data", which is taken; write another',
    ],
    [
      { volumeMounts: [{ name: 'a', mountPath: '/tmp' }] },
      'volumeMounts[0].mountPath is "/tmp", which is taken; write another',
    ],
    [
      { volumeMounts: [{ name: 'a' }] },
      'volumeMounts[0] has no mountPath; write one',
    ],
    [
      { writablePaths: ['/run', '/var/cache', '/run'] },
      'writablePaths[2] is "/run", which is taken; write another',
    ],
    [
      { writablePaths: ['/var/cache', '/var/cache/'] },
      'writablePaths[1] is "/var/cache/", which is taken; write another',
    ],
    [
      { writablePaths: ['/tmp/'] },
      'writablePaths[0] is "/tmp/", which is taken; write another',
    ],
    [
      {
        writablePaths: ['/run'],
        volumeMounts: [{ name: 'a', mountPath: '/run/' }],
      },
      'volumeMounts[0].mountPath is "/run/", which is taken; write another',
    ],
    [
      { writablePaths: ['/data'], persistence: { enabled: true } },
      'persistence.mountPath is "/data", which is taken; write another',
    ],
    [
      {
        caCertificates: { enabled: true, existingConfigMap: 'authorities' },
        volumeMounts: [{ name: 'a', mountPath: '/etc/chartroom/trust' }],
      },
      'volumeMounts[0].mountPath is "/etc/chartroom/trust", which is taken; write another',
    ],
    [
      { writablePaths: [''] },
      'writablePaths[0] is "", which is no folder for a volume; write one such as /var/cache',
    ],
    [
      { writablePaths: ['/a:b'] },
      'writablePaths[0] is "/a:b", which is no folder for a volume; write one such as /var/cache',
    ],
    [
      {
        caCertificates: { enabled: true, existingConfigMap: 'authorities' },
        sidecars: [{ name: 'ca-certificates' }],
      },
      'sidecars[0].name is "ca-certificates", which is taken; write another',
    ],
    [
      {
        wiring: { dependencies: { db: { wait: true, ports: { db: 5432 } } } },
        initContainers: [{ name: 'wait-for-db' }],
      },
      'initContainers[0].name is "wait-for-db", which is taken; write another',
    ],
  ];
  it('mounts a writable folder as it is written', async () => {
    const { containers } = await pod({ writablePaths: ['/var/cache/'] });
    assert.deepEqual(containers[0].volumeMounts, [
      { name: 'tmp', mountPath: '/tmp' },
      { name: 'writable-0', mountPath: '/var/cache/' },
    ]);
  });

  const named = [
    [
      'migration',
      'migration',
      { migration: { enabled: true, command: ['migrate'] } },
    ],
    [
      'ca-certificates',
      'caCertificates',
      { caCertificates: { enabled: true, existingConfigMap: 'authorities' } },
    ],
    [
      'wait-for-db',
      'the wait for db',
      { wiring: { dependencies: { db: { wait: true, ports: { db: 5432 } } } } },
    ],
  ];
  for (const [fullnameOverride, maker, values] of named) {
    it(`refuses a service that is named as the init container of ${maker}`, async () => {
      assert.equal(
        await refusal(render({ fullnameOverride, ...values })),
        `catalogue: the name "${fullnameOverride}" is that of an init container, which ${maker} makes; write another in fullnameOverride`,
      );
      assert.ok((await render({ fullnameOverride })).find('Deployment'));
    });
  }

  for (const [values, message] of taken) {
    it(`refuses what a server-side apply would: ${message}`, async () => {
      assert.equal(
        await refusal(render(values)),
        `catalogue: values: ${message}`,
      );
    });
  }

  it('lets a service without data call a volume so', async () => {
    const volumes = [{ name: 'data', emptyDir: {} }];
    assert.deepEqual((await pod({ volumes })).volumes.slice(1), volumes);
  });

  it('hashes configuration as the first version of this chart did', async () => {
    const { metadata } = (await render({ config: { LIMIT: '1' } })).pod();
    assert.deepEqual(metadata.annotations, {
      'checksum/config':
        '4eaf64b1412f5af843cd7ab220f27695b13020df8442170b419c3706edd2aa82',
    });
  });

  it('restarts when a secret or a certificate changes', async () => {
    const annotations = async values =>
      (await render(values)).pod().metadata.annotations;
    const certificate = body =>
      `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`;
    const secret = async TOKEN =>
      (await annotations({ secrets: { TOKEN } }))['checksum/secret'];
    const authority = async body =>
      (
        await annotations({
          caCertificates: {
            enabled: true,
            certificates: { 'own.crt': certificate(body) },
          },
        })
      )['checksum/ca-certificates'];
    assert.match(await secret('a'), /^[0-9a-f]{64}$/);
    assert.notEqual(await secret('a'), await secret('b'));
    assert.match(await authority('YQ=='), /^[0-9a-f]{64}$/);
    assert.notEqual(await authority('YQ=='), await authority('Yg=='));
    assert.equal(await annotations({ existingSecret: 'a' }), undefined);
  });

  it('places the pods of hooks as the service, but not by where its pods are', async () => {
    const other = async anonymous =>
      (
        await render(
          {
            global: { anonymous },
            rbac: { rules: [{ verbs: ['get'] }] },
            writablePaths: ['/run'],
            imagePullSecrets: [{ name: 'registry' }],
            nodeSelector: { disk: 'ssd' },
            affinity: { nodeAffinity: { a: 1 }, podAntiAffinity: { b: 1 } },
          },
          { template: otherPod },
        )
      ).find('Pod').spec;
    const spec = await other(false);
    assert.deepEqual(spec.affinity, { nodeAffinity: { a: 1 } });
    assert.equal(spec.topologySpreadConstraints, undefined);
    assert.equal(spec.serviceAccountName, 'catalogue');
    assert.equal(spec.automountServiceAccountToken, true);
    assert.equal(spec.enableServiceLinks, false);
    assert.equal(spec.restartPolicy, 'OnFailure');
    assert.equal(spec.securityContext.runAsNonRoot, true);
    assert.deepEqual(spec.nodeSelector, { disk: 'ssd' });
    assert.deepEqual(spec.imagePullSecrets, [{ name: 'registry' }]);
    assert.deepEqual(spec.containers, [{ name: 'other' }]);
    assert.deepEqual(
      spec.volumes.map(volume => volume.name),
      ['tmp', 'writable-0'],
    );
    const anonymous = await other(true);
    assert.equal(anonymous.serviceAccountName, undefined);
    assert.equal(anonymous.automountServiceAccountToken, false);
  });
});
