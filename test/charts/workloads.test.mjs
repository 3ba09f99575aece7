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

const image = { repository: 'shop/catalogue' };

eachHelm('workloads', helm => {
  const render = (values, options) =>
    renderService({ helm, values: { image, ...values }, ...options });
  const spec = async (kind, values) => (await render(values)).find(kind).spec;

  it('never goes below its replicas when a Deployment is updated', async () => {
    assert.deepEqual((await spec('Deployment', {})).strategy, {
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
    });
  });

  it('takes the strategy that is written, whole', async () => {
    const strategy = { type: 'Recreate' };
    const rollingUpdate = { partition: 1 };
    assert.deepEqual(
      (await spec('Deployment', { strategy })).strategy,
      strategy,
    );
    const written = { type: 'RollingUpdate', rollingUpdate };
    for (const [kind, type] of [
      ['StatefulSet', 'statefulset'],
      ['DaemonSet', 'daemonset'],
    ]) {
      const { updateStrategy } = await spec(kind, { type, strategy: written });
      assert.deepEqual(updateStrategy, written);
    }
    assert.equal(
      (await spec('StatefulSet', { type: 'statefulset' })).updateStrategy,
      undefined,
    );
  });

  for (const [kind, type] of [
    ['Deployment', 'deployment'],
    ['StatefulSet', 'statefulset'],
  ]) {
    it(`leaves the replicas of a ${kind} to its autoscaler`, async () => {
      const replicas = async autoscaling =>
        (await spec(kind, { type, replicas: 3, autoscaling })).replicas;
      assert.equal(await replicas({ enabled: false }), 3);
      assert.equal(await replicas({ enabled: true }), undefined);
    });
  }

  it('runs a DaemonSet on each node, with neither replicas nor spread', async () => {
    const rendered = await render({
      type: 'daemonset',
      replicas: 3,
      ports: { http: 8080 },
      topologySpreadConstraints: [{ maxSkew: 1 }],
    });
    const daemonSet = rendered.find('DaemonSet').spec;
    assert.deepEqual(Object.keys(daemonSet).sort(), [
      'selector',
      'template',
      'updateStrategy',
    ]);
    assert.deepEqual(daemonSet.updateStrategy, {
      type: 'RollingUpdate',
      rollingUpdate: { maxUnavailable: 1 },
    });
    assert.deepEqual(daemonSet.selector.matchLabels, {
      'app.kubernetes.io/name': 'catalogue',
    });
    assert.equal(rendered.pod().spec.topologySpreadConstraints, undefined);
    assert.ok(rendered.container().livenessProbe);
    assert.ok(rendered.find('Service', 'catalogue'));
    assert.equal(rendered.find('PodDisruptionBudget'), undefined);
  });

  it('makes a Job that is tried four times and stays until the next version', async () => {
    const rendered = await render({ type: 'job', replicas: 3 });
    const { template, ...limits } = rendered.find('Job').spec;
    assert.deepEqual(limits, {
      backoffLimit: 3,
      completions: 1,
      parallelism: 1,
    });
    assert.equal(template.spec.restartPolicy, 'Never');
    assert.deepEqual(rendered.objects.map(({ kind }) => kind).sort(), [
      'Job',
      'NetworkPolicy',
      'ServiceAccount',
    ]);
  });

  it('limits a Job', async () => {
    const { template, ...limits } = await spec('Job', {
      type: 'job',
      job: {
        backoffLimit: 0,
        activeDeadlineSeconds: 600,
        ttlSecondsAfterFinished: 86400,
        completions: 4,
        parallelism: 2,
      },
    });
    assert.deepEqual(limits, {
      backoffLimit: 0,
      activeDeadlineSeconds: 600,
      ttlSecondsAfterFinished: 86400,
      completions: 4,
      parallelism: 2,
    });
  });

  it('names a Job anew when what cannot be changed in it changes, and only then', async () => {
    const name = async (values, options) =>
      (await render({ type: 'job', ...values }, options)).find('Job').metadata
        .name;
    const before = await name({});
    assert.match(before, /^catalogue-[0-9a-f]{8}$/);
    for (const [values, options] of [
      [{}, { chart: { version: '1.0.1' } }],
      [{ annotations: { note: 'new' } }],
      [{ job: { backoffLimit: 1, activeDeadlineSeconds: 60 } }],
    ]) {
      assert.equal(await name(values, options), before);
    }
    for (const values of [
      { image: { ...image, tag: '2.2.0' } },
      { args: ['again'] },
      { config: { LIMIT: '1' } },
      { config: { LIMIT: '2' } },
      { job: { completions: 2 } },
    ]) {
      assert.notEqual(await name(values), before);
    }
  });

  it('keeps the name of a Job within what Kubernetes takes', async () => {
    const fullnameOverride = 'a'.repeat(53);
    const job = (await render({ type: 'job', fullnameOverride })).find('Job');
    assert.equal(job.metadata.name.length, 62);
  });

  it('makes a CronJob whose Jobs carry its labels', async () => {
    const rendered = await render({
      type: 'cronjob',
      labels: { team: 'shop' },
      cronJob: { schedule: '0 3 * * *' },
      job: { activeDeadlineSeconds: 600 },
    });
    const { jobTemplate, ...cronJob } = rendered.find('CronJob').spec;
    assert.deepEqual(cronJob, {
      schedule: '0 3 * * *',
      concurrencyPolicy: 'Forbid',
      suspend: false,
      successfulJobsHistoryLimit: 3,
      failedJobsHistoryLimit: 1,
    });
    const { metadata, spec: jobSpec } = jobTemplate;
    assert.equal(metadata.labels['app.kubernetes.io/name'], 'catalogue');
    assert.equal(metadata.labels.team, 'shop');
    assert.equal(metadata.labels['helm.sh/chart'], undefined);
    assert.equal(jobSpec.activeDeadlineSeconds, 600);
    assert.equal(jobSpec.template.spec.restartPolicy, 'Never');
    assert.equal(rendered.find('Service'), undefined);
  });

  it('takes everything else that a CronJob has', async () => {
    const { jobTemplate, ...cronJob } = await spec('CronJob', {
      type: 'cronjob',
      cronJob: {
        schedule: '@daily',
        timeZone: 'Europe/Vienna',
        concurrencyPolicy: 'Replace',
        suspend: true,
        startingDeadlineSeconds: 300,
        successfulJobsHistoryLimit: 0,
        failedJobsHistoryLimit: 2,
      },
    });
    assert.deepEqual(cronJob, {
      schedule: '@daily',
      timeZone: 'Europe/Vienna',
      concurrencyPolicy: 'Replace',
      suspend: true,
      startingDeadlineSeconds: 300,
      successfulJobsHistoryLimit: 0,
      failedJobsHistoryLimit: 2,
    });
  });

  it('refuses a CronJob without a schedule, or with what is none', async () => {
    for (const schedule of ['', 'daily', '0 3 * *']) {
      assert.equal(
        await refusal(render({ type: 'cronjob', cronJob: { schedule } })),
        `catalogue: values: cronJob.schedule is "${schedule}"; write when it runs, such as "0 3 * * *" or "@daily"`,
      );
    }
    await render({ type: 'cronjob', cronJob: { schedule: '@every 90m' } });
  });

  it('takes every form that a schedule has in Kubernetes', async () => {
    for (const schedule of [
      '*/15 0-23/2 1,15 JAN-jun,12 mon-FRI',
      '05 08 ? * 0',
      '0  3 * *  6',
      '5/10 3 31 12 sun',
      '@midnight',
      '@every 1h30m',
      '@every 0.5h',
    ]) {
      const { find } = await render({ type: 'cronjob', cronJob: { schedule } });
      assert.equal(find('CronJob').spec.schedule, schedule);
    }
  });

  for (const [schedule, entry, advice] of [
    ['a b c d e', 'a', 'minute; write *, or 0 to 59, such as 0-1 or */2'],
    ['60 * * * *', '60', 'minute; write *, or 0 to 59, such as 0-1 or */2'],
    ['0 24 * * *', '24', 'hour; write *, or 0 to 23, such as 0-1 or */2'],
    [
      '0 3 0 * *',
      '0',
      'day of the month; write *, or 1 to 31, such as 1-2 or */2',
    ],
    [
      '0 3 L * *',
      'L',
      'day of the month; write *, or 1 to 31, such as 1-2 or */2',
    ],
    [
      '0 3 * mon *',
      'mon',
      'month; write *, or 1 to 12 or jan to dec, such as 1-2 or */2',
    ],
    [
      '0 3 * * 7',
      '7',
      'day of the week; write *, or 0 to 6 or sun to sat, such as 0-1 or */2',
    ],
    [
      '0 3 * * 5-1',
      '5-1',
      'day of the week; write *, or 0 to 6 or sun to sat, such as 0-1 or */2',
    ],
    ['*/0 3 * * *', '*/0', 'minute; write *, or 0 to 59, such as 0-1 or */2'],
    ['1,,2 3 * * *', '', 'minute; write *, or 0 to 59, such as 0-1 or */2'],
  ]) {
    it(`refuses the schedule ${schedule}`, async () => {
      assert.equal(
        await refusal(render({ type: 'cronjob', cronJob: { schedule } })),
        `catalogue: values: cronJob.schedule is "${schedule}", of which "${entry}" is no ${advice}`,
      );
    });
  }

  it('refuses a word for a schedule that there is not', async () => {
    for (const schedule of ['@dayly', '@every', '@every day']) {
      assert.equal(
        await refusal(render({ type: 'cronjob', cronJob: { schedule } })),
        `catalogue: values: cronJob.schedule is "${schedule}"; of words there are @yearly, @monthly, @weekly, @daily, @hourly and such as "@every 90m"`,
      );
    }
  });

  it('refuses a CronJob whose Jobs would have names too long', async () => {
    const fullnameOverride = 'a'.repeat(53);
    const cronJob = { schedule: '@daily' };
    assert.equal(
      await refusal(render({ type: 'cronjob', cronJob, fullnameOverride })),
      `catalogue: the name "${fullnameOverride}" has 53 characters; that of a cronjob has at most 52, since its Jobs are named after it`,
    );
  });

  it('refuses a StatefulSet whose pods would have a label too long', async () => {
    const fullnameOverride = 'a'.repeat(53);
    assert.equal(
      await refusal(render({ type: 'statefulset', fullnameOverride })),
      `catalogue: the name "${fullnameOverride}" has 53 characters; that of a statefulset has at most 52, since its pods bear it in a label with a hash`,
    );
  });

  for (const values of [
    { type: 'job' },
    { type: 'cronjob', cronJob: { schedule: '@daily' } },
  ]) {
    it(`gives a ${values.type} no probes, and a Service only for ports`, async () => {
      const rendered = await render({
        ...values,
        ports: { metrics: 9090 },
        probes: { liveness: { path: '/health' }, startup: { command: ['a'] } },
      });
      const container = rendered.container();
      assert.equal(container.livenessProbe, undefined);
      assert.equal(container.readinessProbe, undefined);
      assert.equal(container.startupProbe, undefined);
      assert.ok(rendered.find('Service', 'catalogue'));
    });

    it(`lets the sidecars of a ${values.type} end with it`, async () => {
      const { spec: pod } = (
        await render({
          ...values,
          initContainers: [{ name: 'prepare', image: 'a:1' }],
          sidecars: [{ name: 'proxy', image: 'b:1' }],
        })
      ).pod();
      assert.deepEqual(
        pod.containers.map(({ name }) => name),
        ['catalogue'],
      );
      assert.deepEqual(
        pod.initContainers.map(({ name, restartPolicy }) => [
          name,
          restartPolicy,
        ]),
        [
          ['prepare', undefined],
          ['proxy', 'Always'],
        ],
      );
    });
  }
});
