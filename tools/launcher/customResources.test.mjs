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
import {
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { copyDefinitions } from './customResources.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

test('definitions are kept under their own names, and nothing else is', async t => {
  const scratch = await mkdtemp(join(tmpdir(), 'chartroom-definitions-'));
  t.after(() => rm(scratch, { recursive: true }));
  const [from, to] = ['from', 'to'].map(name => join(scratch, name));
  await Promise.all([from, to].map(folder => mkdir(folder)));
  const definition = `kind: CustomResourceDefinition
metadata:
  annotations:
    name: other
  name: applications.argoproj.io
spec:
  name: another
`;
  await writeFile(join(from, 'application-crd.yaml'), definition);
  await writeFile(join(from, 'kustomization.yaml'), 'kind: Kustomization\n');
  await writeFile(join(from, 'README.md'), definition);
  await copyDefinitions({ from, to });
  assert.deepEqual(await readdir(to), ['applications.argoproj.io.yaml']);
  assert.equal(
    await readFile(join(to, 'applications.argoproj.io.yaml'), 'utf8'),
    definition,
  );
});

test('the types of which definitions are made are pinned, and so is the tool', async () => {
  const folder = join(root, 'test/cluster/custom-resources');
  const sums = await readFile(join(folder, 'go.sum'), 'utf8');
  const pins = await readFile(join(folder, 'go.mod'), 'utf8');
  for (const module of [
    'github.com/fluxcd/helm-controller/api',
    'sigs.k8s.io/controller-tools',
  ]) {
    const [, version] = pins.match(new RegExp(`${module} (v\\S+)`));
    assert.ok(sums.includes(`${module} ${version} h1:`), module);
  }
});

test('the control plane calls itself by the version of Kubernetes that it is', async () => {
  const [pins, tools] = await Promise.all(
    ['test/cluster/control-plane/go.mod', 'tools/launcher/tools.mjs'].map(
      file => readFile(join(root, file), 'utf8'),
    ),
  );
  const [, ...version] = pins.match(/k8s\.io\/kubernetes v(\d+)\.(\d+)\.(\d+)/);
  const [major, minor, patch] = version;
  assert.ok(
    tools.includes(`{ major: ${major}, minor: ${minor}, patch: ${patch} }`),
  );
});
