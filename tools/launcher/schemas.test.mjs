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
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { definitionFolders } from './crdSchemas.mjs';
import { provideKubernetesSchemas } from './kubernetesSchemas.mjs';
import { runCommand } from './runCommand.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

let scratch;
beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'chartroom-schemas-'));
});
afterEach(() => rm(scratch, { recursive: true }));

const provide = () =>
  provideKubernetesSchemas({
    cache: join(scratch, 'cache'),
    root: join(scratch, 'clone'),
    env: process.env,
    progress: {},
  });

test('a clone without the archive uses the schemas that kubeconform finds', async () => {
  assert.equal(await provide(), 'default');
});

test('the archive is unpacked to where kubeconform is sent', async () => {
  const folder = 'k8s-schemas/v1.36.0-standalone-strict';
  const data = join(scratch, 'clone/tools/kubernetes-schemas');
  await mkdir(join(data, folder), { recursive: true });
  await writeFile(join(data, folder, 'pod-v1.json'), '{}');
  const { code } = await runCommand({
    command: 'tar',
    args: ['-cJf', 'k8s-schemas.tar.xz', 'k8s-schemas'],
    cwd: data,
    env: process.env,
  });
  assert.equal(code, 0);
  const location = await provide();
  const file = location
    .replace('{{ .NormalizedKubernetesVersion }}', 'v1.36.0')
    .replace('{{ .StrictSuffix }}', '-strict')
    .replace('{{ .ResourceKind }}', 'pod')
    .replace('{{ .KindSuffix }}', '-v1');
  assert.equal(await readFile(file, 'utf8'), '{}');
});

test('an archive that is no archive is said to be so', async () => {
  const data = join(scratch, 'clone/tools/kubernetes-schemas');
  await mkdir(data, { recursive: true });
  await writeFile(join(data, 'k8s-schemas.tar.xz'), 'no');
  await assert.rejects(
    provide(),
    /tar could not unpack .*k8s-schemas\.tar\.xz/,
  );
});

test('definitions are found in what Go says of the modules', () => {
  const lines = [
    'go: downloading sigs.k8s.io/gateway-api v1.4.1',
    ...JSON.stringify(
      {
        Path: 'sigs.k8s.io/gateway-api',
        Version: 'v1.4.1',
        Zip: '/go/cache/v1.4.1.zip',
        Dir: '/go/sigs.k8s.io/gateway-api@v1.4.1',
        Sum: 'h1:x=',
      },
      undefined,
      '\t',
    ).split('\n'),
    ...JSON.stringify(
      {
        Path: 'github.com/cert-manager/cert-manager',
        Dir: '/go/cert-manager@v1.19.2',
      },
      undefined,
      '\t',
    ).split('\n'),
  ];
  assert.deepEqual(definitionFolders(lines), [
    '/go/sigs.k8s.io/gateway-api@v1.4.1/config/crd/standard',
    '/go/cert-manager@v1.19.2/deploy/crds',
  ]);
});

test('every project whose definitions are taken is pinned, and no other', async () => {
  const read = file => readFile(join(root, 'tools/crd-schemas', file), 'utf8');
  const modules = [...(await read('go.mod')).matchAll(/^\t(\S+) (\S+)$/gm)];
  const lines = modules.map(
    ([, module]) => `"Path": "${module}", "Dir": "${module}"`,
  );
  assert.equal(definitionFolders(lines).length, 7);
  const sums = await read('go.sum');
  for (const [, module, version] of modules) {
    assert.ok(sums.includes(`${module} ${version} h1:`), module);
  }
});
