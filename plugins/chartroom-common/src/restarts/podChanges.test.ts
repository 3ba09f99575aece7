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

import { podChanges } from './podChanges';

function workload(options: {
  kind?: string;
  name?: string;
  object?: string;
  image?: string;
  annotations?: string;
}): string {
  const { kind = 'Deployment', name = 'cart', image = 'cart:1' } = options;
  const { object = name, annotations = '{}' } = options;
  const pod = `metadata: { labels: { app.kubernetes.io/name: ${name} } }, spec: { containers: [{ name: ${name}, image: "${image}", env: [{ name: A, value: "1" }] }] }`;
  const template = `template: { ${pod} }`;
  const spec =
    kind === 'CronJob'
      ? `{ jobTemplate: { spec: { ${template} } } }`
      : `{ ${template} }`;
  return `---
kind: ${kind}
metadata: { name: ${object}, annotations: ${annotations}, labels: { app.kubernetes.io/name: ${name}, helm.sh/chart: x } }
spec: ${spec}
`;
}

describe('podChanges', () => {
  it('finds nothing where only labels of objects and other kinds change', () => {
    const before = `${workload(
      {},
    )}---\nkind: Service\nmetadata: { name: cart }\n`;
    const after = workload({}).replace('helm.sh/chart: x', 'helm.sh/chart: y');
    expect(podChanges({ before, after })).toEqual([]);
  });

  it.each(['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob'])(
    'names a %s whose pods restart, and why',
    kind => {
      expect(
        podChanges({
          before: workload({ kind }),
          after: workload({ kind, image: 'cart:2' }),
        }),
      ).toEqual([
        {
          kind,
          name: 'cart',
          change: 'restarted',
          paths: ['spec.containers[cart].image'],
        },
      ]);
    },
  );

  it('compares environment by its names, whatever the order', () => {
    const before = workload({}).replace(
      '{ name: A, value: "1" }',
      '{ name: A, value: "1" }, { name: B, value: "2" }',
    );
    const after = before.replace(
      '{ name: A, value: "1" }, { name: B, value: "2" }',
      '{ name: C, value: "1" }, { name: A, value: "1" }, { name: B, value: "3" }',
    );
    expect(podChanges({ before, after })[0].paths).toEqual([
      'spec.containers[cart].env[B].value',
      'spec.containers[cart].env[C]',
    ]);
  });

  it('names what comes and what goes', () => {
    expect(
      podChanges({
        before: workload({}),
        after: workload({ name: 'orders' }),
      }),
    ).toEqual([
      { kind: 'Deployment', name: 'cart', change: 'removed', paths: [] },
      { kind: 'Deployment', name: 'orders', change: 'added', paths: [] },
    ]);
  });

  it('knows a Job again under another hash', () => {
    expect(
      podChanges({
        before: workload({ kind: 'Job', object: 'cart-1a2b' }),
        after: workload({ kind: 'Job', object: 'cart-3c4d', image: 'cart:2' }),
      }),
    ).toMatchObject([{ kind: 'Job', name: 'cart', change: 'restarted' }]);
  });

  it('leaves hooks out', () => {
    const hook = workload({
      kind: 'Job',
      annotations: '{ helm.sh/hook: pre-install }',
    });
    expect(podChanges({ before: '', after: hook })).toEqual([]);
  });
});
