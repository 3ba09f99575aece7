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

import { appendFileSync, cpSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { packChart } from '@chartroom/backstage-plugin-chartroom-node';
import { commandLine } from '../__testUtils__/commandLine';

const directory = createMockDirectory();

function chartroom(words: readonly string[], input?: string) {
  return commandLine({ directory: directory.path, arguments: words, input });
}

async function newShop() {
  const made = await chartroom(['init', 'shop', '--system', 'shop']);
  expect(made.code).toBe(0);
  await chartroom(
    ['add', 'service', 'orders', 'shop', '--language', 'node'].concat(
      ...['--port', '8080'],
    ),
  );
}

const policy = `---
# Source: shop/templates/umbrella.yaml
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: redis-callers
spec:
  podSelector:
    matchLabels:
      app: redis
`;

describe('chartroom check', () => {
  beforeEach(() => directory.clear());

  it('checks what was rendered before, from a file and from standard input', async () => {
    await newShop();
    directory.addContent({ 'dev.yaml': policy });
    const words = ['check', 'shop', '--environment', 'dev', '--manifests'];
    const fromFile = await chartroom([...words, 'dev.yaml']);
    expect(fromFile).toMatchObject({
      code: 1,
      output: expect.stringContaining(
        'The network policy "redis-callers" of dev is for pods with app=redis, and there are none. [policy-selects-nothing]',
      ),
    });
    expect(await chartroom([...words, '-'], policy)).toEqual(fromFile);
    expect(await chartroom([...words, '-'], '')).toMatchObject({ code: 0 });
  });

  it('takes no empty text for a render of what is enabled', async () => {
    await newShop();
    await chartroom(['release', 'orders', 'shop']);
    const words = ['check', 'shop', '--environment', 'dev', '--manifests', '-'];
    expect(await chartroom(words, '')).toMatchObject({
      code: 1,
      output: expect.stringContaining(
        'In dev: what was rendered holds no object of Kubernetes, and orders is enabled there. [umbrella-render]',
      ),
    });
  });

  it('reads the charts that lie beside the umbrella', async () => {
    await newShop();
    appendFileSync(
      directory.resolve('shop/service-matrix.yaml'),
      'charts:\n  repository: https://charts.example.com/shop\n',
    );
    const words = ['add', 'service', 'mail', 'shop', '--port', '80'];
    const added = await chartroom([
      ...words,
      ...['--repository', 'https://git.example.com/shop/mail'],
    ]);
    expect(added.errors).toBe('');
    await chartroom(['release', 'mail', 'shop', '--chart-version', '1.0.0']);
    const before = await chartroom(['check', 'shop', '--json']);
    const files = new Map([
      ['Chart.yaml', 'apiVersion: v2\nname: mail\nversion: 1.0.0\n'],
      ['values.yaml', 'bindings: { redis: { REDIS_HOST: "{host}" } }\n'],
    ]);
    const packed = await packChart({ files, name: 'mail', version: '1.0.0' });
    directory.addContent({ 'shop/helm/shop/charts/mail-1.0.0.tgz': packed });
    const after = await chartroom(['check', 'shop', '--json']);
    const rules = ({ output }: { output: string }): string[] =>
      JSON.parse(output).findings.map((it: { rule: string }) => it.rule);
    expect(rules(before)).not.toContain('binding-undeclared');
    expect(rules(after)).toContain('binding-undeclared');
  });

  it('says where the common chart is missing, and how to get it', async () => {
    await newShop();
    const common = 'shop/charts/platform-common';
    expect(await chartroom(['check', 'shop'])).toMatchObject({ code: 0 });
    rmSync(directory.resolve(common), { recursive: true });
    expect(await chartroom(['check', 'shop'])).toEqual({
      code: 1,
      output: expect.stringMatching(
        /^charts\/platform-common\/Chart\.yaml: error: There is no common chart in charts\/platform-common, .* \[common-chart-missing\]\n {4}Run chartroom init for a new folder, and copy/,
      ),
      errors: '',
    });
    // Who imports an umbrella meets sync first
    expect(await chartroom(['sync', 'shop'])).toMatchObject({
      code: 1,
      output: expect.stringContaining('[common-chart-missing]'),
    });
    // The platform as a folder of a larger repository
    directory.addContent({
      'charts/platform-common/Chart.yaml': 'name: platform-common\n',
    });
    expect(await chartroom(['check', 'shop'])).toMatchObject({ code: 0 });
  });

  it.each([
    [
      ['--environment', 'dev'],
      '--environment is about what is rendered; write --render or --manifests beside it.',
    ],
    [
      ['--manifests', 'dev.yaml'],
      'The manifests are those of one environment; name it with --environment.',
    ],
    [
      ['--manifests', 'dev.yaml', '--environment', 'qa'],
      'There is no environment qa; the matrix has dev, staging, prod.',
    ],
    [
      ['--manifests', 'nothing.yaml', '--environment', 'dev'],
      'nothing.yaml; name one that helm template wrote.',
    ],
    [
      ['--render', '--manifests', 'dev.yaml'],
      "option '--manifests <file>' cannot be used with option '--render'",
    ],
    [
      ['--render', '--helm', '/nowhere/helm'],
      'There is no Helm at /nowhere/helm',
    ],
  ])('cannot run with %j', async (words, message) => {
    await newShop();
    const { code, errors } = await chartroom(['check', 'shop', ...words]);
    expect(errors).toContain(message);
    expect(code).toBe(2);
  });

  it('cannot render separate applications', async () => {
    await newShop();
    const matrix = 'delivery: applications\nsystem: shop\nservices: []\n';
    directory.addContent({ 'shop/service-matrix.yaml': matrix });
    expect(await chartroom(['check', 'shop', '--render'])).toMatchObject({
      code: 2,
      errors: expect.stringContaining('delivery: applications'),
    });
  });
});

const helm = process.env.CHARTROOM_HELM;
const repository = resolve(__dirname, '../../../..');

(helm ? describe : describe.skip)('chartroom check --render', () => {
  beforeEach(() => directory.clear());

  it('renders every environment of Robot Shop, and finds that it agrees', async () => {
    const place = directory.resolve('robot-shop');
    cpSync(resolve(repository, 'examples/robot-shop'), place, {
      recursive: true,
    });
    cpSync(
      resolve(repository, 'charts/platform-common'),
      resolve(place, 'charts/platform-common'),
      { recursive: true },
    );
    const words = ['check', 'robot-shop', '--render', '--helm', helm!];
    expect(await chartroom(words)).toEqual({
      code: 0,
      output: 'Clean.\n',
      errors: '',
    });
    directory.addContent({
      'robot-shop/helm/robot-shop/templates/more.yaml': `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: wide }
spec:
  podSelector: { matchLabels: { app.kubernetes.io/name: cart } }
  egress: [{ to: [{ podSelector: { matchLabels: { app.kubernetes.io/name: mysql } } }] }]
  policyTypes: [Egress]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: open }
spec:
  podSelector: { matchLabels: { app.kubernetes.io/name: mysql } }
  ingress: [{ ports: [{ port: 3306 }] }]
`,
      'robot-shop/charts/user/values.yaml': 'replica: 2\n',
    });
    const after = await chartroom([...words, '--environment', 'dev']);
    expect(after.output).toContain(
      'In dev: Helm cannot render: user: values: unknown key "replica"',
    );
    cpSync(
      resolve(repository, 'examples/robot-shop/charts/user'),
      resolve(place, 'charts/user'),
      { recursive: true },
    );
    const opened = await chartroom([...words, '--environment', 'dev']);
    expect(opened.output).toContain(
      'In dev the network policies let cart reach mysql on TCP 3306, which the matrix does not declare.',
    );
  }, 120_000);
});
