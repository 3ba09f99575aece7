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

import {
  lstat,
  mkdir,
  readdir,
  rename,
  rm,
  rmdir,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { InputError, isError, NotAllowedError } from '@backstage/errors';
import type { FileChange } from '@chartroom/backstage-plugin-chartroom-common';
import type { Terminal } from '../Terminal';

/**
 * Writes changes into a folder, all or nothing: every place is looked at, and every text is on
 * the disk under another name, before the first file is replaced. What a failure leaves of that
 * is cleared away. A folder that a deletion empties goes too.
 *
 * @remarks
 * Throws InputError, with the path and the reason, where the disk refuses.
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
  const staged = await stage({ root, changes, modes });
  for (const { partial, target } of staged) {
    await rename(partial, target);
  }
  for (const { kind, path } of changes) {
    if (kind === 'delete') {
      await rm(join(root, path), { force: true });
      await removeEmptyFolders({ root, path });
    }
  }
}

interface Staged {
  readonly target: string;
  readonly partial: string;
}

async function stage(options: {
  root: string;
  changes: readonly FileChange[];
  modes: ReadonlyMap<string, number | undefined>;
}): Promise<Staged[]> {
  const { root, changes, modes } = options;
  const staged: Staged[] = [];
  const folders: string[] = [];
  for (const change of changes) {
    if (change.kind === 'write') {
      const { path, content } = change;
      const target = join(root, path);
      const folder = dirname(target);
      const partial = join(folder, `.${basename(path)}.${process.pid}.partial`);
      try {
        const made = await mkdir(folder, { recursive: true });
        folders.push(...(made === undefined ? [] : [made]));
        staged.push({ target, partial });
        await writeFile(partial, content, { mode: modes.get(path) });
      } catch (error) {
        await Promise.allSettled(
          staged.map(it => rm(it.partial, { force: true })),
        );
        await Promise.allSettled(
          folders.map(it => rm(it, { recursive: true, force: true })),
        );
        throw new InputError(
          `${path} cannot be written, and nothing was: ${
            isError(error) ? error.message : error
          }.`,
        );
      }
    }
  }
  return staged;
}

async function removeEmptyFolders(options: {
  root: string;
  path: string;
}): Promise<void> {
  const { root, path } = options;
  const parents = path.split('/').slice(0, -1);
  for (let depth = parents.length; depth > 0; depth -= 1) {
    const folder = join(root, ...parents.slice(0, depth));
    const entries = await readdir(folder).catch(() => [folder]);
    if (entries.length > 0) {
      return;
    }
    await rmdir(folder);
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
    if (information?.isDirectory() && depth === parts.length) {
      throw new NotAllowedError(
        `Refusing to write ${path}: ${place} is a folder. Move it away.`,
      );
    }
    mode = information?.mode;
  }
  return mode;
}
