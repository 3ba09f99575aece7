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
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  buildFlags,
  digestOfModule,
  pinnedTool,
  provideGoTool,
} from './goTool.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

let scratch;
beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'chartroom-go-'));
});
afterEach(() => rm(scratch, { recursive: true }));

for (const [folder, tool] of Object.entries({
  'helm-unittest': ['github.com/helm-unittest/helm-unittest', '1.1.2'],
  'kube-score': ['github.com/zegl/kube-score', '1.20.0'],
  kubeconform: ['github.com/yannh/kubeconform', '0.7.0'],
  netpolicy: ['github.com/np-guard/netpol-analyzer', '1.1.0'],
})) {
  test(`${folder} is pinned, and its go.sum vouches for it`, async () => {
    const [module, version] = tool;
    const read = file => readFile(join(root, 'tools', folder, file), 'utf8');
    assert.deepEqual(pinnedTool(await read('go.mod')), {
      package: `${module}/cmd/${folder}`,
      version,
    });
    assert.ok((await read('go.sum')).includes(`${module} v${version} h1:`));
  });
}

test('the version of a tool is that of its own module, not of one above', () => {
  const goMod = `module example.com/tools

tool example.com/a/b/cmd/c

replace example.com/a/b v3.0.0 => example.com/x v4.0.0

require (
	example.com/a v1.0.0 // indirect
	example.com/a/b v2.0.0 // indirect
	example.com/a/b/cmd/cc v5.0.0 // indirect
)
`;
  assert.deepEqual(pinnedTool(goMod), {
    package: 'example.com/a/b/cmd/c',
    version: '2.0.0',
  });
  assert.equal(pinnedTool('module example.com/tools\n').package, undefined);
});

test('a module is built anew when its sources change, and for nothing else', async () => {
  const write = (file, text) => writeFile(join(scratch, file), text);
  await mkdir(join(scratch, 'inner'));
  await write('go.mod', 'module example.com/a\n');
  await write('inner/main.go', 'package main\n');
  const first = await digestOfModule(scratch);
  await write('README.md', '# a');
  assert.equal(await digestOfModule(scratch), first);
  await write('inner/main.go', 'package other\n');
  const second = await digestOfModule(scratch);
  assert.notEqual(second, first);
  await write('go.sum', '');
  assert.notEqual(await digestOfModule(scratch), second);
});

test('a program may want more of the linker and the compiler, and is built anew when it wants something else', async () => {
  assert.deepEqual(buildFlags(), ['-ldflags', '-s -w']);
  const build = { linker: ['-X a.version=v1'], compiler: 'all=-dwarf=false' };
  assert.deepEqual(buildFlags(build), [
    ...['-ldflags', '-s -w -X a.version=v1'],
    ...['-gcflags', 'all=-dwarf=false'],
  ]);
  await writeFile(join(scratch, 'go.mod'), 'module example.com/a\n');
  const plain = await digestOfModule(scratch);
  const told = await digestOfModule(scratch, build);
  assert.notEqual(told, plain);
  assert.notEqual(
    await digestOfModule(scratch, { ...build, linker: ['-X a.version=v2'] }),
    told,
  );
});

test('the package of a module itself is built with its flags, under the name of the folder', async () => {
  const module = join(scratch, 'tools/greet');
  await mkdir(module, { recursive: true });
  await writeFile(join(module, 'go.mod'), 'module example.com/greet\n');
  const bin = join(scratch, 'bin');
  await mkdir(bin);
  // Stands in for Go, and writes down what it was told
  await writeFile(
    join(bin, 'go'),
    `#!/bin/sh
if [ "$1" = version ]; then echo 'go version go1.26.0 linux/amd64'; else echo "$GOGC $*" > told; fi
`,
    { mode: 0o755 },
  );
  const path = await provideGoTool({
    folder: 'tools/greet',
    package: '.',
    build: { linker: ['-X a.version=v1'], env: { GOGC: '400' } },
    cache: join(scratch, 'cache'),
    root: scratch,
    progress: {},
    env: { PATH: `${bin}:${process.env.PATH}` },
  });
  assert.match(path, /\/greet-[0-9a-f]{12}-\w+-\w+\/greet$/);
  assert.match(
    await readFile(join(module, 'told'), 'utf8'),
    /^400 build -trimpath -ldflags -s -w -X a\.version=v1 -o \S+\/greet \.\n$/,
  );
});

test('what is built stands in the cache, and is not built again', async () => {
  const module = join(scratch, 'tools/greet');
  await mkdir(module, { recursive: true });
  await writeFile(
    join(module, 'go.mod'),
    'module example.com/tools\n\ntool example.com/greet/cmd/greet\n\nrequire example.com/greet v1.2.3\n',
  );
  const state = await digestOfModule(module);
  const place = `greet-1.2.3-${state}-${process.platform}-${process.arch}`;
  const cache = join(scratch, 'cache');
  const progress = {};
  const options = { folder: 'tools/greet', cache, root: scratch, progress };
  // Without Go nothing can be built
  const env = { PATH: scratch };
  await assert.rejects(
    provideGoTool({ ...options, env }),
    /there is no Go 1\.24 or newer/,
  );
  assert.ok(!existsSync(join(cache, place)));
  await mkdir(join(cache, place));
  assert.equal(
    await provideGoTool({ ...options, env }),
    join(cache, place, 'greet'),
  );
  assert.equal(progress.done, '1.2.3');
});
