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

import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { provideCached } from './cache.mjs';
import { runGo } from './go.mjs';

/**
 * The path of a program that is built from a Go module of this repository: the tool that its go.mod pins, or
 * the module's own `package`. It is built once for every state of the module and of `build`: what the linker and the
 * compiler are told beside the usual, and variables of Go.
 */
export async function provideGoTool(options) {
  const { folder, cache, root, env, progress, build } = options;
  const module = join(root, folder);
  const pinned = pinnedTool(await readFile(join(module, 'go.mod'), 'utf8'));
  const target = options.package ?? pinned.package;
  const name = basename(join(folder, target));
  const version = options.package ? undefined : pinned.version;
  const directory = await provideCached({
    cache,
    name: [
      ...[name, version, await digestOfModule(module, build)],
      ...[process.platform, process.arch],
    ]
      .filter(Boolean)
      .join('-'),
    onWait: () => {
      progress.doing = 'waiting for another launcher that makes it';
    },
    make(partial) {
      progress.doing = `building ${version ?? 'it'} with Go`;
      return runGo({
        args: [
          ...['build', '-trimpath', ...buildFlags(build)],
          ...['-o', join(partial, name), target],
        ],
        cwd: module,
        env: { ...env, ...build?.env },
        binaries: partial,
      });
    },
  });
  progress.done = version ?? `from ${folder}`;
  return join(directory, name);
}

/** The package that a go.mod names as its tool, and the version that it requires of the package's module. */
export function pinnedTool(goMod) {
  const [, tool] = goMod.match(/^tool (\S+)$/m) ?? [];
  const [required] = [...goMod.matchAll(/^\s*(?:require )?(\S+) v(\S+)/gm)]
    .filter(([, module]) => `${tool}/`.startsWith(`${module}/`))
    // A module may lie below another one's path
    .sort(([, one], [, other]) => other.length - one.length);
  return { package: tool, version: required?.[2] };
}

/** What `go build` is told, with what a program wants to be told beside it. */
export function buildFlags({ linker = [], compiler } = {}) {
  return [
    ...['-ldflags', ['-s', '-w', ...linker].join(' ')],
    ...(compiler ? ['-gcflags', compiler] : []),
  ];
}

/** A short digest of what a build reads in the module itself, and of how it is built. */
export async function digestOfModule(module, build) {
  const hash = createHash('sha256');
  if (build) {
    hash.update(JSON.stringify(build));
  }
  const files = await readdir(module, { recursive: true });
  for (const file of files.sort()) {
    if (/(^|\/)go\.(mod|sum)$|\.go$/.test(file)) {
      hash.update(`${file}\0`);
      hash.update(await readFile(join(module, file)));
    }
  }
  return hash.digest('hex').slice(0, 12);
}
