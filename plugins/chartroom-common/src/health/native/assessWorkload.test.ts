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

import type { KubernetesObject } from '../../kubernetes';
import { assessWorkload } from './assessWorkload';

const now = new Date('2026-11-21T12:30:00Z');
const start = '2026-11-21T12:03:00Z';
const revision = 'deployment.kubernetes.io/revision';

/** A Deployment of the second revision; `status` is told as it differs from three pods of which all are new and well. */
function deployment(
  options: { spec?: object; status?: object; generation?: number } = {},
): KubernetesObject {
  const { spec, status, generation = 1 } = options;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'payment',
      uid: 'd',
      generation,
      annotations: { [revision]: '2' },
    },
    spec: { replicas: 3, ...spec },
    status: {
      observedGeneration: 1,
      replicas: 3,
      updatedReplicas: 3,
      availableReplicas: 3,
      ...status,
    },
  };
}

function replicaSet(number: string, status: object = {}): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `payment-${number}`,
      uid: `r${number}`,
      annotations: { [revision]: number },
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          name: 'payment',
          uid: 'd',
        },
      ],
    },
    status,
  };
}

function pod(options: {
  name: string;
  of?: string;
  status: object;
  spec?: object;
  created?: string;
}): KubernetesObject {
  const { name, of = '2', status, spec = {}, created = start } = options;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      creationTimestamp: created,
      labels: { 'pod-template-hash': of },
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'ReplicaSet',
          name: `payment-${of}`,
          uid: `r${of}`,
        },
      ],
    },
    spec,
    status: { startTime: start, ...status },
  };
}

const waiting = (reason: string, message?: string, restartCount = 0) => ({
  phase: 'Pending',
  containerStatuses: [
    {
      name: 'payment',
      ready: false,
      restartCount,
      state: { waiting: { reason, message } },
    },
  ],
});
const crashing = {
  phase: 'Running',
  containerStatuses: [
    {
      name: 'payment',
      ready: false,
      restartCount: 14,
      state: { waiting: { reason: 'CrashLoopBackOff' } },
      lastState: { terminated: { exitCode: 1, reason: 'Error' } },
    },
  ],
};
const rollingOut = { replicas: 4, updatedReplicas: 1, availableReplicas: 3 };

function assess(options: {
  workload: KubernetesObject;
  pods?: KubernetesObject[];
  replicaSets?: KubernetesObject[];
}) {
  return assessWorkload({
    pods: [],
    replicaSets: [replicaSet('1'), replicaSet('2')],
    now,
    ...options,
  });
}

describe('a rollout that fails while the old pods serve', () => {
  const health = assess({
    workload: deployment({ status: rollingOut }),
    pods: [pod({ name: 'payment-2-x', status: crashing })],
  });

  it('is degraded, and serving', () => {
    expect(health).toMatchObject({
      rollout: 'degraded',
      serving: 'serving',
      available: 3,
      desired: 3,
    });
  });

  it('says which container of which pod, why, since when and how often', () => {
    expect(health.reasons).toEqual([
      {
        code: 'CrashLoopBackOff',
        message:
          'Container payment of pod payment-2-x crashes again and again: exit code 1, 14 restarts since 12:03 UTC.',
        pod: 'payment-2-x',
        container: 'payment',
        exitCode: 1,
        restarts: 14,
        since: start,
      },
    ]);
    expect(health.message).toBe(health.reasons[0].message);
  });
});

