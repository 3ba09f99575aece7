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

import { Readable, Writable } from 'node:stream';
import { commandLine } from '../__testUtils__/commandLine';
import { runCommandLine } from '../runCommandLine';

function run(options: { dialect?: string; lines: readonly unknown[] }) {
  const { dialect, lines } = options;
  return commandLine({
    directory: '/',
    arguments: ['health', ...(dialect ? ['--dialect', dialect] : [])],
    input: lines
      .map(line => (typeof line === 'string' ? line : JSON.stringify(line)))
      .join('\n'),
  });
}

const claim = (phase: string) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data' },
  status: { phase },
});
const configMap = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'settings' },
};

const owned = (
  kind: string,
  name: string,
  owner: string,
  ownerKind: string,
) => ({
  apiVersion: kind === 'Pod' ? 'v1' : 'apps/v1',
  kind,
  metadata: {
    name,
    namespace: 'shop',
    uid: name,
    ownerReferences: [
      {
        apiVersion: 'apps/v1',
        kind: ownerKind,
        name: owner,
        uid: owner,
        controller: true,
      },
    ],
  },
});

describe('chartroom health', () => {
  it('prints a verdict for each object, in their order, and null where there is no rule', async () => {
    const lines = [claim('Bound'), configMap, '', claim('Lost')];
    expect(await run({ dialect: 'argo', lines })).toEqual({
      code: 0,
      output:
        '{"status":"Healthy","message":""}\n{"status":null,"message":""}\n{"status":"Degraded","message":""}\n',
      errors: '',
    });
    expect((await run({ dialect: 'kstatus', lines })).output).toBe(
      '{"status":"Current","message":"PVC is Bound"}\n{"status":"Current","message":"Resource is always ready"}\n{"status":"InProgress","message":"PVC is not Bound. phase: Lost"}\n',
    );
  });

  it('prints nothing for nothing', async () => {
    expect(await run({ lines: [] })).toEqual({
      code: 0,
      output: '',
      errors: '',
    });
  });

  it('judges a workload with its pods and ReplicaSets, wherever they stand in the input', async () => {
    const { code, output } = await run({
      lines: [
        {
          ...owned('Pod', 'payment-2-x', 'payment-2', 'ReplicaSet'),
          status: {
            containerStatuses: [
              {
                name: 'payment',
                ready: false,
                restartCount: 14,
                state: { waiting: { reason: 'CrashLoopBackOff' } },
                lastState: { terminated: { exitCode: 1 } },
              },
            ],
          },
        },
        {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          metadata: { name: 'payment', namespace: 'shop', uid: 'payment' },
          spec: { replicas: 1 },
          status: { replicas: 1, updatedReplicas: 1 },
        },
        owned('ReplicaSet', 'payment-2', 'payment', 'Deployment'),
      ],
    });
    expect(code).toBe(0);
    expect(JSON.parse(output.split('\n')[1])).toEqual({
      status: 'Degraded',
      message:
        'Container payment of pod payment-2-x crashes again and again: exit code 1, 14 restarts.',
    });
  });

  it.each([
    ['{"kind":', 'Line 2 is no JSON'],
    [
      '{"apiVersion":"v1","kind":"List","metadata":{"name":""},"items":[]}',
      'Line 2 is a list',
    ],
    ['[]', 'Line 2 is no Kubernetes object'],
    ['{"apiVersion":"v1"}', 'Line 2 is no Kubernetes object'],
    [
      '{"apiVersion":"v1","kind":"Pod","metadata":7}',
      'Line 2 is no Kubernetes object',
    ],
  ])('refuses %s with the number of its line', async (line, refusal) => {
    for (const dialect of ['argo', 'kstatus', 'native']) {
      const { code, errors } = await run({
        dialect,
        lines: [configMap, line, configMap],
      });
      expect(code).toBe(2);
      expect(errors).toContain(refusal);
    }
  });

  it('refuses a dialect that it does not speak', async () => {
    const { code, errors } = await run({ dialect: 'helm', lines: [] });
    expect(code).toBe(2);
    expect(errors).toContain('argo, kstatus, native');
  });

  it('survives fields of any type in each dialect', async () => {
    const kinds = [
      ...['apps/v1 Deployment', 'apps/v1 StatefulSet', 'apps/v1 DaemonSet'],
      ...['batch/v1 Job', 'batch/v1 CronJob', 'v1 Pod', 'apps/v1 ReplicaSet'],
    ];
    const odd = [null, 7, 'text', [], [null], { conditions: 7 }];
    const lines = kinds.flatMap(name => {
      const [apiVersion, kind] = name.split(' ');
      return odd.map(value => ({
        apiVersion,
        kind,
        metadata: {
          name: 'x',
          labels: value,
          annotations: value,
          ownerReferences: value,
          finalizers: value,
          creationTimestamp: value,
        },
        spec: value,
        status: value,
      }));
    });
    for (const dialect of ['argo', 'kstatus', 'native']) {
      const { code, output, errors } = await run({ dialect, lines });
      expect({ code, errors }).toEqual({ code: 0, errors: '' });
      expect(output.trimEnd().split('\n')).toHaveLength(lines.length);
    }
  });

  it('does not read ahead of a reader that is slow', async () => {
    let given = 0;
    let taken = 0;
    let lead = 0;
    const output = new Writable({
      highWaterMark: 1,
      write(_chunk, _encoding, done) {
        taken += 1;
        lead = Math.max(lead, given - taken);
        setImmediate(done);
      },
    });
    function* lines() {
      const text = `${JSON.stringify(configMap)}\n`;
      for (; given < 20_000; given += 1) {
        yield text;
      }
    }
    await runCommandLine({
      arguments: ['health', '--dialect', 'argo'],
      directory: '/',
      input: Readable.from(lines()),
      output,
      errors: output,
      env: {},
    });
    expect(taken).toBe(20_000);
    expect(lead).toBeLessThan(5_000);
  });
});
