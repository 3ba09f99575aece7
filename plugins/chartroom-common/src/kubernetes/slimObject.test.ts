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

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { isMap } from '../values/isMap';
import { slimObject } from './slimObject';

const goldens = join(
  __dirname,
  '../../../../test/charts/__fixtures__/goldens/robot-shop',
);

function objectsOf(file: string): unknown[] {
  return parseAllDocuments(readFileSync(join(goldens, file), 'utf8'))
    .map((document): unknown => document.toJS())
    .filter(isMap);
}

const metadata = { name: 'cart', namespace: 'shop' };
const secret = 'hunter2';
const template = {
  metadata: { labels: { app: 'cart' }, annotations: { a: secret } },
  spec: {
    restartPolicy: 'Always',
    containers: [
      {
        name: 'cart',
        image: 'shop/cart:1',
        args: [secret],
        resources: { limits: { memory: '1Gi', cpu: 1 }, requests: { cpu: 1 } },
        env: [{ name: 'A', value: secret }],
      },
    ],
    initContainers: [
      { name: 'proxy', image: 'p:1', restartPolicy: 'Always' },
      { name: 'wait', image: 'w:1', args: [secret] },
    ],
    volumes: [{ name: 'v', configMap: { name: secret } }],
  },
};
const slimTemplate = {
  metadata: { labels: { app: 'cart' } },
  spec: {
    restartPolicy: 'Always',
    containers: [{ name: 'cart', image: 'shop/cart:1' }],
    initContainers: [{ name: 'proxy', image: 'p:1', restartPolicy: 'Always' }],
  },
};

describe('slimObject', () => {
  it.each(['dev.yaml', 'staging.yaml', 'prod.yaml'])(
    'leaves at most 1 KB of each workload of %s',
    file => {
      const slim = objectsOf(file).flatMap(object => slimObject(object) ?? []);
      expect(slim.length).toBeGreaterThan(10);
      for (const object of slim) {
        expect(JSON.stringify(object).length).toBeLessThanOrEqual(1024);
      }
    },
  );

  it('leaves out what may hold secrets, of every workload', () => {
    const whole = {
      metadata: {
        ...metadata,
        annotations: {
          'kubectl.kubernetes.io/last-applied-configuration': secret,
          'meta.helm.sh/release-name': 'shop',
          'deployment.kubernetes.io/revision': '3',
        },
        managedFields: [{ manager: secret }],
      },
      spec: { replicas: 2, paused: true, template, other: secret },
      status: { replicas: 2, conditions: [{ type: 'Available' }] },
    };
    for (const kind of [
      'Deployment',
      'StatefulSet',
      'DaemonSet',
      'ReplicaSet',
    ]) {
      expect(slimObject({ apiVersion: 'apps/v1', kind, ...whole })).toEqual({
        apiVersion: 'apps/v1',
        kind,
        metadata: {
          ...metadata,
          annotations: {
            'meta.helm.sh/release-name': 'shop',
            'deployment.kubernetes.io/revision': '3',
          },
        },
        spec: { replicas: 2, paused: true, template: slimTemplate },
        status: { replicas: 2, conditions: [{ type: 'Available' }] },
      });
    }
  });

  it('keeps of a CronJob its schedule and the template of its jobs', () => {
    expect(
      slimObject({
        apiVersion: 'batch/v1',
        kind: 'CronJob',
        metadata,
        spec: {
          schedule: '0 3 * * *',
          suspend: true,
          jobTemplate: { spec: { backoffLimit: 2, template } },
        },
        status: { lastScheduleTime: '2026-11-21T03:00:00Z' },
      }),
    ).toEqual({
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata,
      spec: {
        schedule: '0 3 * * *',
        suspend: true,
        jobTemplate: { spec: { backoffLimit: 2, template: slimTemplate } },
      },
      status: { lastScheduleTime: '2026-11-21T03:00:00Z' },
    });
  });

  it('keeps of a Pod why its containers do not run, but no words of their own', () => {
    const terminated = (reason: string) => ({
      exitCode: 1,
      reason,
      message: secret,
      containerID: 'c',
    });
    const pod = slimObject({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata,
      spec: { ...template.spec, nodeName: 'n' },
      status: {
        phase: 'Running',
        hostIP: '10.0.0.1',
        conditions: [{ type: 'Ready', status: 'False', lastProbeTime: null }],
        containerStatuses: [
          {
            name: 'cart',
            restartCount: 14,
            ready: false,
            state: {
              waiting: { reason: 'CrashLoopBackOff', message: 'back-off' },
            },
            lastState: { terminated: terminated('Error') },
          },
        ],
        initContainerStatuses: [
          { name: 'proxy', state: { terminated: terminated('StartError') } },
        ],
      },
    });
    expect(pod?.spec).toEqual({
      nodeName: 'n',
      restartPolicy: 'Always',
      containers: [
        {
          name: 'cart',
          image: 'shop/cart:1',
          resources: { limits: { memory: '1Gi' } },
        },
      ],
      initContainers: [
        { name: 'proxy', image: 'p:1', restartPolicy: 'Always' },
        { name: 'wait', image: 'w:1' },
      ],
    });
    expect(pod?.status).toEqual({
      phase: 'Running',
      conditions: [{ type: 'Ready', status: 'False' }],
      containerStatuses: [
        {
          name: 'cart',
          restartCount: 14,
          ready: false,
          state: {
            waiting: { reason: 'CrashLoopBackOff', message: 'back-off' },
          },
          lastState: { terminated: { exitCode: 1, reason: 'Error' } },
        },
      ],
      initContainerStatuses: [
        {
          name: 'proxy',
          state: {
            // What the runtime says
            terminated: { exitCode: 1, reason: 'StartError', message: secret },
          },
        },
      ],
    });
  });

  it.each([
    undefined,
    'text',
    [],
    {},
    { apiVersion: 'v1', kind: 'Pod' },
    { apiVersion: 'v1', kind: 'Secret', metadata },
    { apiVersion: 'v1', kind: 'Deployment', metadata },
    { apiVersion: 'example.com/v1', kind: 'Pod', metadata },
    { apiVersion: 'v1', kind: 'constructor', metadata },
  ])('is undefined for what is no workload: %j', object => {
    expect(slimObject(object)).toBeUndefined();
  });

  it('believes no shape below', () => {
    const odd = {
      labels: { a: 1, b: 'c' },
      ownerReferences: [1, {}],
      name: 'x',
    };
    expect(
      slimObject({
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: odd,
        spec: { template: 7 },
        status: 'fine',
      }),
    ).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'x', labels: { b: 'c' } },
      spec: {},
    });
  });
});