describe('which pods decide', () => {
  it('never those of an old revision', () => {
    expect(
      assess({
        workload: deployment({ status: rollingOut }),
        pods: [pod({ name: 'payment-1-x', of: '1', status: crashing })],
      }),
    ).toMatchObject({ rollout: 'progressing', reasons: [] });
  });

  it('those of an old ReplicaSet that a rollback made the newest', () => {
    const rolledBack = replicaSet('1');
    const workload = deployment({ status: rollingOut });
    expect(
      assess({
        workload: {
          ...workload,
          metadata: { ...workload.metadata, annotations: { [revision]: '3' } },
        },
        replicaSets: [
          {
            ...rolledBack,
            metadata: {
              ...rolledBack.metadata,
              annotations: { [revision]: '3' },
              creationTimestamp: '2026-01-01T00:00:00Z',
            },
          },
          replicaSet('2'),
        ],
        pods: [
          pod({ name: 'payment-1-x', of: '1', status: crashing }),
          pod({ name: 'payment-2-x', status: waiting('ErrImagePull') }),
        ],
      }).reasons.map(({ code }) => code),
    ).toEqual(['CrashLoopBackOff']);
  });

  it('those with the newest template hash, where no ReplicaSet is known', () => {
    expect(
      assess({
        workload: deployment({ status: rollingOut }),
        replicaSets: [],
        pods: [
          pod({ name: 'payment-1-x', of: '1', status: crashing }),
          pod({
            name: 'payment-2-x',
            status: waiting('ErrImagePull'),
            created: '2026-11-21T12:20:00Z',
          }),
        ],
      }).reasons.map(({ pod: name }) => name),
    ).toEqual(['payment-2-x']);
  });

  it('none that is being deleted, and none of another owner', () => {
    const leaving = pod({ name: 'payment-2-x', status: crashing });
    expect(
      assess({
        workload: deployment({ status: rollingOut }),
        pods: [
          {
            ...leaving,
            metadata: { ...leaving.metadata, deletionTimestamp: start },
          },
          pod({ name: 'cart-2-x', of: '9', status: crashing }),
        ],
      }).reasons,
    ).toEqual([]);
  });

  it('an evicted one only while no other took its place', () => {
    const evicted = pod({
      name: 'payment-2-x',
      status: { phase: 'Failed', reason: 'Evicted', message: 'No memory.' },
    });
    const next = ['a', 'b', 'c'].map(name =>
      pod({ name, status: { phase: 'Pending' } }),
    );
    const workload = deployment({ status: { availableReplicas: 0 } });
    expect(assess({ workload, pods: [evicted, ...next] })).toMatchObject({
      rollout: 'progressing',
    });
    expect(assess({ workload, pods: [evicted] })).toMatchObject({
      rollout: 'degraded',
      serving: 'down',
      message: 'Pod payment-2-x failed: No memory.',
      reasons: [{ code: 'Evicted' }],
    });
  });

  it('none before the controller saw the newest change', () => {
    expect(
      assess({
        workload: deployment({ generation: 2 }),
        pods: [pod({ name: 'payment-2-x', status: crashing })],
      }),
    ).toMatchObject({ rollout: 'progressing', reasons: [] });
  });
});

describe('what a container waits for', () => {
  it.each([
    ['ImagePullBackOff', 'unauthorized: access denied', 'imagePullSecrets'],
    ['ErrImagePull', 'dial tcp: no such host', 'does not answer'],
    ['ErrImagePull', 'x509: unknown authority', "registry's certificate"],
    ['ErrImagePull', 'manifest unknown', 'does not have it'],
    ['InvalidImageName', '', 'no valid name'],
    ['ErrImageNeverPull', '', 'imagePullPolicy Never'],
    ['CreateContainerConfigError', 'secret "s" not found', 'secret "s"'],
    ['CreateContainerError', 'no command', 'no command'],
    ['RunContainerError', 'exec: "x": not found', 'exec: "x"'],
    ['PreCreateHookError', '', '(PreCreateHookError)'],
  ])('%s with "%s" degrades, and is told: %s', (code, said, told) => {
    const health = assess({
      workload: deployment({ status: rollingOut }),
      pods: [pod({ name: 'payment-2-x', status: waiting(code, said) })],
    });
    expect(health).toMatchObject({ rollout: 'degraded', reasons: [{ code }] });
    expect(health.message).toContain(told);
  });

  it.each(['ContainerCreating', 'PodInitializing'])(
    '%s does not degrade',
    code => {
      expect(
        assess({
          workload: deployment({ status: rollingOut }),
          pods: [pod({ name: 'payment-2-x', status: waiting(code) })],
        }).rollout,
      ).toBe('progressing');
    },
  );

  it('is told without the credentials in an address, and not at any length', () => {
    const said = `cannot reach https://user:hunter2@registry.example.com/v2 ${'x'.repeat(
      1000,
    )}`;
    const { message } = assess({
      workload: deployment({ status: rollingOut }),
      pods: [
        pod({
          name: 'payment-2-x',
          status: waiting('CreateContainerError', said),
        }),
      ],
    });
    expect(message).toContain('https://registry.example.com');
    expect(message).not.toContain('hunter2');
    expect(message.length).toBeLessThan(400);
  });
});

