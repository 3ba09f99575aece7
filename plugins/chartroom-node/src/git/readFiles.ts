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
import type { FileTree } from '@chartroom/backstage-plugin-chartroom-common';
import git from 'isomorphic-git';
import { isRepositoryPath } from './isRepositoryPath';
import type { GitSnapshot } from './GitRepository';
import type { LocalObjects } from './LocalObjects';
import { textOf } from './textOf';

const MAXIMUM_FILES = 50_000;
const MAXIMUM_TOTAL_CHARACTERS = 64 * 1024 * 1024;

/**
 * Text by object id; undefined for what is no text.
 *
 * @internal
 */
export type TextCache = ReadonlyMap<string, string | undefined>;

/**
 * Reads the text files of one commit; only what `known` does not hold is read from disk.
 *
 * @remarks
 * Links, submodules, binary files, files larger than 1 MiB and files with unsafe names are left out.
 *
 * @internal
 */
export async function readFiles(options: {
  objects: LocalObjects;
  commit: string;
  known: TextCache;
  /** For messages. */
  cloneUrl: string;
  signal?: AbortSignal;
}): Promise<{
  files: FileTree;
  texts: TextCache;
  head: GitSnapshot['head'];
}> {
  const store = await options.objects.open();
  const files = new Map<string, string>();
  const texts = new Map<string, string | undefined>();
  let count = 0;
  let characters = 0;

  const refuseAbove = (size: number, maximum: number, what: string) => {
    if (size > maximum) {
      throw new InputError(
        `${options.cloneUrl} has more than ${what}: it is too large to be read as one set of files`,
      );
    }
  };

  const readText = async (oid: string) => {
    if (!options.known.has(oid)) {
      const { blob } = await git.readBlob({ ...store, oid });
      return textOf({ content: blob });
    }
    return options.known.get(oid);
  };

  const readFolder = async (oid: string, prefix: string): Promise<void> => {
    options.signal?.throwIfAborted();
    const { tree } = await git.readTree({ ...store, oid });
    for (const entry of tree) {
      const path = `${prefix}${entry.path}`;
      if (!isRepositoryPath({ path })) {
        continue;
      }
      if (entry.mode === '040000') {
        await readFolder(entry.oid, `${path}/`);
      } else if (entry.mode === '100644' || entry.mode === '100755') {
        count += 1;
        refuseAbove(count, MAXIMUM_FILES, `${MAXIMUM_FILES} files`);
        const text = await readText(entry.oid);
        texts.set(entry.oid, text);
        if (text !== undefined) {
          files.set(path, text);
          characters += text.length;
          refuseAbove(characters, MAXIMUM_TOTAL_CHARACTERS, '64 MiB of text');
        }
      }
    }
  };

  const { commit } = await git.readCommit({ ...store, oid: options.commit });
  await readFolder(commit.tree, '');
  const { parent: parents, message } = commit;
  return { files, texts, head: { parents, message } };
}
