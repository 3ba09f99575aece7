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

import { lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { NotAllowedError } from '@backstage/errors';
import type { FileChange } from '@chartroom/backstage-plugin-chartroom-common';
import type { Terminal } from '../Terminal';

/**
 * Writes changes into a folder: every place is looked at before the first is touched, and each
 * file is replaced in one step.
 *
 * @internal
 */
export async function writeChanges(options: {
  terminal: Terminal;
  directory: string;
  changes: readonly FileChange[];
}): Promise<void> {
  const { terminal, directory, changes } = options;
  const root = resolve(terminal.directory, directory);
  const modes = new Map<string, number | undefined>();
  for (const { path } of changes) {
    modes.set(path, await modeInside({ root, path }));
  }
  for (const change of changes) {
    const target = join(root, change.path);
    if (change.kind === 'delete') {
      await rm(target, { force: true });
    } else {
      await mkdir(dirname(target), { recursive: true });
      const partial = join(
        dirname(target),
        `.${basename(target)}.${process.pid}.partial`,
      );
      await writeFile(partial, change.content, {
        mode: modes.get(change.path),
      });
      await rename(partial, target);
    }
  }
}

/** The permissions of a file that is there; refuses a path that a link would lead elsewhere. */
async function modeInside(options: {
  root: string;
  path: string;
}): Promise<number | undefined> {
  const { root, path } = options;
  const parts = path.split('/');
  if (parts.some(part => part === '' || part === '.' || part === '..')) {
    throw new NotAllowedError(
      `Refusing to write ${path}: it is not a path inside ${root}.`,
    );
  }
  let mode: number | undefined;
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const place = join(root, ...parts.slice(0, depth));
    const information = await lstat(place).catch(() => undefined);
    if (information?.isSymbolicLink()) {
      throw new NotAllowedError(
        `Refusing to write ${path}: ${place} is a symbolic link. Replace it by what it points to.`,
      );
    }
    mode = information?.mode;
  }
  return mode;
}