describe('reasons', () => {
  const killed = {
    phase: 'Running',
    containerStatuses: [
      {
        name: 'payment',
        ready: false,
        restartCount: 1,
        state: { running: { startedAt: start } },
        lastState: { terminated: { exitCode: 137, reason: 'OOMKilled' } },
      },
    ],
  };

  it('name the lack of memory of which the last run died', () => {
    expect(
      assess({
        workload: deployment({ status: rollingOut }),
        pods: [pod({ name: 'payment-2-x', status: killed })],
      }),
    ).toMatchObject({
      rollout: 'degraded',
      reasons: [{ code: 'OOMKilled', exitCode: 137, restarts: 1 }],
    });
  });

  it('leave a first crash a chance', () => {
    const status = {
      ...killed,
      containerStatuses: [
        {
          ...killed.containerStatuses[0],
          lastState: { terminated: { exitCode: 1, reason: 'Error' } },
        },
      ],
    };
    expect(
      assess({
        workload: deployment({ status: rollingOut }),
        pods: [pod({ name: 'payment-2-x', status })],
      }),
    ).toMatchObject({ rollout: 'progressing', reasons: [{ code: 'Error' }] });
  });

  it('tell the same of many pods once, by the one that restarted most', () => {
    const pods = [3, 14, 5].map((restartCount, index) =>
      pod({
        name: `payment-2-${index}`,
        status: {
          ...crashing,
          containerStatuses: [
            { ...crashing.containerStatuses[0], restartCount },
          ],
        },
      }),
    );
    const { reasons } = assess({
      workload: deployment({ status: rollingOut }),
      pods,
    });
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toMatchObject({ pod: 'payment-2-1', restarts: 14 });
    expect(reasons[0].message).toMatch(/, and 2 more pods likewise\.$/);
  });

  it('are none of a workload that is well', () => {
    expect(
      assess({
        workload: deployment(),
        pods: [pod({ name: 'payment-2-x', status: killed })],
      }),
    ).toEqual({
      rollout: 'healthy',
      serving: 'serving',
      available: 3,
      desired: 3,
      message: '3 of 3 pods are available.',
      reasons: [],
    });
  });

  it('put what decides before what only explains', () => {
    expect(
      assess({
        workload: deployment({ status: rollingOut }),
        pods: [
          pod({
            name: 'a',
            status: {
              phase: 'Running',
              containerStatuses: [
                {
                  name: 'payment',
                  ready: false,
                  started: false,
                  state: { running: {} },
                },
              ],
            },
          }),
          pod({ name: 'b', status: waiting('ErrImagePull') }),
        ],
      }).reasons.map(({ code }) => code),
    ).toEqual(['ErrImagePull', 'ContainersNotReady']);
  });

  it('say why Kubernetes makes no pod at all', () => {
    const message = 'pods "x" is forbidden: exceeded quota: small';
    expect(
      assess({
        workload: deployment({ status: rollingOut }),
        replicaSets: [
          replicaSet('2', {
            conditions: [{ type: 'ReplicaFailure', status: 'True', message }],
          }),
        ],
      }),
    ).toMatchObject({
      rollout: 'degraded',
      reasons: [{ code: 'ReplicaFailure' }],
      message: `The namespace's quota leaves no room for pods of payment: ${message}.`,
    });
  });

  it('of an old ReplicaSet are none', () => {
    const failure = { type: 'ReplicaFailure', status: 'True' };
    expect(
      assess({
        workload: deployment({ status: rollingOut }),
        replicaSets: [
          replicaSet('1', { conditions: [failure] }),
          replicaSet('2'),
        ],
      }).reasons,
    ).toEqual([]);
  });
});

describe('serving', () => {
  const serving = (options: { available: number; spec?: object }) =>
    assess({
      workload: deployment({
        spec: options.spec,
        status: { availableReplicas: options.available },
      }),
    }).serving;

  it.each([
    [3, {}, 'serving'],
    // 25 % of 3, rounded down, is none
    [2, {}, 'partial'],
    [2, { strategy: { rollingUpdate: { maxUnavailable: 1 } } }, 'serving'],
    [2, { strategy: { rollingUpdate: { maxUnavailable: '34%' } } }, 'serving'],
    [2, { strategy: { rollingUpdate: { maxUnavailable: '33%' } } }, 'partial'],
    [0, { strategy: { rollingUpdate: { maxUnavailable: '100%' } } }, 'down'],
    [1, { strategy: { rollingUpdate: { maxUnavailable: '100%' } } }, 'serving'],
    [2, { strategy: { type: 'Recreate' } }, 'partial'],
    [0, {}, 'down'],
    [0, { replicas: 0 }, 'scaled-to-zero'],
  ])('with %s available of %j is %s', (available, spec, expected) => {
    expect(serving({ available, spec })).toBe(expected);
  });
});

describe('what nobody wants to run', () => {
  it('is never degraded when it is scaled to zero', () => {
    expect(
      assess({
        workload: deployment({
          spec: { replicas: 0 },
          status: {
            replicas: 1,
            updatedReplicas: 1,
            availableReplicas: 0,
            conditions: [
              { type: 'Progressing', reason: 'ProgressDeadlineExceeded' },
            ],
          },
        }),
        pods: [pod({ name: 'payment-2-x', status: crashing })],
      }),
    ).toMatchObject({ rollout: 'progressing', serving: 'scaled-to-zero' });
  });

  it('is suspended when it is paused, whatever its pods do', () => {
    expect(
      assess({
        workload: deployment({ spec: { paused: true }, status: rollingOut }),
        pods: [pod({ name: 'payment-2-x', status: crashing })],
      }).rollout,
    ).toBe('suspended');
  });

  it('is on its way while it is deleted', () => {
    const workload = deployment();
    expect(
      assess({
        workload: {
          ...workload,
          metadata: { ...workload.metadata, deletionTimestamp: start },
        },
      }),
    ).toMatchObject({
      rollout: 'progressing',
      message: 'Deployment payment is being deleted.',
    });
  });
});

it('does not know how well a kind is that runs no pods', () => {
  const workload = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'x' },
  };
  expect(assess({ workload })).toMatchObject({
    rollout: 'unknown',
    serving: 'not-applicable',
  });
});
