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

import { InputError } from '@backstage/errors';
import type { FileChange } from '@chartroom/backstage-plugin-chartroom-common';
import git, { type TreeEntry } from 'isomorphic-git';
import { isRepositoryPath } from './isRepositoryPath';
import type { LocalObjects } from './LocalObjects';
import { textOf } from './textOf';

type ChangedFolder = Map<string, ChangedFolder | FileChange>;

/**
 * Writes the tree that follows from another by some changes; only folders along changed paths are read and written.
 *
 * @remarks
 * What a snapshot leaves out (binary files, links, submodules) was not seen by
 * who planned the change, and is not overwritten or deleted.
 *
 * @internal
 */
export async function writeTree(options: {
  objects: LocalObjects;
  /** Object id of the tree to start from; undefined for an empty one. */
  base: string | undefined;
  changes: readonly FileChange[];
  executable: ReadonlySet<string>;
}): Promise<string | undefined> {
  const store = await options.objects.open();

  const refuseUnseen = async (entry: TreeEntry | undefined, path: string) => {
    if (!entry) {
      return;
    }
    if (entry.type === 'tree') {
      throw new InputError(`${path} is a folder, and cannot be a file too`);
    }
    const { blob } =
      entry.type === 'blob' && entry.mode !== '120000'
        ? await git.readBlob({ ...store, oid: entry.oid })
        : { blob: undefined };
    if (!blob || textOf({ content: blob }) === undefined) {
      throw new InputError(
        `${path} exists and is no text file of at most 1 MiB: it is left as it is, move it away first`,
      );
    }
  };

  const writeFolder = async (
    oid: string | undefined,
    folder: ChangedFolder,
    prefix: string,
  ): Promise<string | undefined> => {
    const before = oid ? (await git.readTree({ ...store, oid })).tree : [];
    const entries = new Map(before.map(entry => [entry.path, entry]));
    for (const [name, change] of folder) {
      const path = `${prefix}${name}`;
      const entry = entries.get(name);
      if (change instanceof Map) {
        if (entry && entry.type !== 'tree') {
          throw new InputError(`${path} is a file, and cannot be a folder too`);
        }
        const written = await writeFolder(entry?.oid, change, `${path}/`);
        entries.delete(name);
        if (written) {
          entries.set(name, {
            mode: '040000',
            path: name,
            oid: written,
            type: 'tree',
          });
        }
        continue;
      }
      await refuseUnseen(entry, path);
      entries.delete(name);
      if (change.kind === 'write') {
        entries.set(name, {
          mode: options.executable.has(path)
            ? '100755'
            : entry?.mode ?? '100644',
          path: name,
          oid: await git.writeBlob({
            ...store,
            blob: Buffer.from(change.content, 'utf8'),
          }),
          type: 'blob',
        });
      }
    }
    return entries.size > 0
      ? git.writeTree({ ...store, tree: [...entries.values()] })
      : undefined;
  };

  return writeFolder(options.base, toFolders(options.changes), '');
}

function toFolders(changes: readonly FileChange[]): ChangedFolder {
  const root: ChangedFolder = new Map();
  for (const change of changes) {
    if (!isRepositoryPath({ path: change.path })) {
      throw new InputError(
        `${JSON.stringify(
          change.path.slice(0, 200),
        )} cannot be a file of a repository: write a relative path without '..', '.git' and control characters`,
      );
    }
    const parts = change.path.split('/');
    const name = parts.pop()!;
    let folder = root;
    for (const part of parts) {
      const next = folder.get(part) ?? new Map();
      if (!(next instanceof Map)) {
        throw new InputError(
          `${change.path} and ${next.path} are changed together, but a file cannot be a folder too`,
        );
      }
      folder.set(part, next);
      folder = next;
    }
    if (folder.has(name)) {
      throw new InputError(`${change.path} is changed twice in one commit`);
    }
    folder.set(name, change);
  }
  return root;
}
