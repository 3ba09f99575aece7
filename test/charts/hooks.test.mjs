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
import { assertRestricted } from './support/podSecurity.mjs';
import { refusal } from './support/refusal.mjs';
import { renderService } from './support/renderService.mjs';

const image = { repository: 'shop/catalogue' };
const mysql = {
  wait: true,
  ports: { mysql: 3306 },
  secret: { name: 'mysql-catalogue', keys: { password: 'password' } },
};
const bound = {
  bindings: {
    mysql: { DB_HOST: '{host}', DB_URL: 'mysql://:{password}@{host}' },
  },
  wiring: { callers: { web: true }, dependencies: { mysql } },
};
/** The same with the database outside of the release, where a migration before it belongs. */
const outside = {
  ...bound,
  wiring: { dependencies: { mysql: { ...mysql, external: true } } },
};
const migration = { enabled: true, command: ['npm', 'run', 'migrate'] };
const admin = { events: ['post-install'], command: ['make-admin'] };

eachHelm('hooks', helm => {
  const render = (values, options) =>
    renderService({ helm, values: { image, ...values }, ...options });
  const refused = values => refusal(render(values));
  const job = async (name, values) =>
    (await render(values)).find('Job', `catalogue-${name}`);
  const asHook = { ...migration, hook: true };

  it('migrates in an init container like the service, after the waits', async () => {
    const rendered = await render({
      ...bound,
      migration: { ...migration, args: ['--all'] },
      config: { MODE: 'fast' },
      existingSecret: 'catalogue-secrets',
      type: 'statefulset',
      initContainers: [{ name: 'proxy', image: 'proxy:1' }],
    });
    const { spec } = rendered.pod();
    assert.deepEqual(
      spec.initContainers.map(({ name }) => name),
      ['wait-for-mysql', 'proxy', 'migration'],
    );
    const { name, command, args, terminationMessagePolicy, ...same } =
      spec.initContainers[2];
    assert.deepEqual(command, ['npm', 'run', 'migrate']);
    assert.deepEqual(args, ['--all']);
    for (const [field, value] of Object.entries(same)) {
      assert.deepEqual(value, rendered.container()[field], field);
    }
    assertRestricted(spec);
    assert.equal(rendered.find('Job'), undefined);
    assert.equal(rendered.find('NetworkPolicy').metadata.name, 'catalogue');
  });

  it('needs to know how to migrate', async () => {
    const message =
      'catalogue: values: migration.command is empty; write what brings the database to this version, such as [npm, run, migrate]';
    assert.equal(await refused({ migration: { enabled: true } }), message);
    assert.equal(
      await refused({ migration: { enabled: true, hook: true } }),
      message,
    );
    const off = await render({ migration: { hook: true } });
    assert.equal(off.text, (await render({})).text);
  });

  it('migrates in a Job before install and upgrade where it is a hook', async () => {
    const rendered = await render({ ...outside, migration: asHook });
    const { metadata, spec } = rendered.find('Job');
    assert.equal(metadata.name, 'catalogue-migration');
    assert.deepEqual(metadata.annotations, {
      'helm.sh/hook': 'pre-install,pre-upgrade',
      'helm.sh/hook-weight': '0',
      'helm.sh/hook-delete-policy': 'before-hook-creation,hook-succeeded',
    });
    assert.equal(spec.backoffLimit, 3);
    assert.equal(spec.activeDeadlineSeconds, 600);
    const pod = spec.template.spec;
    assert.equal(pod.restartPolicy, 'Never');
    assert.equal(pod.serviceAccountName, undefined);
    assert.equal(pod.automountServiceAccountToken, false);
    assert.equal(pod.enableServiceLinks, false);
    assert.equal(pod.topologySpreadConstraints, undefined);
    assert.deepEqual(
      pod.initContainers.map(({ name }) => name),
      ['wait-for-mysql'],
    );
    assert.deepEqual(pod.containers[0].command, migration.command);
    assert.equal(pod.containers[0].image, 'shop/catalogue:2.1.0');
    assert.deepEqual(
      rendered.pod().spec.initContainers.map(({ name }) => name),
      ['wait-for-mysql'],
    );
    assertRestricted(pod);
  });

  it('gives a hook the environment of the service, and its own over it', async () => {
    const rendered = await render({
      ...bound,
      config: { MODE: 'fast', LIMIT: '1000000', DEBUG: 'no' },
      env: { LEVEL: 'info', TOKEN: { secret: 's', key: 'k' } },
      existingSecret: 'catalogue-secrets',
      hooks: {
        admin: {
          ...admin,
          env: {
            LEVEL: 'debug',
            MODE: 'slow',
            DEBUG: '',
            PASSWORD: { secret: 'admin', key: 'password' },
          },
        },
      },
    });
    const { spec } = rendered.find('Job', 'catalogue-admin');
    const [container] = spec.template.spec.containers;
    const key = (secret, name) => ({
      valueFrom: { secretKeyRef: { name: secret, key: name } },
    });
    assert.deepEqual(container.env, [
      {
        name: 'CHARTROOM_MYSQL_PASSWORD',
        ...key('mysql-catalogue', 'password'),
      },
      { name: 'DB_HOST', value: 'mysql' },
      { name: 'DB_URL', value: 'mysql://:$(CHARTROOM_MYSQL_PASSWORD)@mysql' },
      { name: 'TOKEN', ...key('s', 'k') },
      { name: 'LEVEL', value: 'debug' },
      { name: 'MODE', value: 'slow' },
      { name: 'PASSWORD', ...key('admin', 'password') },
    ]);
    assert.deepEqual(container.envFrom, [
      { configMapRef: { name: 'catalogue-admin-config' } },
      { secretRef: { name: 'catalogue-secrets' } },
    ]);
    const { metadata, data } = rendered.find(
      'ConfigMap',
      'catalogue-admin-config',
    );
    assert.deepEqual(data, { LIMIT: '1000000', MODE: 'fast' });
    assert.deepEqual(metadata.annotations, {
      'helm.sh/hook': 'post-install',
      'helm.sh/hook-weight': '-1',
      'helm.sh/hook-delete-policy': 'before-hook-creation,hook-succeeded',
    });
  });

  it('takes its configuration whole, in the order and with the text of the service', async () => {
    const configured = {
      config: { PRICE: 'in $(DOLLARS) and $$', MODE: 'of the ConfigMap' },
      env: { MODE_OF_ALL: 'fast' },
      existingSecret: 'catalogue-secrets',
    };
    const rendered = await render({
      ...configured,
      hooks: { admin, early: { ...admin, events: ['pre-upgrade'] } },
    });
    const own = rendered.find('ConfigMap', 'catalogue');
    const container = name =>
      rendered.find('Job', name).spec.template.spec.containers[0];
    const late = container('catalogue-admin');
    const { env, envFrom } =
      rendered.find('Deployment').spec.template.spec.containers[0];
    assert.deepEqual([late.env, late.envFrom], [env, envFrom]);
    const early = container('catalogue-early');
    assert.deepEqual(early.env, env);
    assert.deepEqual(early.envFrom, [
      { configMapRef: { name: 'catalogue-hooks' } },
      { secretRef: { name: 'catalogue-secrets' } },
    ]);
    const copy = rendered.find('ConfigMap', 'catalogue-hooks');
    assert.deepEqual(copy.data, own.data);
    assert.equal(copy.data.PRICE, 'in $(DOLLARS) and $$');
    assert.equal(copy.metadata.annotations['helm.sh/hook'], 'pre-upgrade');
    const without = await render({ hooks: { admin }, ...configured });
    assert.equal(without.find('ConfigMap', 'catalogue-hooks'), undefined);
  });

  it('has no ConfigMap of nothing', async () => {
    const { objects } = await render({
      config: { MODE: 'fast' },
      hooks: { admin: { ...admin, env: { MODE: '' } } },
    });
    assert.deepEqual(
      objects
        .filter(({ kind }) => kind === 'ConfigMap')
        .map(({ metadata }) => metadata.name),
      ['catalogue'],
    );
    const { spec } = objects.find(({ kind }) => kind === 'Job');
    assert.equal(spec.template.spec.containers[0].envFrom, undefined);
  });

  describe('in Java, with certificates of further authorities', () => {
    const java = {
      language: 'java',
      caCertificates: { enabled: true, existingConfigMap: 'authorities' },
    };
    const store =
      '-Djavax.net.ssl.trustStore=/etc/chartroom/trust/cacerts.p12 -Djavax.net.ssl.trustStoreType=PKCS12 -Djavax.net.ssl.trustStorePassword=changeit';
    const optionsOf = async (env, values) => {
      const { spec } = await job('admin', {
        ...java,
        hooks: { admin: { ...admin, env } },
        ...values,
      });
      return spec.template.spec.containers[0].env?.find(
        ({ name }) => name === 'JAVA_TOOL_OPTIONS',
      )?.value;
    };

    it('joins its own options of the JVM and the trust store', async () => {
      const service = { env: { JAVA_TOOL_OPTIONS: '-Xmx1g' } };
      assert.equal(
        await optionsOf({ JAVA_TOOL_OPTIONS: '-Xmx64m' }, service),
        `-Xmx64m ${store}`,
      );
      assert.equal(await optionsOf({}, service), `-Xmx1g ${store}`);
      assert.equal(
        await optionsOf({ JAVA_TOOL_OPTIONS: '' }, service),
        undefined,
      );
      assert.equal(
        await optionsOf(
          { JAVA_TOOL_OPTIONS: '-Xmx64m' },
          { caCertificates: {} },
        ),
        '-Xmx64m',
      );
    });

    for (const [given, message] of [
      [
        { secret: 'a', key: 'b' },
        'is in a Secret, beside which caCertificates cannot set its trust store; write it as text',
      ],
      [
        '-Djavax.net.ssl.trustStore=/own',
        'sets a trust store, and so does caCertificates; keep one',
      ],
    ]) {
      it(`refuses options of which it ${message}`, async () => {
        assert.equal(
          await refusal(optionsOf({ JAVA_TOOL_OPTIONS: given })),
          `catalogue: values: hooks.admin.env.JAVA_TOOL_OPTIONS ${message}`,
        );
      });
    }
  });

  it('sets no limit of time with 0, as a job does', async () => {
    const limits = async activeDeadlineSeconds =>
      (
        await job('admin', {
          hooks: { admin: { ...admin, activeDeadlineSeconds } },
        })
      ).spec.activeDeadlineSeconds;
    assert.equal(await limits(0), undefined);
    assert.equal(await limits(30), 30);
    assert.equal(await limits(undefined), 600);
  });

  it('refuses the name of an init container of its pod', async () => {
    assert.equal(
      await refused({ ...bound, hooks: { 'wait-for-mysql': admin } }),
      'catalogue: values: hooks.wait-for-mysql has the name of an init container, which the wait for mysql makes; write another',
    );
  });

  it('takes events, order, limits and another image', async () => {
    const given = await job('admin', {
      image: { ...image, registry: 'mirror.example.com' },
      imagePullSecrets: [{ name: 'registry' }],
      hooks: {
        admin: {
          events: ['post-install', 'post-upgrade'],
          weight: 5,
          backoffLimit: 0,
          activeDeadlineSeconds: 60,
          args: ['make', 'admin'],
          image: { repository: 'tools/admin', tag: '3' },
        },
      },
    });
    const { annotations } = given.metadata;
    assert.equal(annotations['helm.sh/hook'], 'post-install,post-upgrade');
    assert.equal(annotations['helm.sh/hook-weight'], '5');
    assert.equal(given.spec.backoffLimit, 0);
    assert.equal(given.spec.activeDeadlineSeconds, 60);
    const { containers, imagePullSecrets } = given.spec.template.spec;
    assert.equal(containers[0].image, 'mirror.example.com/tools/admin:3');
    assert.deepEqual(containers[0].args, ['make', 'admin']);
    assert.deepEqual(imagePullSecrets, [{ name: 'registry' }]);
    const tag = await job('admin', {
      hooks: { admin: { ...admin, image: { tag: '9' } } },
    });
    assert.equal(
      tag.spec.template.spec.containers[0].image,
      'shop/catalogue:9',
    );
  });

  it('is not there where it is switched off', async () => {
    const off = await render({ hooks: { admin: { enabled: false } } });
    assert.equal(off.text, (await render({})).text);
  });

  it('lowers only its own container under baseline', async () => {
    const { spec } = await job('migration', {
      ...outside,
      podSecurity: 'baseline',
      migration: asHook,
    });
    const pod = spec.template.spec;
    assert.equal(pod.securityContext.runAsNonRoot, undefined);
    assertRestricted({ ...pod, containers: pod.initContainers });
  });

  const mistakes = [
    [
      { admin: { command: ['x'] } },
      'hooks.admin.events is empty; write when it runs, such as [post-install]',
    ],
    [
      { admin: { ...admin, events: ['post-instal'] } },
      'hooks.admin.events[0] is "post-instal", which is no event of Helm; did you mean "post-install"?',
    ],
    [
      { admin: { ...admin, events: ['post-install', 'test'] } },
      'hooks.admin.events[1] is "test", which is no event of Helm; known are pre-install, post-install, pre-upgrade, post-upgrade, pre-delete, post-delete, pre-rollback, post-rollback',
    ],
    [
      { admin: { events: ['post-install'] } },
      'hooks.admin has no command, so it would start the service itself and never end; write hooks.admin.command, args, or an image of its own',
    ],
    [
      { migration: admin },
      'hooks.migration has a name that this chart gives itself, to what `migration` says; write another',
    ],
    [
      { Admin: admin },
      "hooks.Admin cannot be the name of a job; a name starts with a letter, holds only a-z, 0-9 and '-', and has at most 53 characters here",
    ],
    [
      { ['a'.repeat(54)]: admin },
      `hooks.${'a'.repeat(
        54,
      )} cannot be the name of a job; a name starts with a letter, holds only a-z, 0-9 and '-', and has at most 53 characters here`,
    ],
    [
      { admin: { ...admin, image: { repository: 'tools/admin' } } },
      'hooks.admin.image.tag is empty; write which version of tools/admin, or hooks.admin.image.digest',
    ],
    [
      { admin: { ...admin, env: { A: { secret: 'admin' } } } },
      'hooks.admin.env.A must be text, or name a Secret and its key: { secret: …, key: … }',
    ],
    [
      { admin: { ...admin, event: ['post-install'] } },
      'unknown key "hooks.admin.event"; did you mean "hooks.admin.events"?',
    ],
  ];
  for (const [hooks, message] of mistakes) {
    it(`refuses: ${message}`, async () => {
      assert.equal(await refused({ hooks }), `catalogue: values: ${message}`);
    });
  }
});
