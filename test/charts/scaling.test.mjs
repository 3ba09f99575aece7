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

eachHelm('scaling', helm => {
  const render = values =>
    renderService({
      helm,
      values: { image: { repository: 'shop/catalogue' }, ...values },
    });
  const autoscaler = async ({ autoscaling, ...values }) =>
    (
      await render({
        ...values,
        autoscaling: { enabled: true, ...autoscaling },
      })
    ).find('HorizontalPodAutoscaler')?.spec;
  const budget = async values =>
    (await render(values)).find('PodDisruptionBudget')?.spec;

  const resource = (name, averageUtilization) => ({
    type: 'Resource',
    resource: { name, target: { type: 'Utilization', averageUtilization } },
  });

  it('scales by CPU between two pods and ten', async () => {
    assert.deepEqual(await autoscaler({}), {
      scaleTargetRef: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: 'catalogue',
      },
      minReplicas: 2,
      maxReplicas: 10,
      metrics: [resource('cpu', 70)],
    });
    assert.equal(
      await autoscaler({ autoscaling: { enabled: false } }),
      undefined,
    );
  });

  it('scales a StatefulSet, by memory and further metrics, as it is told', async () => {
    const further = { type: 'Pods', pods: { metric: { name: 'queue' } } };
    const behavior = { scaleDown: { stabilizationWindowSeconds: 300 } };
    const spec = await autoscaler({
      type: 'statefulset',
      autoscaling: {
        minReplicas: 3,
        maxReplicas: 3,
        targetCPUUtilizationPercentage: 50,
        targetMemoryUtilizationPercentage: 80,
        metrics: [further],
        behavior,
      },
    });
    assert.equal(spec.scaleTargetRef.kind, 'StatefulSet');
    assert.deepEqual(spec.metrics, [
      resource('cpu', 50),
      resource('memory', 80),
      further,
    ]);
    assert.deepEqual(spec.behavior, behavior);
    assert.deepEqual([spec.minReplicas, spec.maxReplicas], [3, 3]);
  });

  it('scales by further metrics alone', async () => {
    const metrics = [{ type: 'Pods', pods: { metric: { name: 'queue' } } }];
    const spec = await autoscaler({
      autoscaling: { targetCPUUtilizationPercentage: 0, metrics },
      resources: { requests: { cpu: '' } },
    });
    assert.deepEqual(spec.metrics, metrics);
  });

  it("measures the service's own container beside sidecars", async () => {
    const { metrics } = await autoscaler({ sidecars: [{ name: 'proxy' }] });
    assert.deepEqual(metrics, [
      {
        type: 'ContainerResource',
        containerResource: {
          ...resource('cpu', 70).resource,
          container: 'catalogue',
        },
      },
    ]);
  });

  it('scales without what "" removes of its behaviour', async () => {
    const behavior = {
      scaleUp: '',
      scaleDown: { selectPolicy: '', stabilizationWindowSeconds: 300 },
    };
    assert.deepEqual(
      (await autoscaler({ autoscaling: { behavior } })).behavior,
      {
        scaleDown: { stabilizationWindowSeconds: 300 },
      },
    );
    assert.equal(
      (await autoscaler({ autoscaling: { behavior: { scaleUp: '' } } }))
        .behavior,
      undefined,
    );
  });

  const refused = [
    [
      { type: 'daemonset' },
      'autoscaling.enabled is for type deployment or statefulset, not daemonset; write false',
    ],
    [
      { autoscaling: { minReplicas: 5, maxReplicas: 3 } },
      'autoscaling.minReplicas is 5 and maxReplicas 3; write at least 1, and no less for the latter',
    ],
    [
      { autoscaling: { minReplicas: 0 } },
      'autoscaling.minReplicas is 0 and maxReplicas 10; write at least 1, and no less for the latter',
    ],
    [
      { autoscaling: { targetCPUUtilizationPercentage: 0 } },
      'autoscaling measures nothing; write targetCPUUtilizationPercentage, targetMemoryUtilizationPercentage or metrics',
    ],
    [
      { resources: { requests: { cpu: '' } } },
      'autoscaling.targetCPUUtilizationPercentage is a part of what is requested, but resources.requests.cpu is ""; write it, or 0 here',
    ],
  ];
  for (const [values, message] of refused) {
    it(`refuses to scale: ${message}`, async () => {
      assert.equal(
        await refusal(autoscaler(values)),
        `catalogue: values: ${message}`,
      );
    });
  }

  it('lets one pod go at a time where two or more run', async () => {
    const selector = {
      matchLabels: { 'app.kubernetes.io/name': 'catalogue' },
    };
    assert.deepEqual(await budget({ replicas: 2 }), {
      maxUnavailable: 1,
      selector,
      unhealthyPodEvictionPolicy: 'AlwaysAllow',
    });
    assert.deepEqual(await budget({ type: 'statefulset', replicas: 3 }), {
      maxUnavailable: 1,
      selector,
    });
  });

  for (const [values, rendered] of [
    [{ replicas: 0 }, false],
    [{ replicas: 1 }, false],
    [{ replicas: 5, podDisruptionBudget: { enabled: false } }, false],
    [{ replicas: 1, autoscaling: { enabled: true } }, true],
    [{ replicas: 5, autoscaling: { enabled: true, minReplicas: 1 } }, false],
    [{ replicas: 5, type: 'daemonset' }, false],
    [{ replicas: 5, type: 'job' }, false],
    [{ replicas: 5, type: 'cronjob', cronJob: { schedule: '@daily' } }, false],
  ]) {
    it(`has ${rendered ? 'a' : 'no'} budget with ${JSON.stringify(
      values,
    )}`, async () => {
      assert.equal(Boolean(await budget(values)), rendered);
    });
  }

  it('takes another budget', async () => {
    const podDisruptionBudget = { maxUnavailable: '25%' };
    assert.equal(
      (await budget({ replicas: 4, podDisruptionBudget })).maxUnavailable,
      '25%',
    );
    const { minAvailable, maxUnavailable } = await budget({
      replicas: 3,
      podDisruptionBudget: { minAvailable: 2 },
    });
    assert.deepEqual([minAvailable, maxUnavailable], [2, undefined]);
  });

  it('takes a part under which one may go', async () => {
    for (const [replicas, podDisruptionBudget] of [
      [2, { maxUnavailable: '1%' }],
      [2, { minAvailable: '50%' }],
      [3, { minAvailable: '66%' }],
      [10, { minAvailable: '90%' }],
      [2, { minAvailable: '0%' }],
    ]) {
      const { selector, unhealthyPodEvictionPolicy, ...said } = await budget({
        replicas,
        podDisruptionBudget,
      });
      assert.deepEqual(said, podDisruptionBudget);
    }
  });

  it('has one of both, or none where both are removed', async () => {
    const replicas = 3;
    const { maxUnavailable, minAvailable } = await budget({
      replicas,
      podDisruptionBudget: { maxUnavailable: '', minAvailable: 1 },
    });
    assert.deepEqual([maxUnavailable, minAvailable], [undefined, 1]);
    assert.equal(
      await budget({ replicas, podDisruptionBudget: { maxUnavailable: '' } }),
      undefined,
    );
  });

  for (const [key, value] of [
    ['maxUnavailable', '2'],
    ['minAvailable', '1'],
    ['minAvailable', 'half'],
    ['maxUnavailable', '150%'],
    ['maxUnavailable', '12.5%'],
  ]) {
    it(`refuses ${key} "${value}", with one pod too`, async () => {
      for (const replicas of [1, 2]) {
        assert.equal(
          await refusal(
            budget({ replicas, podDisruptionBudget: { [key]: value } }),
          ),
          `catalogue: values: podDisruptionBudget.${key} is "${value}"; write how many pods as a number, or a part of them such as "25%"`,
        );
      }
    });
  }

  for (const [podDisruptionBudget, written] of [
    [{ maxUnavailable: 0 }, 'maxUnavailable 0'],
    [{ maxUnavailable: '0%' }, 'maxUnavailable 0%'],
    [{ minAvailable: 2 }, 'minAvailable 2'],
    [{ minAvailable: '51%' }, 'minAvailable 51%'],
    [{ minAvailable: '99%' }, 'minAvailable 99%'],
    [{ minAvailable: '100%' }, 'minAvailable 100%'],
  ]) {
    it(`refuses a budget that stops every drain: ${written}`, async () => {
      assert.equal(
        await refusal(budget({ replicas: 2, podDisruptionBudget })),
        `catalogue: values: podDisruptionBudget.${written} lets none of 2 pods go, so that no node could be drained; let one go, or write podDisruptionBudget.enabled: false`,
      );
    });
  }
});
